import type { TimetableStage } from './stages.js';

/** The words of the procedure, in pages and in calendars alike. */
export const stageWords: Record<TimetableStage, string> = {
  CALL_FOR_NEEDS: '需求征集',
  FORM_CHECK: '形式审查',
  ARGUMENTATION: '专家论证',
  APPROVAL: '批准',
  CLAIM_WINDOW: '揭榜申报',
  QUESTIONS: '公开答疑',
  REVIEWER_CHOICE: '遴选专家',
  QUALIFICATION: '资格审查',
  MEETINGS: '供需对接',
  REVIEW: '书面评审',
  DEFENCE: '答辩',
  SITE_VISIT: '现场考察',
  DECISION: '决定',
  NOTICE: '公示',
  SIGNING: '签约',
  RUNNING: '攻关',
  ACCEPTANCE: '验收',
  PAYMENT: '拨付尾款',
};
