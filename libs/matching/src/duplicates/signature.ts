import type { Rarity } from './rarity.js';

/**
 * Which shingles find the others: the rarest 32 of a text are kept, the rarest 64 are asked for. Two versions of one text with every fifth
 * word changed share about a third of them, two texts of one subject one or two; plain MinHash, which samples common shingles as well,
 * found half of such pairs.
 */
export const signatureSize = { kept: 32, asked: 64 } as const;
/** So many items may hold one of the shingles asked for, all in all: it bounds the work where a text has nothing rare. */
const mostPostings = 30_000;

/** What is kept of a text, the rarest first. */
export function keptTerms(shingles: ReadonlySet<number>, rarity: Rarity): number[] {
  return rarity.ordered(shingles).slice(0, signatureSize.kept);
}

/**
 * What is asked for to find the others like it. What no counted text holds can still stand in an item that is newer than the counts: half of
 * the places are for those, so that changed words do not take the places of words that find something.
 */
export function askedTerms(shingles: ReadonlySet<number>, rarity: Rarity): number[] {
  const unknown: number[] = [];
  const known: number[] = [];
  let left = mostPostings;
  for (const shingle of rarity.ordered(shingles)) {
    const items = rarity.itemsWith(shingle);
    if (items === 0) {
      if (unknown.length < signatureSize.kept) unknown.push(shingle);
      continue;
    }
    left -= items;
    if (known.length === signatureSize.asked || (left < 0 && known.length > 0)) break;
    known.push(shingle);
  }
  return [...known, ...unknown];
}
