import { amountsOf } from '../calculations/amounts.js';
import { line, type Explained } from '../calculations/explained.js';
import { examinationPeriod, noticePeriod } from '../calculations/periods.js';
import { rewardOf, type RewardInput } from '../calculations/reward.js';
import { taxEstimate } from '../calculations/tax.js';
import type { TaxEstimateInput } from '../calculations/tax-input.js';
import type { TaxPartCode } from '../calculations/tax-parts.js';
import { addMonths } from '../calendar.js';
import { RuleBook, type DatedRule } from './book.js';
import { knownRules } from './known-rules.js';
import { ruleValues, type RuleKey, type RuleValue } from './values.js';

/** The day of all worked examples; the rule under test is put on it. */
const day = '2026-07-01';
const order: TaxEstimateInput = {
  ...{ day, type: 'TRANSFER_PATENT_RIGHT', totalAmount: '800000000', techAmount: '800000000', priceIncludesVat: true, recognised: true, attached: false },
  ...{ buyerDeductsVat: true, sellerKind: 'ENTERPRISE', sellerInHenan: false, sellerAbroad: false, fullyRelated: false, licenceMonths: 60 },
  ...{ transferCosts: '0', transferIncomeBefore: '0', buyerIsEnterprise: true, buyerInHenan: true, implementedInHenan: true, buyerTax: 'NORMAL' },
  ...{ buyerDomesticExpenses: null, received: '100000000', institutionNamed: true },
};
const income: RewardInput = {
  ...{ mode: 'TRANSFER', income: '100000000', deductions: [{ kind: 'TAX', name: '税费', amount: '10000000' }], inHenan: true, agreedBp: null },
  completers: [
    { name: '甲', shareBp: 6000 },
    { name: '乙', shareBp: 4000 },
  ],
  receivedOn: day,
};

/** The known rules with one replaced on every day. */
function bookWith<K extends RuleKey>(key: K, value: RuleValue<K>): RuleBook {
  const changed: DatedRule = { key, validFrom: null, validTo: null, value, basis: '', certainty: 'TO_CHECK', note: '' };
  return new RuleBook([...knownRules.filter((r) => r.key !== key), changed]);
}

const tax = (code: TaxPartCode, change: Partial<TaxEstimateInput> = {}) => (book: RuleBook) => taxEstimate({ ...order, ...change }, book).parts.find((p) => p.code === code)?.lines ?? [];
const reward = (change: Partial<RewardInput>) => (book: RuleBook) => rewardOf({ ...income, ...change }, book).lines;
const sets = (book: RuleBook) =>
  amountsOf(
    [
      { category: 'TECHNOLOGY', name: '技术费', quantity: 1, unitPrice: '200000000', carrier: false },
      { category: 'COMPLETE_SET', name: '试验装置', quantity: 3, unitPrice: '50000000', carrier: true, needed: 3, reason: '掌握技术所需' },
    ],
    book.on('CARRIER_SETS', day),
  ).lines;

const byBook: Partial<Record<RuleKey, (book: RuleBook) => Explained[]>> = {
  VAT_EXEMPTION: tax('VAT_EXEMPT'),
  VAT_RATE: tax('VAT_WAIVED'),
  TRANSFER_INCOME_TAX: tax('INCOME_TAX'),
  INCOME_TAX_RATE: tax('SUPER_DEDUCTION', { type: 'DEV_COMMISSIONED' }),
  SUPER_DEDUCTION: tax('SUPER_DEDUCTION', { type: 'DEV_COMMISSIONED' }),
  STAMP_DUTY: tax('STAMP_DUTY'),
  SUBSIDY_INTAKE: tax('SUBSIDY_INTAKE'),
  SUBSIDY_OUTPUT: tax('SUBSIDY_OUTPUT', { sellerKind: 'UNIVERSITY', sellerInHenan: true }),
  SUBSIDY_INSTITUTION: tax('SUBSIDY_INSTITUTION'),
  REWARD_FLOOR_NATIONAL: reward({ inHenan: false }),
  REWARD_FLOOR_HENAN: reward({}),
  REWARD_PAYMENT: reward({}),
  CARRIER_SETS: sets,
};

const ends = (last: string | null, params: Explained['params'] = {}): Explained[] => [line('periodEnds', null, { from: day, day: last ?? '', ...params })];
const byValue: { [K in RuleKey]?: (value: RuleValue<K>) => Explained[] } = {
  EXAMINATION_HENAN: (v) => ends(examinationPeriod(day, [], v).dueOn, { days: v.days }),
  EXAMINATION_NATIONAL: (v) => ends(examinationPeriod(day, [], v).dueOn, { days: v.days }),
  EXAMINATION_DRAFT: (v) => [...ends(examinationPeriod(day, [], v).dueOn, { days: v.days }), ...ends(examinationPeriod(day, [], { ...v, days: v.expertDays }).dueOn, { days: v.expertDays })],
  PRICING_NOTICE: (v) => ends(noticePeriod(day, [], [], v, day).lastDay, { days: v.days }),
  REVIEW_STEPS: (v) => [v.acceptance, v.firstReview, v.secondReview].flatMap((days) => ends(examinationPeriod(day, [], { days, unit: 'WORKING', onReturn: 'RESTART' }).dueOn, { days })),
  LICENCE_FILING: (v) => ends(addMonths(day, v.months), { months: v.months }),
  DORMANT: (v) => ends(addMonths(day, v.months), { months: v.months }),
  AWARD_TAX: (v) => [line('awardCounted', (100_000_00n * BigInt(v.countedBp)) / 10_000n, { award: '10000000' })],
  AWARD_CONDITIONS: (v) => [...ends(examinationPeriod(day, [], { days: v.noticeWorkingDays, unit: 'WORKING', onReturn: 'RESTART' }).dueOn, { days: v.noticeWorkingDays }), ...ends(addMonths(day, v.paidWithinMonths), { months: v.paidWithinMonths })],
  OPEN_LICENCE: (v) => [line('openLicence', BigInt(v.lumpSumMost), { salesBp: v.salesBp, profitBp: v.profitBp })],
};

/** The key's worked example with a value in force: what an operator sees before and after an edit. Null when the value has not the key's shape. */
export function workedExample<K extends RuleKey>(key: K, value: unknown): Explained[] | null {
  const parsed = ruleValues[key].safeParse(value);
  if (!parsed.success) return null;
  const typed = parsed.data as RuleValue<K>;
  const direct = byValue[key] as ((value: RuleValue<K>) => Explained[]) | undefined;
  return direct ? direct(typed) : (byBook[key]?.(bookWith(key, typed)) ?? []);
}
