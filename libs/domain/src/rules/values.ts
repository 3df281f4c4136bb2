import { z } from 'zod';
import { ContractClass5 } from '../contracts/rules.js';
import { Fen } from '../money.js';

/** How sure the platform is of a rule: C certain, P probable, ? to be checked before relying on it (the marks of domain.md). */
export const Certainty = z.enum(['CERTAIN', 'PROBABLE', 'TO_CHECK']).meta({ id: 'Certainty' });
export type Certainty = z.infer<typeof Certainty>;
export const certaintyMark: Record<Certainty, string> = { CERTAIN: 'C', PROBABLE: 'P', TO_CHECK: '?' };

/** Whether a period runs by the calendar or by working days. */
export const DayUnit = z.enum(['CALENDAR', 'WORKING']).meta({ id: 'DayUnit' });
export type DayUnit = z.infer<typeof DayUnit>;
/** What becomes of the days already used when a file goes back for correction. */
export const ClockOnReturn = z.enum(['RESTART', 'PAUSE']).meta({ id: 'ClockOnReturn' });
export type ClockOnReturn = z.infer<typeof ClockOnReturn>;
/** What a public notice says that cannot change without beginning again. */
export const NoticeEdit = z.enum(['PRICE', 'BUYER', 'MODE']).meta({ id: 'NoticeEdit' });
export type NoticeEdit = z.infer<typeof NoticeEdit>;

/** A share in ten-thousandths (万分之一): 7000 is 70 %, 3 is 0.3 ‰. Whole numbers, so that no rate is ever a float. */
const Bp = z.number().int().min(0).max(10_000);
const Days = z.number().int().min(1).max(400);
const Months = z.number().int().min(1).max(600);
const subsidy = { mostBp: Bp, yearlyCap: Fen };
const floors = { transferBp: Bp, equityBp: Bp, ownUseBp: Bp, ownUseYearsFrom: z.number().int().min(1).max(20), ownUseYearsTo: z.number().int().min(1).max(20) };
const examination = { days: Days, unit: DayUnit, onReturn: ClockOnReturn };

/** The rules that the law may change, each with the shape of its value. */
export const ruleValues = {
  VAT_EXEMPTION: z.strictObject({ classes: z.array(ContractClass5).min(1), attachedClasses: z.array(ContractClass5), waiverMonths: Months }),
  VAT_RATE: z.strictObject({ rateBp: Bp }),
  TRANSFER_INCOME_TAX: z.strictObject({ exemptUpTo: Fen, excessShareBp: Bp, rateBp: Bp, minLicenceMonths: Months }),
  INCOME_TAX_RATE: z.strictObject({ normalBp: Bp, highTechBp: Bp }),
  SUPER_DEDUCTION: z.strictObject({
    countedBp: Bp,
    extraBp: Bp,
    foreignNumerator: z.number().int().min(0).max(100),
    foreignDenominator: z.number().int().min(1).max(100),
  }),
  STAMP_DUTY: z.strictObject({ rateBp: Bp }),
  SUBSIDY_INTAKE: z.strictObject({ ...subsidy, minLicenceMonths: Months }),
  SUBSIDY_OUTPUT: z.strictObject({ ...subsidy, minLicenceMonths: Months }),
  SUBSIDY_INSTITUTION: z.strictObject({ ...subsidy, minLicenceMonths: Months, registrarFrom: Fen }),
  REWARD_FLOOR_NATIONAL: z.strictObject(floors),
  REWARD_FLOOR_HENAN: z.strictObject(floors),
  REWARD_PAYMENT: z.strictObject({ months: Months }),
  AWARD_TAX: z.strictObject({ countedBp: Bp }),
  AWARD_CONDITIONS: z.strictObject({ noticeWorkingDays: Days, paidWithinMonths: Months }),
  CARRIER_SETS: z.strictObject({ sets: z.number().int().min(1).max(10) }),
  EXAMINATION_HENAN: z.strictObject(examination),
  EXAMINATION_NATIONAL: z.strictObject(examination),
  EXAMINATION_DRAFT: z.strictObject({ ...examination, expertDays: Days, expertFrom: Fen }),
  REVIEW_STEPS: z.strictObject({ acceptance: Days, firstReview: Days, secondReview: Days }),
  PRICING_NOTICE: z.strictObject({ days: Days, unit: DayUnit, movesOffHolidays: z.boolean(), restartsOn: z.array(NoticeEdit).min(1) }),
  LICENCE_FILING: z.strictObject({ months: Months }),
  DORMANT: z.strictObject({ months: Months }),
  OPEN_LICENCE: z.strictObject({ lumpSumMost: Fen, salesBp: Bp, profitBp: Bp }),
} as const satisfies Record<string, z.ZodObject>;

export const RuleKey = z.enum(Object.keys(ruleValues) as [keyof typeof ruleValues, ...(keyof typeof ruleValues)[]]).meta({ id: 'RuleKey' });
export type RuleKey = z.infer<typeof RuleKey>;
export type RuleValue<K extends RuleKey> = z.output<(typeof ruleValues)[K]>;
