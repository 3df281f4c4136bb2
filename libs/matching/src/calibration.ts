import model from './model.json' with { type: 'json' };

/** How strongly a match is recommended: 强烈建议联系, 值得了解, not shown. */
export type Band = 'STRONG' | 'WORTH_A_LOOK' | 'NONE';

/**
 * P(graded ≥ 3) = logistic(intercept + slope · √cosine), at most `ceiling`; the numbers and the report of their fitting stand in
 * model.json, written by `npm run match:fit -- --data DIR --write VERSION`.
 *
 * The cosine alone: no feature beside it, nor all of them, ordered held-out demands better (docs/matching.md), and a place
 * relative to the demand's best would show one pair with two probabilities, one from each side.
 *
 * The version names terms, weights, scoring and these numbers together: change one and they must be fitted again.
 */
export interface MatchModel {
  readonly version: string;
  readonly intercept: number;
  readonly slope: number;
  readonly ceiling: number;
  /** Fitted with the similarity of an embedder's vectors as a second feature; where a pair has none, the two above count. */
  readonly withSimilarity?: SimilarityCoefficients | null;
}

export interface SimilarityCoefficients {
  /** Whose vectors it was fitted on: those of another embedder mean something else. */
  readonly embedder: string;
  readonly intercept: number;
  readonly slope: number;
  readonly similarity: number;
}

/** The model of this release. */
export const shippedModel: MatchModel = {
  version: model.version,
  intercept: model.intercept,
  slope: model.coefficients.rootCosine,
  ceiling: model.ceiling,
};

/** The coefficients of the release with the bounds of the bands. */
export const calibration: Readonly<MatchModel & { strongFrom: number; worthALookFrom: number }> = {
  ...shippedModel,
  strongFrom: 0.3,
  worthALookFrom: 0.15,
};

/**
 * The chance that an expert would grade the pair strong or fairly strong, 0 … 1. It never falls as the cosine rises, so
 * it keeps the order of a list.
 * @param cosine the score of a match, 0 … 1
 * @param similarity what an embedder says of the two texts, −1 … 1; without one, or by a model that was fitted without, it weighs nothing
 */
export function probabilityOf(cosine: number, model: MatchModel = shippedModel, similarity: number | null = null): number {
  // Rounding can leave a cosine just outside 0 … 1; NaN would come out as NaN on a page.
  const bounded = Number.isNaN(cosine) ? 0 : Math.min(1, Math.max(0, cosine));
  const { intercept, slope, similarity: weight } = coefficientsFor(model, similarity);
  const logit = intercept + slope * Math.sqrt(bounded) + weight * (similarity ?? 0);
  return Math.min(model.ceiling, 1 / (1 + Math.exp(-logit)));
}

function coefficientsFor(model: MatchModel, similarity: number | null): { intercept: number; slope: number; similarity: number } {
  return similarity === null || !model.withSimilarity ? { intercept: model.intercept, slope: model.slope, similarity: 0 } : model.withSimilarity;
}

/** The least cosine whose probability is not below this one, a hair lower for the rounding: ask `bandOf` about what passes it. */
export function leastCosineFor(probability: number, model: MatchModel = shippedModel): number {
  const root = (Math.log(probability / (1 - probability)) - model.intercept) / model.slope;
  return Math.max(0, root) ** 2 * (1 - 1e-9);
}

/** The band of a probability: from .30 STRONG, from .15 WORTH_A_LOOK (docs/matching.md point 7). */
export function bandOf(probability: number): Band {
  if (probability >= calibration.strongFrom) return 'STRONG';
  return probability >= calibration.worthALookFrom ? 'WORTH_A_LOOK' : 'NONE';
}
