import { z } from 'zod';
import type { ChallengeRuleRow } from '../dated.js';
import type { PeriodUnit } from './periods.js';

/** What a challenge passes through, as stretches of time (domain.md 2.4: the states between them are the machine's). */
export const TimetableStage = z
  .enum([
    'CALL_FOR_NEEDS',
    'FORM_CHECK',
    'ARGUMENTATION',
    'APPROVAL',
    'CLAIM_WINDOW',
    'QUESTIONS',
    'REVIEWER_CHOICE',
    'QUALIFICATION',
    'MEETINGS',
    'REVIEW',
    'DEFENCE',
    'SITE_VISIT',
    'DECISION',
    'NOTICE',
    'SIGNING',
    'RUNNING',
    'ACCEPTANCE',
    'PAYMENT',
  ])
  .meta({ id: 'TimetableStage' });
export type TimetableStage = z.infer<typeof TimetableStage>;

/** What a stage waits for. Reviewers are chosen while bids are examined; defence and site visit run side by side. */
export const stagesBefore: Record<TimetableStage, readonly TimetableStage[]> = {
  CALL_FOR_NEEDS: [],
  FORM_CHECK: ['CALL_FOR_NEEDS'],
  ARGUMENTATION: ['FORM_CHECK'],
  APPROVAL: ['ARGUMENTATION'],
  CLAIM_WINDOW: ['APPROVAL'],
  QUESTIONS: ['APPROVAL'],
  REVIEWER_CHOICE: ['CLAIM_WINDOW'],
  QUALIFICATION: ['CLAIM_WINDOW', 'QUESTIONS'],
  MEETINGS: ['QUALIFICATION'],
  REVIEW: ['MEETINGS', 'REVIEWER_CHOICE'],
  DEFENCE: ['REVIEW'],
  SITE_VISIT: ['REVIEW'],
  DECISION: ['DEFENCE', 'SITE_VISIT'],
  NOTICE: ['DECISION'],
  SIGNING: ['NOTICE'],
  RUNNING: ['SIGNING'],
  ACCEPTANCE: ['RUNNING'],
  PAYMENT: ['ACCEPTANCE'],
};

/** How long a stage takes: at least (a shorter one is warned of), likely, and at most (null: no limit). `mandatory`: a plan without it is warned of. */
export type StageRule = ChallengeRuleRow & {
  stage: TimetableStage;
  unit: PeriodUnit;
  minimum: number;
  likely: number;
  maximum: number | null;
  mandatory: boolean;
};

/** Limits of the warnings that are no stage's length. Units: calendar days, but for `longPause` (days off in a row). */
export type TimetableLimits = ChallengeRuleRow & { answersBeforeDeadline: number; longPause: number; leastReviewers: number };
