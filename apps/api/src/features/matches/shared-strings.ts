import { mergeShares, shownStrings, type SharedTerm } from '@jihui/matching';
import type { SharedText } from './match.entity.js';

/** What a list shows of the common strings: the largest, as long as they weigh anything. */
const shown = { terms: 6, leastPart: 0.03 } as const;

/**
 * The longest strings that both texts hold, with their parts of the score: as exact as the explanation of a pair, at a tenth of its cost.
 * @param left the stretches of Han characters of one text, one per line
 */
export function sharedTexts(score: number, shared: readonly SharedTerm[], left: string, right: string): SharedText[] {
  const bigrams = new Set(shared.filter((s) => s.kind === 'bigram').map((s) => s.term));
  return mergeShares(shared, shownStrings([left], [right], bigrams))
    .slice(0, shown.terms)
    .filter(([, share], i) => i === 0 || share >= score * shown.leastPart)
    .map(([text, share]) => ({ text, share }));
}
