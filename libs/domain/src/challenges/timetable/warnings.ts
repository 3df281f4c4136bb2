import { z } from 'zod';
import { addDays } from '../../calendar.js';
import { challengeRuleUse, type ChallengeRuleRow } from '../dated.js';
import { lastDay, type PlannedStage, type StageSpan } from './forward.js';
import type { ReviewLoad, ReviewNeed } from './load.js';
import { periodEnd, type WorkingDays } from './periods.js';
import type { StageRule, TimetableLimits, TimetableStage } from './stages.js';

export const TimetableWarningCode = z
  .enum([
    'STAGE_MISSING',
    'BELOW_MINIMUM',
    'ABOVE_MAXIMUM',
    'ENDS_BEFORE_START',
    'ENDS_ON_DAY_OFF',
    'REVIEW_TOO_SHORT',
    'REVIEW_IMPOSSIBLE',
    'TOO_FEW_REVIEWERS',
    'ANSWERS_TOO_LATE',
    'LONG_PAUSE',
    'BEGINS_IN_PAST',
    'AFTER_TARGET',
    'AFTER_DEADLINE',
    'CALENDAR_UNKNOWN',
  ])
  .meta({ id: 'TimetableWarningCode' });
export type TimetableWarningCode = z.infer<typeof TimetableWarningCode>;

/** What stands against a plan: `params` are days and counts for the sentence, `rule` the row behind it (null: plain arithmetic). */
export type TimetableWarning = {
  code: TimetableWarningCode;
  stage: TimetableStage | null;
  params: Record<string, string | number>;
  rule: ChallengeRuleRow | null;
};
export type CheckedPlan = {
  stages: readonly PlannedStage[];
  done: readonly TimetableStage[];
  spans: readonly StageSpan[];
  rules: readonly StageRule[];
  limits: TimetableLimits | null;
  review: ReviewLoad | null;
  need: ReviewNeed | null;
  startsOn: string;
  today: string;
  targetEnd: string | null;
  deadline: string | null;
  calendarKnownUntil: string | null;
  isWorkingDay: WorkingDays;
};

function warning(
  code: TimetableWarningCode,
  stage: TimetableStage | null,
  params: TimetableWarning['params'],
  rule: ChallengeRuleRow | null = null,
) {
  return { code, stage, params, rule: rule && challengeRuleUse(rule) };
}

function* ofStage(plan: CheckedPlan, { stage, endsOn: fixed, length }: PlannedStage, span: StageSpan): Generator<TimetableWarning> {
  const { event, endsOn } = span;
  if (endsOn < event) yield warning('ENDS_BEFORE_START', stage, { endsOn, event });
  if ((fixed || length > 0) && !plan.isWorkingDay(endsOn)) yield warning('ENDS_ON_DAY_OFF', stage, { endsOn });
  const rule = plan.rules.find((r) => r.stage === stage);
  if (!rule) return;
  const earliest = periodEnd(event, rule.minimum, rule.unit, plan.isWorkingDay);
  if (endsOn >= event && endsOn < earliest)
    yield warning('BELOW_MINIMUM', stage, { endsOn, earliest, minimum: rule.minimum, unit: rule.unit }, rule);
  if (rule.maximum === null) return;
  const latest = periodEnd(event, rule.maximum, rule.unit, plan.isWorkingDay);
  if (endsOn > latest) yield warning('ABOVE_MAXIMUM', stage, { endsOn, latest, maximum: rule.maximum, unit: rule.unit }, rule);
}

function* ofReview({ spans, review, need, limits }: CheckedPlan): Generator<TimetableWarning> {
  const span = spans.find((s) => s.stage === 'REVIEW');
  if (!span || !review || review.bids === 0) return;
  const reviewers = review.panel.length;
  if (limits && reviewers < limits.leastReviewers)
    yield warning('TOO_FEW_REVIEWERS', 'REVIEW', { reviewers, least: limits.leastReviewers }, limits);
  if (!need) yield warning('REVIEW_IMPOSSIBLE', 'REVIEW', { reviewers, bids: review.bids, perBid: review.perBid });
  else if (span.endsOn < need.endsOn)
    yield warning('REVIEW_TOO_SHORT', 'REVIEW', {
      endsOn: span.endsOn,
      needed: need.endsOn,
      workingDays: need.workingDays,
      readings: need.readings,
    });
}

/** The longest run of days off inside a stretch. */
function longestPause({ startsOn, endsOn }: StageSpan, isWorkingDay: WorkingDays): { days: number; from: string } {
  let best = { days: 0, from: startsOn };
  let run = 0;
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    run = isWorkingDay(day) ? 0 : run + 1;
    if (run > best.days) best = { days: run, from: addDays(day, 1 - run) };
  }
  return best;
}

function* ofClaims({ spans, limits, isWorkingDay }: CheckedPlan): Generator<TimetableWarning> {
  const claim = spans.find((s) => s.stage === 'CLAIM_WINDOW');
  const questions = spans.find((s) => s.stage === 'QUESTIONS');
  if (!claim || !limits) return;
  const latest = addDays(claim.endsOn, -limits.answersBeforeDeadline);
  if (questions && questions.endsOn > latest)
    yield warning('ANSWERS_TOO_LATE', 'QUESTIONS', { endsOn: questions.endsOn, latest, days: limits.answersBeforeDeadline }, limits);
  const pause = longestPause(claim, isWorkingDay);
  if (pause.days >= limits.longPause) yield warning('LONG_PAUSE', 'CLAIM_WINDOW', pause, limits);
}

/** Everything that stands against the plan as it is written, stage by stage and then as a whole; empty when nothing does. */
export function timetableWarnings(plan: CheckedPlan): TimetableWarning[] {
  const found: TimetableWarning[] = [];
  for (const { stage, mandatory, ...rule } of plan.rules)
    if (mandatory && !plan.done.includes(stage) && !plan.stages.some((s) => s.stage === stage))
      found.push(warning('STAGE_MISSING', stage, {}, rule));
  for (const stage of plan.stages) {
    const span = plan.spans.find((s) => s.stage === stage.stage);
    if (span) found.push(...ofStage(plan, stage, span));
  }
  found.push(...ofReview(plan), ...ofClaims(plan));
  const end = lastDay(plan.spans);
  const { startsOn, today, targetEnd, deadline, calendarKnownUntil } = plan;
  if (startsOn < today) found.push(warning('BEGINS_IN_PAST', null, { startsOn, today }));
  if (targetEnd !== null && end > targetEnd) found.push(warning('AFTER_TARGET', null, { endsOn: end, targetEnd }));
  const work = plan.spans.find((s) => s.stage === 'RUNNING');
  if (deadline !== null && work && work.endsOn > deadline) found.push(warning('AFTER_DEADLINE', 'RUNNING', { endsOn: work.endsOn, deadline }));
  if (calendarKnownUntil !== null && end > calendarKnownUntil)
    found.push(warning('CALENDAR_UNKNOWN', null, { endsOn: end, calendarKnownUntil }));
  return found;
}
