/** How strongly a match is recommended: 强烈建议联系, 值得了解, not shown. */
export type Band = 'STRONG' | 'WORTH_A_LOOK' | 'NONE';

/**
 * P(graded ≥ 3) = logistic(intercept + slope · √cosine), at most `ceiling`.
 *
 * The cosine alone: its ratio to the demand's best adds nothing (log loss .2832 against .2831), and would show one pair
 * with two probabilities, one from each side. An isotonic table is worse (.292).
 *
 * The version names terms, weights, scoring and these numbers together: change one and they must be fitted again.
 */
export const calibration = {
  version: 'tfidf-1',
  intercept: -3.202,
  slope: 5.27,
  ceiling: 0.55,
  strongFrom: 0.3,
  worthALookFrom: 0.15,
  fitted:
    'Logistic regression of "mean grade ≥ 3" on √cosine over 6,049 expert-graded pairs of 133 demands with achievement ' +
    'titles (shared data/matching). Five-fold cross-validation by demand title: log loss .283 (a constant: .316), ' +
    'calibration error .005; at ≥ .30 205 pairs, 41 % graded ≥ 3; .15–.30 966 pairs, 21 %; below 4,878 pairs, 6 %. ' +
    'Ceiling: of the 20 highest cosines (≥ .369) 55 % were graded ≥ 3; beyond them there is no evidence.',
} as const;

/**
 * The chance that an expert would grade the pair strong or fairly strong, 0 … 1. It never falls as the cosine rises, so
 * it keeps the order of a list.
 * @param cosine the score of a match, 0 … 1
 */
export function probabilityOf(cosine: number): number {
  // Rounding can leave a cosine just outside 0 … 1; NaN would come out as NaN on a page.
  const bounded = Number.isNaN(cosine) ? 0 : Math.min(1, Math.max(0, cosine));
  const logit = calibration.intercept + calibration.slope * Math.sqrt(bounded);
  return Math.min(calibration.ceiling, 1 / (1 + Math.exp(-logit)));
}

/** The band of a probability: from .30 STRONG, from .15 WORTH_A_LOOK (docs/matching.md point 7). */
export function bandOf(probability: number): Band {
  if (probability >= calibration.strongFrom) return 'STRONG';
  return probability >= calibration.worthALookFrom ? 'WORTH_A_LOOK' : 'NONE';
}
