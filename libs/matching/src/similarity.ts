import { leastCosineFor, probabilityOf, bandOf, type Band, type MatchModel } from './calibration.js';
import type { Hit } from './top-k.js';

/** An embedder's vector of a text, of length 1. */
export type TextVector = Float32Array;

/** A pair by its words and, where both texts have vectors and the model weighs them, by their similarity; `score` is what lists are ordered by. */
export interface Weighed extends Hit {
  readonly cosine: number;
  readonly similarity: number | null;
}

/** Pairs whose words alone give them less than this chance are not asked for their similarity: most of a market, and no words to explain them by. */
const ASKED_FROM = 0.1;

/** The cosine from which on similarity counts; Infinity for a model that does not weigh it. */
export function leastCosineAsked(model: MatchModel): number {
  return model.withSimilarity ? leastCosineFor(ASKED_FROM, model) : Infinity;
}

/** The cosine of two vectors of length 1, the same bits whichever comes first; null where one is missing or they are not of one kind. */
export function similarityOf(a: TextVector | undefined, b: TextVector | undefined): number | null {
  if (a === undefined || b === undefined || a.length !== b.length) return null;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return Number.isFinite(sum) ? Math.min(1, Math.max(-1, sum)) : null;
}

/**
 * What lists are ordered by: the cosine; with a similarity, the cosine that would give the pair the same chance by words alone. So pairs
 * with and without vectors stand in one order, and without an embedder it is the cosine to the last bit.
 */
export function strengthOf(cosine: number, similarity: number | null, model: MatchModel): number {
  const { withSimilarity: fitted } = model;
  if (similarity === null || !fitted) return cosine;
  const logit = fitted.intercept + fitted.slope * Math.sqrt(Math.max(0, cosine)) + fitted.similarity * similarity;
  return Math.max(0, (logit - model.intercept) / model.slope) ** 2;
}

/** The similarity as far as the model weighs it in this pair. */
export function countedSimilarity(cosine: number, similarity: number | null, model: MatchModel): number | null {
  return cosine >= leastCosineAsked(model) ? similarity : null;
}

/** Weighs a pair by its cosine and the similarity of its texts. */
export function weigh(id: string, cosine: number, similarity: () => number | null, model: MatchModel): Weighed {
  const counted = cosine >= leastCosineAsked(model) ? similarity() : null;
  return { id, cosine, similarity: counted, score: strengthOf(cosine, counted, model) };
}

/** The chance and the band of a weighed pair. */
export function chanceOf({ cosine, similarity }: Pick<Weighed, 'cosine' | 'similarity'>, model: MatchModel): { probability: number; band: Band } {
  const probability = probabilityOf(cosine, model, similarity);
  return { probability, band: bandOf(probability) };
}
