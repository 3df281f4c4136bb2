import type { PeriodUnit } from './periods.js';
import type { StageRule, TimetableLimits, TimetableStage } from './stages.js';

const house = '平台建议值：没有文件规定这一阶段的期限';
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
    basis: '揭榜挂帅惯例：专家论证需求和资金；期限为平台建议值',
  }),
  stage('APPROVAL', 'WORKING', [1, 5]),
  stage('CLAIM_WINDOW', 'CALENDAR', [20, 30], {
    mandatory: true,
    basis: '参照招标投标法第二十四条（不少于二十日）',
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
    basis: '揭榜挂帅惯例：公示不少于五至七个工作日',
    certainty: 'PROBABLE',
  }),
  stage('SIGNING', 'CALENDAR', [1, 15, 30], {
    mandatory: true,
    basis: '参照招标投标法第四十六条（三十日内）',
    certainty: 'PROBABLE',
  }),
  stage('RUNNING', 'MONTH', [1, 24, 36], { basis: '揭榜挂帅惯例：攻关期限一般不超过三年', certainty: 'PROBABLE' }),
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
    basis: '参照招标投标法第二十三条（十五日）、第三十七条（五人以上）',
    certainty: 'PROBABLE',
  },
];
