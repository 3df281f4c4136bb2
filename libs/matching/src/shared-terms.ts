import { SPACE_SHARE, type DocumentVector, type Statistics } from './inverted-index.js';
import { impact, lengthOf, type TermVector, type Vocabulary } from './vocabulary.js';

/** A term that both documents hold, and how much of the score it makes. */
export interface SharedTerm {
  readonly term: string;
  readonly kind: 'word' | 'bigram';
  readonly share: number;
}

/** The terms two documents share, largest share first. The shares sum to the score (rounding of doubles apart). */
export function sharedTerms(statistics: Statistics, a: DocumentVector, b: DocumentVector): SharedTerm[] {
  const words = sharedIn(statistics.words, a.words, b.words, 'word');
  const bigrams = sharedIn(statistics.bigrams, a.bigrams, b.bigrams, 'bigram');
  return [...words, ...bigrams].sort((x, y) => y.share - x.share || (x.term < y.term ? -1 : 1));
}

function sharedIn(vocabulary: Vocabulary, a: TermVector, b: TermVector, kind: SharedTerm['kind']): SharedTerm[] {
  const idf = vocabulary.idf();
  const lengths = lengthOf(a, idf) * lengthOf(b, idf);
  const countInB = new Map<number, number>();
  b.terms.forEach((term, i) => countInB.set(term, b.counts[i] ?? 0));
  const shared: SharedTerm[] = [];
  a.terms.forEach((term, i) => {
    const count = countInB.get(term);
    if (count === undefined) return;
    const weight = idf[term] ?? 0;
    const product = impact(a.counts[i] ?? 0) * weight * impact(count) * weight;
    shared.push({ term: vocabulary.termOf(term), kind, share: (SPACE_SHARE * product) / lengths });
  });
  return shared;
}
