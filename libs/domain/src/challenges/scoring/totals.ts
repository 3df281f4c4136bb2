import { fullScore, wholeWeight, type Criterion, type Scorecard, type ScoringRule } from './rules.js';

/** A mean as it is exactly: `sum` of `count` values. Compared by cross multiplication, never divided. */
export type Mean = { sum: number; count: number };
export type CountedCard = { reviewerId: string; /** Σ weight × score, up to 10^8. */ total: number; dropped: 'HIGHEST' | 'LOWEST' | null };
export type BidTotal = {
  bidId: string;
  cards: CountedCard[];
  /** Of the totals that count. */
  mean: Mean;
  /** Of the scores that count, per criterion: weighted they make up `mean` exactly. What a bidder is told. */
  byCriterion: { criterionId: string; mean: Mean }[];
};

/** Negative when a is smaller. Sums stay below 10^10 and counts below 100, so the products are exact. */
export const compareMeans = (a: Mean, b: Mean): number => a.sum * b.count - b.sum * a.count;

/** A mean in hundredths of a point, half a hundredth rounded up, for display only. `unit`: 10 000 for totals, 1 for scores. */
export function hundredths({ sum, count }: Mean, unit = 1): number {
  const by = count * unit;
  return Math.floor((2 * sum + by) / (2 * by));
}

/** "86.25", for display only. */
export const formatScore = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

/** Weight × score over all criteria: 10^8 is full marks. */
export const scorecardTotal = (criteria: readonly Criterion[], card: Scorecard): number =>
  criteria.reduce((sum, { id, weight }) => sum + weight * (card.scores[id] ?? 0), 0);
export const fullTotal = fullScore * wholeWeight;

/**
 * The cards of one bid, counted (domain.md 2.4): from `dropFrom` cards on the highest and the lowest total are left out, of equal ones that of the
 * reviewer whose id comes first, which changes no mean of totals. The cards must have been checked.
 */
export function bidTotal(
  bidId: string,
  criteria: readonly Criterion[],
  cards: readonly Scorecard[],
  rule: Pick<ScoringRule, 'dropFrom'>,
): BidTotal {
  const own = cards
    .filter((c) => c.bidId === bidId)
    .map((card) => ({ card, total: scorecardTotal(criteria, card) }))
    .sort((a, b) => a.total - b.total || (a.card.reviewerId < b.card.reviewerId ? -1 : 1));
  const drops = own.length >= rule.dropFrom && own.length > 2;
  const top = own.findIndex((c) => c.total === own.at(-1)?.total);
  // When all are equal the first is the lowest, and the second the highest.
  const highest = Math.max(top, 1);
  const kept = own.filter((_, at) => !drops || (at !== 0 && at !== highest));
  const mean = (value: (c: (typeof own)[number]) => number): Mean => ({
    sum: kept.reduce((sum, c) => sum + value(c), 0),
    count: kept.length,
  });
  return {
    bidId,
    cards: own.map(({ card, total }, at) => ({
      reviewerId: card.reviewerId,
      total,
      dropped: !drops ? null : at === 0 ? 'LOWEST' : at === highest ? 'HIGHEST' : null,
    })),
    mean: mean((c) => c.total),
    byCriterion: criteria.map(({ id }) => ({ criterionId: id, mean: mean((c) => c.card.scores[id] ?? 0) })),
  };
}
