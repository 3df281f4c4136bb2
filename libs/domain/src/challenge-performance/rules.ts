import { z } from 'zod';
import { challengeRulesOn, type ChallengeRuleRow } from '../challenges/dated.js';
import { ReceiptKind } from '../challenges/funding/release.js';
import { rule } from '../issues.js';
import { addMonths } from '../calendar.js';
import { Fen, PositiveFen } from '../money.js';

const reason = z.string().trim().min(10).max(1000);
const day = () => z.iso.date().meta({ scalar: 'String' });

/** 异议 of anybody concerned against a decision that is before the public. */
export const challengeObjection = z
  .object({
    challengeId: z.uuid(),
    name: z.string().trim().min(2).max(40),
    contact: z.string().trim().min(5).max(80),
    text: z.string().trim().min(10).max(2000),
  })
  .meta({ id: 'ChallengeObjectionInput' });
export type ChallengeObjectionInput = z.output<typeof challengeObjection>;
export const challengeObjectionAnswer = z
  .object({ id: z.uuid(), version: z.int(), upheld: z.boolean(), answer: z.string().trim().min(10).max(2000) })
  .meta({ id: 'ChallengeObjectionAnswerInput' });
export type ChallengeObjectionAnswer = z.output<typeof challengeObjectionAnswer>;

/** MIDTERM is 中期检查; RACE_GATE compares the teams of a 赛马 item. */
export const MilestoneKind = z.enum(['REGULAR', 'MIDTERM', 'RACE_GATE']).meta({ id: 'MilestoneKind' });
/** `gate`: the payment that this milestone opens, counted from 1. */
export const taskMilestone = z
  .object({
    name: z.string().trim().min(2).max(60),
    day: day(),
    deliverable: z.string().trim().min(4).max(500),
    kind: MilestoneKind,
    gate: z.number().int().min(1).max(10).nullish(),
  })
  .meta({ id: 'TaskMilestoneInput' });
/** 任务书 and what the bidder answers for with his signature (军令状). */
export const taskBook = z
  .object({ milestones: z.array(taskMilestone).min(1).max(20), endsOn: day(), penalty: z.string().trim().min(10).max(1000) })
  .meta({ id: 'TaskBookInput' });
export type TaskBook = z.output<typeof taskBook>;

const fileIds = z.array(z.uuid()).max(10).optional();
export const milestoneEvidence = z
  .object({ index: z.number().int().min(0).max(19), text: z.string().trim().min(10).max(4000), fileIds })
  .meta({ id: 'MilestoneEvidenceInput' });
export const milestoneCheck = z
  .object({ index: z.number().int().min(0).max(19), passed: z.boolean(), comment: z.string().trim().min(5).max(1000) })
  .meta({ id: 'MilestoneCheckInput' });
/** New days for what is not yet passed, and for the end. Targets are never changed: they are what the claim was chosen for. */
export const taskChange = z.object({ days: z.array(day()).min(1).max(20), endsOn: day(), reason }).meta({ id: 'TaskChangeInput' });
export type TaskChange = z.output<typeof taskChange>;

const indicatorResult = z
  .object({ indicator: z.string().min(1).max(40), measured: z.string().trim().min(1).max(100), met: z.boolean() })
  .meta({ id: 'IndicatorResultInput' });
/** 申请验收, with the papers that show what was reached. */
export const finalRequest = z.object({ fileIds }).meta({ id: 'FinalRequestInput' });
/** 验收: what was measured for every core indicator. */
export const taskAcceptance = z.object({ results: z.array(indicatorResult).min(1).max(20), opinion: reason }).meta({ id: 'TaskAcceptanceInput' });
export type TaskAcceptance = z.output<typeof taskAcceptance>;

/** 勤勉尽责免责: a failure is excused only when every finding holds (容错; practice, domain.md 2.4). `clawBack`: the money not spent. */
export const taskExemption = z
  .object({ recordsComplete: z.boolean(), fundsProper: z.boolean(), noFraud: z.boolean(), reported: z.boolean(), reason, clawBack: Fen })
  .superRefine((e, ctx) => {
    for (const finding of exemptionFindings)
      if (!e[finding]) ctx.addIssue({ code: 'custom', path: [finding], ...rule('finding_missing') });
  })
  .meta({ id: 'TaskExemptionInput' });
export const exemptionFindings = ['recordsComplete', 'fundsProper', 'noFraud', 'reported'] as const;
export type TaskExemption = z.output<typeof taskExemption>;

export const TerminationCause = z.enum(['AGREED', 'FORCE_MAJEURE', 'BREACH', 'FRAUD']).meta({ id: 'TerminationCause' });
export type TerminationCause = z.infer<typeof TerminationCause>;
export const taskTermination = z.object({ cause: TerminationCause, reason, clawBack: Fen }).meta({ id: 'TaskTerminationInput' });
export type TaskTermination = z.output<typeof taskTermination>;

/** Who goes on after a 赛马 gate, and why each team does or does not. */
export const raceDecision = z
  .object({
    gate: z.number().int().min(1).max(6),
    staying: z.array(z.uuid()).min(1).max(8),
    reasons: z.array(z.object({ taskId: z.uuid(), reason }).meta({ id: 'TeamReason' })).max(8),
  })
  .meta({ id: 'RaceDecisionInput' });
export type RaceDecision = z.output<typeof raceDecision>;

export const taskReceipt = z
  .object({ kind: ReceiptKind, amount: PositiveFen, receivedOn: day(), note: z.string().trim().max(200) })
  .meta({ id: 'TaskReceiptInput' });
export type TaskReceipt = z.output<typeof taskReceipt>;
export const taskRelease = z.object({ gate: z.number().int().min(1).max(10), amount: PositiveFen }).meta({ id: 'TaskReleaseInput' });
export type TaskReleaseInput = z.output<typeof taskRelease>;

/** How long an organisation may not claim after a task that ended by its fault (失信名单). */
export type BarRule = ChallengeRuleRow & { cause: TerminationCause; months: number };
const ours = '组织方内部规则（待核）：失信期限没有统一规定，按合同约定和通报执行';
export const barRules: readonly BarRule[] = [
  { validFrom: null, validTo: null, cause: 'BREACH', months: 24, basis: ours, certainty: 'TO_CHECK' },
  { validFrom: null, validTo: null, cause: 'FRAUD', months: 60, basis: ours, certainty: 'TO_CHECK' },
];
/** The last day of the bar that a cause brings on that day; null when it brings none. */
export function barredUntil(cause: TerminationCause, on: string, rules: readonly BarRule[] = barRules): string | null {
  const found = challengeRulesOn(rules, on).find((r) => r.cause === cause);
  return found ? addMonths(on, found.months) : null;
}
