import { SPACE_SHARES } from './cosine-search.js';
import type { DocumentVector, Statistics } from './inverted-index.js';
import { impact, lengthOf, type TermVector, type Vocabulary } from './vocabulary.js';

/** A term that both documents hold, and how much of the score it makes. */
export interface SharedTerm {
  /** A word as it is written, a bigram by its sound. */
  readonly term: string;
  readonly kind: 'word' | 'bigram';
  readonly share: number;
}

/** The terms two documents share, largest share first. The shares sum to the score (rounding of doubles apart). */
export function sharedTerms(statistics: Statistics, a: DocumentVector, b: DocumentVector): SharedTerm[] {
  const words = sharedIn(statistics.words, a.words, b.words, 'word', SPACE_SHARES.words);
  const bigrams = sharedIn(statistics.bigrams, a.bigrams, b.bigrams, 'bigram', SPACE_SHARES.bigrams);
  return [...words, ...bigrams].sort((x, y) => y.share - x.share || (x.term < y.term ? -1 : 1));
}

// A list asks about one document and twenty others: its counts are laid out once.
const latest = new WeakMap<Vocabulary, { readonly vector: TermVector; readonly counts: Map<number, number> }>();

function countsOf(vocabulary: Vocabulary, vector: TermVector): Map<number, number> {
  const known = latest.get(vocabulary);
  if (known?.vector === vector) return known.counts;
  const counts = new Map<number, number>();
  vector.terms.forEach((term, i) => counts.set(term, vector.counts[i] ?? 0));
  latest.set(vocabulary, { vector, counts });
  return counts;
}

function sharedIn(vocabulary: Vocabulary, a: TermVector, b: TermVector, kind: SharedTerm['kind'], spaceShare: number): SharedTerm[] {
  const idf = vocabulary.idf();
  const lengths = lengthOf(a, idf) * lengthOf(b, idf);
  const countInA = countsOf(vocabulary, a);
  const shared: SharedTerm[] = [];
  b.terms.forEach((term, i) => {
    const count = countInA.get(term);
    if (count === undefined) return;
    const weight = idf[term] ?? 0;
    const product = impact(count) * weight * impact(b.counts[i] ?? 0) * weight;
    shared.push({ term: vocabulary.termOf(term), kind, share: (spaceShare * product) / lengths });
  });
  return shared;
}
