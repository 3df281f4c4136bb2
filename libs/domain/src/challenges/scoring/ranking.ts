import { DomainError } from '../../errors.js';
import { checkCriteria, checkScorecards, type Criterion, type Scorecard, type ScoringRule, type TieRule } from './rules.js';
import { bidTotal, compareMeans, type BidTotal, type Mean } from './totals.js';

/** A bid's place. `decidedBy`: what put it behind the one before it (null: it is the first, or shares the place). */
export type Place = { rank: number; total: BidTotal; decidedBy: 'MEAN' | TieRule | null; shared: boolean };
export type ScoringInput = { criteria: readonly Criterion[]; cards: readonly Scorecard[]; rule: ScoringRule };

/** The value in the middle, doubled so that it stays whole. */
export function twiceMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? 2 * upper : upper + (sorted[middle - 1] ?? 0);
}

/** Tie rules look at every card cast, so that which of two equal cards was dropped decides nothing. */
function tieValue(rule: TieRule, criteria: readonly Criterion[], own: readonly Scorecard[], { cards: counted }: BidTotal): Mean {
  if (rule === 'MEDIAN') return { sum: twiceMedian(counted.map((c) => c.total)), count: 1 };
  const most = Math.max(...criteria.map((c) => c.weight));
  const heaviest = criteria.filter((c) => c.weight === most);
  return { sum: own.reduce((sum, c) => sum + heaviest.reduce((all, { id }) => all + (c.scores[id] ?? 0), 0), 0), count: own.length };
}

/**
 * The bids from the best to the last: by the mean of what counts, then by the named tie rules, else on a shared place (in the order of their ids).
 * Several criteria of the same greatest weight count together as the heaviest. Arithmetic is whole throughout. INVALID_INPUT as in checkCriteria and
 * checkScorecards, and no cards at all (required).
 */
export function rankBids(input: ScoringInput): Place[] {
  checkCriteria(input.criteria);
  checkScorecards(input.criteria, input.cards);
  if (!input.cards.length) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'cards', code: 'required' }] });
  const { criteria, cards, rule } = input;
  const byBid = new Map<string, Scorecard[]>();
  for (const card of cards)
    byBid
      .set(card.bidId, byBid.get(card.bidId) ?? [])
      .get(card.bidId)
      ?.push(card);
  const rows = [...byBid]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bidId, own]) => {
      const total = bidTotal(bidId, criteria, own, rule);
      return { total, values: [total.mean, ...rule.ties.map((tie) => tieValue(tie, criteria, own, total))] };
    });
  type Row = (typeof rows)[number];
  const firstDifference = (a: Row, b: Row) => a.values.findIndex((v, at) => compareMeans(v, b.values[at] ?? v) !== 0);
  const better = (a: Row, b: Row) => {
    const at = firstDifference(a, b);
    const [x, y] = [a.values[at], b.values[at]];
    return x && y ? compareMeans(y, x) : 0;
  };
  rows.sort(better);
  const places: Place[] = [];
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    const last = places.at(-1);
    const differs = before ? firstDifference(before, row) : -1;
    const shares = before !== undefined && differs < 0;
    if (shares && last) last.shared = true;
    const decidedBy = differs < 0 ? null : differs === 0 ? 'MEAN' : (rule.ties[differs - 1] ?? null);
    places.push({ rank: shares && last ? last.rank : at + 1, total: row.total, decidedBy, shared: shares });
  }
  return places;
}

/** The bid or bids on the first place. */
export const winnersOf = (places: readonly Place[]): string[] => places.filter((p) => p.rank === 1).map((p) => p.total.bidId);
