import { z } from 'zod';

/** An expert's grade of a pair, as in the shared labels: 1 not related, 2 somewhat, 3 fairly, 4 strongly. */
export const MatchLevel = z.number().int().min(1).max(4);
export const matchGrade = z
  .object({ demandId: z.uuid(), achievementId: z.uuid(), level: MatchLevel })
  .meta({ id: 'MatchGradeInput' });
export type MatchGradeInput = z.output<typeof matchGrade>;

/** What is looked at in a pair. Those that the model does not weigh are shown too: an expert judges by them. */
export const BenchFeature = z
  .enum(['rootCosine', 'wordPart', 'bigramPart', 'embedding', 'keyTermsCovered', 'sameField', 'trlGap', 'priceOverBudget', 'daysSinceConfirmed'])
  .meta({ id: 'BenchFeature' });
export type BenchFeature = z.infer<typeof BenchFeature>;

type Weights = { intercept: number; slope: number; similarity: number };
type Coefficients = { intercept: number; slope: number; ceiling: number; withSimilarity?: Weights | null };
/** `adds`: what the words add to the log odds; `similarityAdds`: what an embedder's vectors do, null where they do not count. */
export type ScoreParts = { probability: number; logOdds: number; intercept: number; adds: number; similarityAdds: number | null; capped: boolean };

/** The probability of a model, and what each part adds to its log odds. */
export function scoreUnder(model: Coefficients, cosine: number, similarity: number | null = null): ScoreParts {
  const weights = similarity === null ? null : model.withSimilarity;
  const { intercept, slope } = weights ?? model;
  const adds = slope * Math.sqrt(Math.min(1, Math.max(0, cosine)));
  const similarityAdds = weights && similarity !== null ? weights.similarity * similarity : null;
  const logOdds = intercept + adds + (similarityAdds ?? 0);
  const probability = 1 / (1 + Math.exp(-logOdds));
  return { probability: Math.min(model.ceiling, probability), logOdds, intercept, adds, similarityAdds, capped: probability > model.ceiling };
}

export type Agreement = {
  /** Grades of one pair by two people. */
  pairs: number;
  same: number;
  withinOne: number;
  /** Cohen's kappa with quadratic weights: 1 all alike, 0 as chance would have it; null where all have given one grade. */
  kappa: number | null;
};

/** How far two graders agree, over every two grades of one pair. */
export function agreementOf(levels: readonly (readonly number[])[]): Agreement {
  const twos = levels.flatMap((of) => of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const)));
  const pairs = twos.length;
  const same = twos.filter(([a, b]) => a === b).length;
  const withinOne = twos.filter(([a, b]) => Math.abs(a - b) <= 1).length;
  if (!pairs) return { pairs, same, withinOne, kappa: null };
  // Neither is the first grader: both orders count, so that the chance is that of one common distribution.
  const all = twos.flat();
  const share = (level: number): number => all.filter((l) => l === level).length / all.length;
  const distance = (a: number, b: number): number => (a - b) ** 2;
  const observed = twos.reduce((sum, [a, b]) => sum + distance(a, b), 0) / pairs;
  const scale = [1, 2, 3, 4];
  const expected = scale.reduce((sum, a) => sum + scale.reduce((inner, b) => inner + share(a) * share(b) * distance(a, b), 0), 0);
  return { pairs, same, withinOne, kappa: expected === 0 ? null : 1 - observed / expected };
}

/** Where each stands in the order of another list; how many places up (positive) or down it went. */
export function placesMoved(before: readonly string[], after: readonly string[]): Map<string, number> {
  const old = new Map(before.map((id, i) => [id, i]));
  return new Map(after.flatMap((id, i) => (old.has(id) ? [[id, (old.get(id) ?? i) - i] as const] : [])));
}
