import { addDays } from '../../calendar.js';
import { DomainError } from '../../errors.js';
import type { WorkingDays } from './periods.js';

/**
 * The work of the review: each of `bids` is read by `perBid` different reviewers; a reviewer reads `capacity` bids on a working day on which he is
 * not `away`. `panel` has one row per reviewer.
 */
export type ReviewLoad = { bids: number; perBid: number; panel: readonly { capacity: number; away?: ReadonlySet<string> }[] };
export type ReviewNeed = { readings: number; workingDays: number; endsOn: string };

/** So long a review is looked ahead for: after two years a panel that is always away counts as none. */
const horizon = 730;

function check({ bids, perBid, panel }: ReviewLoad) {
  const counts = [bids, perBid, ...panel.map((p) => p.capacity)];
  if (counts.some((n) => !Number.isInteger(n) || n < 0))
    throw new DomainError('INVALID_INPUT', { issues: [{ path: 'review', code: 'not_a_count' }] });
}

/**
 * The first day on which all can have been read when reading begins after `event`; null when the panel can never do it (fewer reviewers than one bid
 * needs, or no capacity). Exact: seats of b bids with k different readers each can be filled by reviewers who can read c1, c2, … bids if and only if
 * min(c1,b) + min(c2,b) + … ≥ b·k, for the left side is concave in b (Gale–Ryser). Counts that are not whole and ≥ 0 are INVALID_INPUT.
 */
export function reviewNeed(event: string, load: ReviewLoad, isWorkingDay: WorkingDays): ReviewNeed | null {
  check(load);
  const readings = load.bids * load.perBid;
  if (readings === 0) return { readings, workingDays: 0, endsOn: event };
  if (load.panel.filter((p) => p.capacity > 0).length < load.perBid) return null;
  const read = load.panel.map(() => 0);
  let workingDays = 0;
  for (let i = 1; i <= horizon; i++) {
    const day = addDays(event, i);
    if (!isWorkingDay(day)) continue;
    workingDays++;
    load.panel.forEach((p, at) => {
      if (!p.away?.has(day)) read[at] = Math.min(load.bids, (read[at] ?? 0) + p.capacity);
    });
    if (read.reduce((a, b) => a + b, 0) >= readings) return { readings, workingDays, endsOn: day };
  }
  return null;
}
