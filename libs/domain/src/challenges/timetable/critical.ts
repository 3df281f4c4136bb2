import { lastDay, runForward, type EndOf, type PlannedStage, type StageSpan } from './forward.js';
import type { WorkingDays } from './periods.js';
import type { TimetableStage } from './stages.js';

/** More room than this is not told apart (working days). */
export const mostSlack = 250;

/** The chain of stages that bind each other from the first to the one that ends last. */
export function criticalPath(spans: readonly StageSpan[]): TimetableStage[] {
  const byCode = new Map(spans.map((s) => [s.stage, s]));
  const end = lastDay(spans);
  const path: TimetableStage[] = [];
  let at = spans.filter((s) => s.endsOn === end).at(-1);
  for (; at; at = at.boundBy === null ? undefined : byCode.get(at.boundBy)) path.unshift(at.stage);
  return path;
}

/**
 * By how many working days each stage may end later without the whole ending later (at most 250). Found by trial, because periods in calendar days
 * that move off holidays give room that no subtraction sees; the trial is monotone, so doubling and then halving finds the exact figure.
 */
export function slackOf(
  order: readonly PlannedStage[],
  startsOn: string,
  endOf: EndOf,
  isWorkingDay: WorkingDays,
): Map<TimetableStage, number> {
  const end = lastDay(runForward(order, startsOn, endOf, isWorkingDay));
  const holds = (stage: TimetableStage, days: number) =>
    lastDay(runForward(order, startsOn, endOf, isWorkingDay, new Map([[stage, days]]))) <= end;
  return new Map(
    order.map(({ stage }) => {
      let [low, high] = [0, 1];
      for (; high <= mostSlack && holds(stage, high); high *= 2) low = high;
      high = Math.min(high - 1, mostSlack);
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (holds(stage, middle)) low = middle;
        else high = middle - 1;
      }
      return [stage, low];
    }),
  );
}
