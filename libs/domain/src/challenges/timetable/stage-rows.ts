import type { PeriodUnit } from './periods.js';
import type { StageRule, TimetableLimits, TimetableStage } from './stages.js';

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

/** The first limits. */
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
