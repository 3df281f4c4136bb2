import { lastDay, plannedEnd, runForward, stageOrder, type PlannedStage, type StageSpan } from './forward.js';
import { workingDayFrom, workingDaysFromTo, type WorkingDays } from './periods.js';
import type { TimetableStage } from './stages.js';

/** What has happened: first and last day of a stage, null while it runs; `endsOn`: the day on which it will end, where one is announced. */
export type ActualStage = { stage: TimetableStage; startedOn: string; endedOn: string | null; endsOn?: string | null };
export type StageProgress = {
  stage: TimetableStage;
  state: 'AHEAD' | 'RUNNING' | 'OVERDUE' | 'DONE' | 'BROKEN_OFF';
  planned: StageSpan;
  /** As things stand: what has ended as it did, the rest as planned from there, nothing unfinished before today. */
  forecast: StageSpan;
  /** Working days that the forecast end lies after the planned one; negative when before. */
  delay: number;
  /** The part of it that the stage itself has caused; the rest it has taken over from what it waited for. */
  ownDelay: number;
};
export type TimetableProgress = { stages: StageProgress[]; plannedEnd: string; forecastEnd: string; delay: number };

/**
 * Compares a plan with what has happened by `today`, and carries the delays on. INVALID_INPUT as in simulateTimetable. A stage in `actuals` that the
 * plan does not know is left out.
 */
export function timetableProgress(
  startsOn: string,
  stages: readonly PlannedStage[],
  actuals: readonly ActualStage[],
  today: string,
  isWorkingDay: WorkingDays,
): TimetableProgress {
  const order = stageOrder(stages);
  const asPlanned = plannedEnd(isWorkingDay);
  const planned = new Map(runForward(order, startsOn, asPlanned, isWorkingDay).map((s) => [s.stage, s]));
  const happened = new Map(actuals.map((a) => [a.stage, a]));
  const soonest = workingDayFrom(today, isWorkingDay);
  const forecast = runForward(
    order,
    startsOn,
    (stage, event) => {
      const actual = happened.get(stage.stage);
      if (actual?.endedOn) return actual.endedOn;
      const end = actual?.endsOn ?? asPlanned(stage, event);
      return end < today ? soonest : end;
    },
    isWorkingDay,
  );
  const rows = forecast.flatMap((span): StageProgress[] => {
    const plan = planned.get(span.stage);
    const actual = happened.get(span.stage);
    if (!plan) return [];
    const delay = workingDaysFromTo(plan.endsOn, span.endsOn, isWorkingDay);
    const state = actual?.endedOn ? 'DONE' : plan.endsOn < today ? 'OVERDUE' : actual ? 'RUNNING' : 'AHEAD';
    const stage = order.find((s) => s.stage === span.stage);
    const inherited = stage ? workingDaysFromTo(plan.endsOn, asPlanned(stage, span.event), isWorkingDay) : 0;
    const shown = actual ? { ...span, startsOn: actual.startedOn } : span;
    return [{ stage: span.stage, state, planned: plan, forecast: shown, delay, ownDelay: delay - inherited }];
  });
  const plannedLast = lastDay([...planned.values()]);
  const forecastLast = lastDay(forecast);
  return {
    stages: rows,
    plannedEnd: plannedLast,
    forecastEnd: forecastLast,
    delay: workingDaysFromTo(plannedLast, forecastLast, isWorkingDay),
  };
}

/** Of an item that is over on `endedOn`: what has begun, cut off on that day where it had not ended. Nothing lies ahead of it any more. */
export function progressOfEnded(progress: TimetableProgress, actuals: readonly ActualStage[], endedOn: string, isWorkingDay: WorkingDays): TimetableProgress {
  const stages = progress.stages.flatMap((row): StageProgress[] => {
    const actual = actuals.find((a) => a.stage === row.stage);
    if (!actual) return [];
    if (actual.endedOn) return [row];
    const delay = workingDaysFromTo(row.planned.endsOn, endedOn, isWorkingDay);
    return [{ ...row, state: 'BROKEN_OFF', forecast: { ...row.forecast, endsOn: endedOn }, delay, ownDelay: 0 }];
  });
  return { ...progress, stages, forecastEnd: endedOn, delay: workingDaysFromTo(progress.plannedEnd, endedOn, isWorkingDay) };
}
