import { z } from 'zod';
import { addWorkingDays } from '../calendar.js';
import type { ContractStatus } from './machine.js';
import { RefusalCode } from './rules.js';

/** The branch's three steps: 受理, 初审, 复审. */
export const ReviewStage = z.enum(['ACCEPTANCE', 'FIRST_REVIEW', 'SECOND_REVIEW']).meta({ id: 'ReviewStage' });
export type ReviewStage = z.infer<typeof ReviewStage>;
export const ReviewDecision = z.enum(['ACCEPT', 'APPROVE', 'REGISTER', 'RETURN', 'REFUSE']).meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** The states that wait for the branch, by its step. */
export const statusesOfStage: Record<ReviewStage, readonly ContractStatus[]> = {
  ACCEPTANCE: ['SUBMITTED'],
  // 专家评审 belongs to the first step: its operator calls the experts and enters what they say.
  FIRST_REVIEW: ['ACCEPTED', 'FIRST_REVIEW', 'EXPERT_REVIEW'],
  SECOND_REVIEW: ['SECOND_REVIEW'],
};
export const statusesInReview: readonly ContractStatus[] = Object.values(statusesOfStage).flat();

/** The step that a state waits for; null when the branch has nothing to decide. */
export function stageOf(status: ContractStatus): ReviewStage | null {
  return ReviewStage.options.find((stage) => statusesOfStage[stage].includes(status)) ?? null;
}

/** Working days per step. 河南省技术市场条例 Art 16 gives 15 days from acceptance in all; how they are split is ours. */
export const reviewDays: Record<ReviewStage, number> = { ACCEPTANCE: 3, FIRST_REVIEW: 7, SECOND_REVIEW: 5 };

/** The last day of a step that begins on the given day, by the days that the rules of that day give it. */
export function dueOf(stage: ReviewStage, day: string, days: number = reviewDays[stage]): string {
  return addWorkingDays(day, days);
}

const reviewed = { id: z.uuid(), version: z.number().int() };
const Reason = z.string().trim().min(5).max(1000);
export const contractReturn = z.object({ ...reviewed, reason: Reason }).meta({ id: 'ContractReturnInput' });
export const contractRefusal = z.object({ ...reviewed, code: RefusalCode, reason: Reason }).meta({ id: 'ContractRefusalInput' });
export const contractOpinion = z
  .object({ ...reviewed, opinion: z.string().trim().max(1000).nullish() })
  .meta({ id: 'ContractOpinionInput' });

/** What an operator should notice before he opens a file. */
export const ContractFlag = z
  .enum(['OVERDUE', 'DUE_SOON', 'RESUBMITTED', 'LARGE_AMOUNT', 'TAKEN_BY_ME', 'TAKEN_BY_OTHER', 'MY_FIRST_REVIEW'])
  .meta({ id: 'ContractFlag' });
export type ContractFlag = z.infer<typeof ContractFlag>;

/** 技术交易额 from which the MIIT draft of December 2024 asks for a longer examination by experts (500 万元); only a flag as long as it is a draft. */
export const largeTechAmount = 500_000_000n;
