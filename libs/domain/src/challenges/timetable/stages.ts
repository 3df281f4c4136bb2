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

const house = 'Our own proposal: no source names a period for this stage';
const open = { validFrom: null, validTo: null };

function stage(
  code: TimetableStage,
  unit: PeriodUnit,
  [minimum, likely, maximum]: readonly [number, number, number?],
  why: Partial<StageRule> = {},
): StageRule {
  return {
    stage: code,
    unit,
    minimum,
    likely,
    maximum: maximum ?? null,
    mandatory: false,
    ...open,
    basis: house,
    certainty: 'TO_CHECK',
    ...why,
  };
}

/** The first rows of the configuration. Periods of 招标投标法 bind tenders and stand here by analogy only. */
export const stageRules: readonly StageRule[] = [
  stage('CALL_FOR_NEEDS', 'CALENDAR', [10, 20]),
  stage('FORM_CHECK', 'WORKING', [2, 5]),
  stage('ARGUMENTATION', 'WORKING', [3, 10], {
    mandatory: true,
    basis: 'domain.md 2.4: expert 论证 of finances and demand; its length is our proposal',
  }),
  stage('APPROVAL', 'WORKING', [1, 5]),
  stage('CLAIM_WINDOW', 'CALENDAR', [20, 30], {
    mandatory: true,
    basis: '招标投标法 Art 24 (not under twenty days), by analogy',
    certainty: 'PROBABLE',
  }),
  stage('QUESTIONS', 'CALENDAR', [3, 10]),
  stage('REVIEWER_CHOICE', 'WORKING', [1, 5]),
  stage('QUALIFICATION', 'WORKING', [2, 5], { mandatory: true }),
  stage('MEETINGS', 'WORKING', [3, 10]),
  stage('REVIEW', 'WORKING', [2, 5], { mandatory: true }),
  stage('DEFENCE', 'WORKING', [1, 2]),
  stage('SITE_VISIT', 'WORKING', [1, 5]),
  stage('DECISION', 'WORKING', [1, 5], { mandatory: true }),
  stage('NOTICE', 'WORKING', [5, 7], {
    mandatory: true,
    basis: 'domain.md 2.4: 公示 of at least five to seven working days',
    certainty: 'PROBABLE',
  }),
  stage('SIGNING', 'CALENDAR', [1, 15, 30], {
    mandatory: true,
    basis: '招标投标法 Art 46 (within thirty days), by analogy',
    certainty: 'PROBABLE',
  }),
  stage('RUNNING', 'MONTH', [1, 24, 36], { basis: 'domain.md 2.4: at most three years is usual', certainty: 'PROBABLE' }),
  stage('ACCEPTANCE', 'WORKING', [5, 20]),
  stage('PAYMENT', 'WORKING', [1, 10]),
];

/** Limits of the warnings that are no stage's length. Units: calendar days, but for `longPause` (days off in a row). */
export type TimetableLimits = ChallengeRuleRow & { answersBeforeDeadline: number; longPause: number; leastReviewers: number };
export const timetableLimits: readonly TimetableLimits[] = [
  {
    ...open,
    answersBeforeDeadline: 15,
    longPause: 5,
    leastReviewers: 5,
    basis: '招标投标法 Art 23 (fifteen days) and Art 37 (five or more), by analogy',
    certainty: 'PROBABLE',
  },
];
