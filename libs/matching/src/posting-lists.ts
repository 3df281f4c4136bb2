import { IMPACT, type TermVector } from './vocabulary.js';

/** For each term the documents that hold it, term after term in two flat arrays; term t owns starts[t] … starts[t + 1]. */
export interface PostingLists {
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
  readonly counts: Uint16Array;
}

export function postingLists(vectors: ReadonlyMap<number, TermVector>, termCount: number): PostingLists {
  const starts = new Uint32Array(termCount + 1);
  for (const { terms } of vectors.values()) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let t = 0; t < termCount; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0);
  const total = starts[termCount] ?? 0;
  const next = starts.slice();
  const lists = { starts, slots: new Uint32Array(total), counts: new Uint16Array(total) };
  for (const [slot, vector] of vectors) {
    for (let i = 0; i < vector.terms.length; i++) {
      const term = vector.terms[i] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      lists.slots[at] = slot;
      lists.counts[at] = vector.counts[i] ?? 0;
    }
  }
  return lists;
}

/** Adds factor × impact / length to the sum of every document that holds the term: the inner loop of the search. */
export function addPostings({ starts, slots, counts }: PostingLists, term: number, factor: number, inverse: Float32Array, sums: Float32Array): void {
  const end = starts[term + 1] ?? 0;
  for (let i = starts[term] ?? 0; i < end; i++) {
    const slot = slots[i] ?? 0;
    sums[slot] = (sums[slot] ?? 0) + factor * (IMPACT[counts[i] ?? 0] ?? 0) * (inverse[slot] ?? 0);
  }
}
