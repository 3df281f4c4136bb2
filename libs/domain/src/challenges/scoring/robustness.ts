import { rankBids, winnersOf, type ScoringInput } from './ranking.js';

/** What becomes of the first place without one reviewer. `comparable` false: a bid would be left without any card, so nothing can be said. */
export type WithoutReviewer = { reviewerId: string; comparable: boolean; winners: string[]; changes: boolean };
/** `changed` of `runs`: how often the winner changes when one reviewer is left out. */
export type Robustness = { winners: string[]; runs: number; changed: number; without: WithoutReviewer[] };

/**
 * How much the first place hangs on single reviewers: the ranking again without each of them, by the same rule on the panel that is left (six of
 * seven drop none). A shared first place that becomes a single one has changed too. INVALID_INPUT as in rankBids.
 */
export function rankingRobustness(input: ScoringInput): Robustness {
  const winners = winnersOf(rankBids(input));
  const bids = new Set(input.cards.map((c) => c.bidId));
  const reviewers = [...new Set(input.cards.map((c) => c.reviewerId))].sort();
  const without = reviewers.map((reviewerId): WithoutReviewer => {
    const cards = input.cards.filter((c) => c.reviewerId !== reviewerId);
    if (new Set(cards.map((c) => c.bidId)).size < bids.size) return { reviewerId, comparable: false, winners: [], changes: false };
    const now = winnersOf(rankBids({ ...input, cards }));
    return { reviewerId, comparable: true, winners: now, changes: now.join(' ') !== winners.join(' ') };
  });
  const runs = without.filter((w) => w.comparable);
  return { winners, runs: runs.length, changed: runs.filter((w) => w.changes).length, without };
}
