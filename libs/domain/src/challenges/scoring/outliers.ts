import { twiceMedian } from './ranking.js';
import { wholeWeight, type Criterion, type Scorecard, type ScoringRule } from './rules.js';
import { scorecardTotal } from './totals.js';

/**
 * A value far from what the others gave. `criterionId` null: the card's total. `deviation` from the median in hundredths of a point (rounded towards
 * zero), negative below it; `score`: the modified z-score in thousandths, null where more than half gave the same (MAD 0).
 */
export type Outlier = { bidId: string; reviewerId: string; criterionId: string | null; deviation: number; score: number | null };

/** 0.6745 makes the median deviation comparable with a standard deviation (Iglewicz and Hoaglin 1993). */
const consistency = 6745;

/** Which of the values stand out; `unit` of them make a hundredth of a point. Everything whole: medians are doubled, deviations quadrupled. */
function standOut(values: readonly number[], unit: number, { threshold, least }: ScoringRule['outlier']) {
  const median = twiceMedian(values);
  const off = values.map((v) => 2 * v - median);
  const mad = twiceMedian(off.map(Math.abs));
  return off.flatMap((twice, at) => {
    const size = Math.abs(twice);
    const far = size >= 2 * least * unit;
    // 0.6745 × (size / 2) / (mad / 4) > threshold / 1000
    const strange = consistency * 2 * size > threshold * 10 * mad;
    const score = mad === 0 ? null : Math.floor((consistency * 2 * size) / (10 * mad));
    return far && strange ? [{ at, deviation: Math.trunc(twice / (2 * unit)), score }] : [];
  });
}

/**
 * Scores to point out to the secretary, who asks for a reason; nothing is changed by them. Per bid, of the totals and of each criterion, by the
 * deviation from the median against the median of such deviations. The cards must have been checked.
 */
export function scoreOutliers(
  criteria: readonly Criterion[],
  cards: readonly Scorecard[],
  { outlier }: Pick<ScoringRule, 'outlier'>,
): Outlier[] {
  return [...new Set(cards.map((c) => c.bidId))].sort().flatMap((bidId) => {
    const own = cards.filter((c) => c.bidId === bidId);
    if (own.length < outlier.reviewers) return [];
    const of = (criterionId: string | null, values: readonly number[], unit: number) =>
      standOut(values, unit, outlier).map(({ at, ...found }): Outlier => ({
        bidId,
        reviewerId: own[at]?.reviewerId ?? '',
        criterionId,
        ...found,
      }));
    return [
      ...of(
        null,
        own.map((c) => scorecardTotal(criteria, c)),
        wholeWeight,
      ),
      ...criteria.flatMap(({ id }) =>
        of(
          id,
          own.map((c) => c.scores[id] ?? 0),
          1,
        ),
      ),
    ];
  });
}
