import { challengeRulesOn } from '../dated.js';
import { criticalPath, slackOf } from './critical.js';
import { lastDay, plannedEnd, runForward, stageOrder, type EndOf, type PlannedStage, type StageSpan } from './forward.js';
import { reviewNeed, type ReviewLoad, type ReviewNeed } from './load.js';
import { periodEnd, type WorkingDays } from './periods.js';
import { stageRules, timetableLimits } from './stage-rows.js';
import { stagesBefore, type StageRule, type TimetableLimits, type TimetableStage } from './stages.js';
import { timetableWarnings, type TimetableWarning } from './warnings.js';

/** A challenge's plan and what it is measured by. All days 'YYYY-MM-DD' in Asia/Shanghai; `startsOn` is the event that sets the first stage going. */
export type TimetableInput = {
  startsOn: string;
  stages: readonly PlannedStage[];
  /** What lies behind the challenge already and need not be planned. */
  done?: readonly TimetableStage[];
  review?: ReviewLoad | null;
  today: string;
  targetEnd?: string | null;
  /** 完成期限 of the item: the work itself has to be done by then. */
  deadline?: string | null;
  /** The last day for which the State Council's arrangement is known: beyond it only weekends count as days off. */
  calendarKnownUntil?: string | null;
  isWorkingDay: WorkingDays;
  rules?: readonly StageRule[];
  limits?: readonly TimetableLimits[];
};
export type Timetable = {
  /** The plan as it is written, even where it can not be. */
  planned: StageSpan[];
  /** Every stage as short as the rules and the reviewers allow, set days left aside. */
  earliest: StageSpan[];
  /** As planned, but no stage shorter than it likely takes, or than the reviewers need. */
  likely: StageSpan[];
  plannedEnd: string;
  earliestEnd: string;
  likelyEnd: string;
  criticalPath: TimetableStage[];
  /** Working days by which a stage may end later than planned without the whole ending later. */
  slack: Map<TimetableStage, number>;
  reviewNeed: ReviewNeed | null;
  warnings: TimetableWarning[];
};

/** The usual plan of the named stages: likely lengths, and where a stage is left out its followers wait for what it would have waited for. */
export function standardPlan(stages: readonly TimetableStage[], rules: readonly StageRule[] = stageRules): PlannedStage[] {
  const before = (stage: TimetableStage): TimetableStage[] => stagesBefore[stage].flatMap((b) => (stages.includes(b) ? [b] : before(b)));
  return stages.map((stage) => {
    const rule = rules.find((r) => r.stage === stage);
    return { stage, after: [...new Set(before(stage))], length: rule?.likely ?? 0, unit: rule?.unit ?? 'WORKING' };
  });
}

const later = (a: string, b: string) => (a > b ? a : b);

/**
 * Simulates a timetable before it is published. Rules: the rows in force on `startsOn` (domain.md 2.4, row E2). INVALID_INPUT: rings, double or unknown
 * stages, lengths and counts that are not whole and ≥ 0, a calendar without working days.
 */
export function simulateTimetable(input: TimetableInput): Timetable {
  const { startsOn, isWorkingDay, review = null } = input;
  const rules = challengeRulesOn(input.rules ?? stageRules, startsOn);
  const limits = challengeRulesOn(input.limits ?? timetableLimits, startsOn).at(0) ?? null;
  const ruleOf = new Map(rules.map((r) => [r.stage, r]));
  const order = stageOrder(input.stages);
  const read = (stage: PlannedStage, event: string) =>
    stage.stage === 'REVIEW' && review ? (reviewNeed(event, review, isWorkingDay)?.endsOn ?? '') : '';
  const byRule = (stage: PlannedStage, event: string, which: 'minimum' | 'likely') => {
    const rule = ruleOf.get(stage.stage);
    return rule ? periodEnd(event, rule[which], rule.unit, isWorkingDay) : event;
  };
  const asPlanned = plannedEnd(isWorkingDay);
  const earliestOf: EndOf = (stage, event) => later(byRule(stage, event, 'minimum'), read(stage, event));
  const likelyOf: EndOf = (stage, event) => later(later(asPlanned(stage, event), byRule(stage, event, 'likely')), read(stage, event));
  // A set day holds as long as the stage's minimum fits before it.
  const movable: EndOf = (stage, event) => (stage.endsOn ? later(stage.endsOn, byRule(stage, event, 'minimum')) : asPlanned(stage, event));
  const [planned, earliest, likely] = [asPlanned, earliestOf, likelyOf].map((endOf) => runForward(order, startsOn, endOf, isWorkingDay));
  if (!planned || !earliest || !likely) throw new Error('three runs');
  const event = planned.find((s) => s.stage === 'REVIEW')?.event;
  const need = event && review ? reviewNeed(event, review, isWorkingDay) : null;
  return {
    planned,
    earliest,
    likely,
    plannedEnd: lastDay(planned),
    earliestEnd: lastDay(earliest),
    likelyEnd: lastDay(likely),
    criticalPath: criticalPath(planned),
    slack: slackOf(order, startsOn, movable, isWorkingDay),
    reviewNeed: need,
    warnings: timetableWarnings({
      stages: order,
      done: input.done ?? [],
      spans: planned,
      rules,
      limits,
      review,
      need,
      startsOn,
      today: input.today,
      targetEnd: input.targetEnd ?? null,
      deadline: input.deadline ?? null,
      calendarKnownUntil: input.calendarKnownUntil ?? null,
      isWorkingDay,
    }),
  };
}
