import { shippedModel, type Band, type MatchModel } from './calibration.js';
import { pairsBySound, shownStrings } from './common-strings.js';
import { achievementFields, demandFields, type AchievementDocument, type DemandDocument } from './documents.js';
import type { DocumentVector, Statistics } from './inverted-index.js';
import { keyTermsOf, type KeyTerm } from './key-terms.js';
import { sharedTerms, type SharedTerm } from './shared-terms.js';
import { chanceOf, weigh } from './similarity.js';
import { SpanFinder, type Span } from './spans.js';
import { analyse, bigramsOf, countAnalysed, type TermCounts } from './terms.js';

/** A string that both sides hold, what it contributes to the score, and where it stands in the original texts. */
export interface ExplainedTerm {
  readonly text: string;
  readonly share: number;
  readonly demandSpans: readonly Span[];
  readonly achievementSpans: readonly Span[];
}

/** Why a pair scores what it scores. The shares of the terms, largest first, sum to the score. */
export interface Explanation {
  readonly score: number;
  /** A feature of its own beside the score: what an embedder says of the two texts; null where it does not count. */
  readonly similarity: number | null;
  readonly probability: number;
  readonly band: Band;
  readonly terms: readonly ExplainedTerm[];
  readonly keyTerms: readonly KeyTerm[];
  /** The version of terms, weights and calibration. */
  readonly version: string;
}

/** Explains one pair by the arithmetic of the search itself. `statistics` are those of the index that scored the pair. */
export function explainPair(
  statistics: Statistics,
  demand: DemandDocument,
  achievement: AchievementDocument,
  model: MatchModel = shippedModel,
  similarity: number | null = null,
): Explanation {
  const left = demandFields(demand);
  const right = achievementFields(achievement);
  // Each text is folded and cut once: a pasted article must be explained while its reader waits.
  const leftTexts = left.map(analyse);
  const rightTexts = right.map(analyse);
  const leftCounts = countAnalysed(leftTexts);
  const rightCounts = countAnalysed(rightTexts);
  const shared = sharedTerms(statistics, vectorOf(statistics, leftCounts), vectorOf(statistics, rightCounts));
  const score = shared.reduce((sum, { share }) => sum + share, 0);
  const weighed = weigh(achievement.id, score, () => similarity, model);
  const inDemand = new SpanFinder(left);
  const inAchievement = new SpanFinder(right);
  const bigrams = new Set(shared.filter(({ kind }) => kind === 'bigram').map(({ term }) => term));
  const runsOf = (texts: typeof leftTexts): string[] => texts.flatMap(({ runs }) => runs);
  const counterpart = pairsBySound(runsOf(rightTexts), bigrams);
  const terms = mergeShares(shared, shownStrings(runsOf(leftTexts), runsOf(rightTexts), bigrams)).map(([text, share]) => {
    const [first, ...others] = inAchievement.find(text);
    // Shared by its sound alone: the achievement writes it in another way.
    const achievementSpans = first ? [first, ...others] : inAchievement.find(counterpart.get(bigramsOf(text)[0] ?? '') ?? text);
    return { text, share, demandSpans: inDemand.find(text), achievementSpans };
  });
  const keyTerms = keyTermsOf(statistics.words, leftCounts.words, {
    words: rightCounts.words,
    texts: rightTexts.map(({ folded }) => folded),
  });
  return { score, similarity: weighed.similarity, ...chanceOf(weighed, model), terms, keyTerms, version: model.version };
}

/**
 * Gives each shared bigram and word to the longest common string that holds it; what lies in none stands for itself.
 * @param strings longest first
 */
export function mergeShares(shared: readonly SharedTerm[], strings: readonly string[]): [text: string, share: number][] {
  const homeOfBigram = new Map<string, string>();
  for (const text of strings) {
    for (const bigram of bigramsOf(text)) if (!homeOfBigram.has(bigram)) homeOfBigram.set(bigram, text);
  }
  const shares = new Map<string, number>();
  for (const { term, kind, share } of shared) {
    const home = kind === 'bigram' ? homeOfBigram.get(term) : strings.find((text) => text.includes(term));
    const text = home ?? term;
    shares.set(text, (shares.get(text) ?? 0) + share);
  }
  return [...shares].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

// Documents that are not indexed get numbers too: unknown terms would all share one.
function vectorOf(statistics: Statistics, counts: TermCounts): DocumentVector {
  return { words: statistics.words.vectorOf(counts.words), bigrams: statistics.bigrams.vectorOf(counts.bigrams) };
}
