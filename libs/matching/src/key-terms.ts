import { impact, type TermVector, type Vocabulary } from './vocabulary.js';

/** One of the demand's heaviest words, and whether the other side holds it. */
export interface KeyTerm {
  readonly text: string;
  readonly covered: boolean;
}

const KEY_TERMS = 8;
const HAS_HAN = /\p{Script=Han}/u;

/**
 * The words that weigh most in a demand (impact × idf), at most 8, none inside another, for "covers 5 of 8 key terms,
 * missing …".
 * @param counts the demand's words
 * @param other the words and the folded texts of the other side
 */
export function keyTermsOf(
  vocabulary: Vocabulary,
  counts: ReadonlyMap<string, number>,
  other: { readonly words: ReadonlyMap<string, number>; readonly texts: readonly string[] },
): KeyTerm[] {
  const heaviestFirst = [...counts]
    .map(([text, count]) => ({ text, weight: impact(count) * vocabulary.idfOf(text) }))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  const chosen: string[] = [];
  for (const { text } of heaviestFirst) {
    if (chosen.length === KEY_TERMS) break;
    if (!chosen.some((earlier) => earlier.includes(text) || text.includes(earlier))) chosen.push(text);
  }
  const { words, texts } = other;
  // A Han word counts wherever it stands, however the other text was cut; "pe" is not covered by "speed".
  const covers = (text: string): boolean => words.has(text) || (HAS_HAN.test(text) && texts.some((folded) => folded.includes(text)));
  return chosen.map((text) => ({ text, covered: covers(text) }));
}

/** The words that weigh most in a vector (impact × idf), heaviest first. */
export function heaviestOf(vocabulary: Vocabulary, { terms, counts }: TermVector, count: number): { text: string; weight: number }[] {
  const idf = vocabulary.idf();
  const weighed = Array.from(terms, (term, i) => ({ text: vocabulary.termOf(term), weight: impact(counts[i] ?? 0) * (idf[term] ?? 0) }));
  return weighed.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1)).slice(0, count);
}
