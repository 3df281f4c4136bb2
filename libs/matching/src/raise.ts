import { shippedModel, type Band, type MatchModel } from './calibration.js';
import { achievementFields, demandFields, type AchievementDocument, type DemandDocument } from './documents.js';
import type { Statistics } from './inverted-index.js';
import { sharedTerms } from './shared-terms.js';
import { chanceOf, weigh } from './similarity.js';
import { countTerms, type Field } from './terms.js';

/** What a pair would be worth if one side said more of itself: computed again by the same arithmetic, not estimated. */
export interface Raise {
  readonly side: 'DEMAND' | 'ACHIEVEMENT';
  /** The words that would stand among the item's keywords. */
  readonly terms: readonly string[];
  readonly probability: number;
  readonly band: Band;
}

export interface Raises {
  /** The pair as it is. */
  readonly probability: number;
  /** The largest first; each lifts the probability. */
  readonly raises: readonly Raise[];
}

/** Words that each side lacks and the other one weighs most. */
export interface Lacking {
  readonly demand: readonly string[];
  readonly achievement: readonly string[];
}

// Half a percentage point is less than what anybody reads.
const LEAST_GAIN = 0.005;

/**
 * Recomputes a pair with each lacking word as one more keyword, and with all of a side's at once. The frequencies of all texts stay as they
 * are, and so does the similarity: what an embedder would say of a longer text, only the embedder knows.
 */
export function raisesOf(
  statistics: Statistics,
  demand: DemandDocument,
  achievement: AchievementDocument,
  lacking: Lacking,
  model: MatchModel = shippedModel,
  similarity: number | null = null,
): Raises {
  const chance = (cosine: number): { probability: number; band: Band } => chanceOf(weigh('', cosine, () => similarity, model), model);
  const score = (d: DemandDocument, a: AchievementDocument): number => cosineOf(statistics, demandFields(d), achievementFields(a));
  const { probability } = chance(score(demand, achievement));
  const ofSide = (side: Raise['side'], terms: readonly string[], scoreWith: (terms: readonly string[]) => number): Raise[] =>
    [...terms.map((term) => [term]), ...(terms.length > 1 ? [terms] : [])].map((some) => ({ side, terms: some, ...chance(scoreWith(some)) }));
  const raises = [
    ...ofSide('ACHIEVEMENT', lacking.achievement, (terms) =>
      score(demand, { ...achievement, keywords: [...(achievement.keywords ?? []), ...terms] }),
    ),
    ...ofSide('DEMAND', lacking.demand, (terms) => score({ ...demand, text: [demand.text ?? '', ...terms].join('\n') }, achievement)),
  ];
  return {
    probability,
    raises: raises
      .filter((raise) => raise.probability >= probability + LEAST_GAIN)
      .sort((a, b) => b.probability - a.probability || a.terms.length - b.terms.length),
  };
}

function cosineOf(statistics: Statistics, demand: readonly Field[], achievement: readonly Field[]): number {
  const vector = (fields: readonly Field[]) => {
    const counts = countTerms(fields);
    return { words: statistics.words.vectorOf(counts.words), bigrams: statistics.bigrams.vectorOf(counts.bigrams) };
  };
  return sharedTerms(statistics, vector(demand), vector(achievement)).reduce((sum, { share }) => sum + share, 0);
}
