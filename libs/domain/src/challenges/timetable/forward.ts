import { DomainError } from '../../errors.js';
import { periodEnd, periodStart, plusWorkingDays, type PeriodUnit, type WorkingDays } from './periods.js';
import type { TimetableStage } from './stages.js';

/** A stage as planned: its length from the end of what it waits for, or a day that is set (`endsOn` wins). It never begins before the day after `notBefore`. */
export type PlannedStage = {
  stage: TimetableStage;
  after: readonly TimetableStage[];
  length: number;
  unit: PeriodUnit;
  endsOn?: string | null;
  notBefore?: string | null;
};
/** `event` sets the period going and does not count; `startsOn` and `endsOn` are its first and last day; `boundBy` the stage that it waited for last. */
export type StageSpan = { stage: TimetableStage; event: string; startsOn: string; endsOn: string; boundBy: TimetableStage | null };
export type EndOf = (stage: PlannedStage, event: string) => string;

const refuse = (stage: string, code: string) => new DomainError('INVALID_INPUT', { issues: [{ path: `stages.${stage}`, code }] });

/** The stages so that each comes after what it waits for. INVALID_INPUT: a stage twice (double), an unknown one (unknown), a ring (cycle). */
export function stageOrder(stages: readonly PlannedStage[]): PlannedStage[] {
  const byCode = new Map(stages.map((s) => [s.stage, s]));
  if (byCode.size < stages.length) throw refuse('', 'double');
  const placed = new Map<TimetableStage, 'open' | 'done'>();
  const order: PlannedStage[] = [];
  const place = (code: TimetableStage) => {
    const stage = byCode.get(code);
    if (!stage) throw refuse(code, 'unknown');
    if (placed.get(code) === 'open') throw refuse(code, 'cycle');
    if (placed.has(code)) return;
    placed.set(code, 'open');
    stage.after.forEach(place);
    placed.set(code, 'done');
    order.push(stage);
  };
  for (const { stage } of stages) place(stage);
  return order;
}

/**
 * Runs through the stages in their order. The last of what a stage waits for sets it going; of several that end on the same day the first named one
 * counts as the one that bound it. `delays`: so many working days a stage ends later than it would.
 */
export function runForward(
  order: readonly PlannedStage[],
  startsOn: string,
  endOf: EndOf,
  isWorkingDay: WorkingDays,
  delays?: ReadonlyMap<TimetableStage, number>,
): StageSpan[] {
  const spans = new Map<TimetableStage, StageSpan>();
  for (const stage of order) {
    let event = startsOn;
    let boundBy: TimetableStage | null = null;
    for (const code of stage.after) {
      const end = spans.get(code)?.endsOn;
      if (end !== undefined && (boundBy === null || end > event)) [event, boundBy] = [end, code];
    }
    if (stage.notBefore && stage.notBefore > event) [event, boundBy] = [stage.notBefore, null];
    const endsOn = plusWorkingDays(endOf(stage, event), delays?.get(stage.stage) ?? 0, isWorkingDay);
    spans.set(stage.stage, {
      stage: stage.stage,
      event,
      startsOn: periodStart(event, stage.length, stage.unit, isWorkingDay),
      endsOn,
      boundBy,
    });
  }
  return [...spans.values()];
}

/** The last day of all. */
export const lastDay = (spans: readonly StageSpan[]): string => spans.reduce((last, s) => (s.endsOn > last ? s.endsOn : last), '');

/** The end of a stage exactly as planned. */
export const plannedEnd =
  (isWorkingDay: WorkingDays): EndOf =>
  (stage, event) =>
    stage.endsOn ?? periodEnd(event, stage.length, stage.unit, isWorkingDay);
