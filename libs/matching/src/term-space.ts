import { IMPACT, impact, lengthOf, type TermVector, type Vocabulary } from './vocabulary.js';

/** For each term the documents that hold it, term after term in two flat arrays; term t owns starts[t] … starts[t + 1]. */
interface PostingLists {
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
  readonly counts: Uint16Array;
}

type Vectors = ReadonlyMap<number, TermVector>;

/**
 * The documents of one term space by slot number: vectors, their lengths, and posting lists in a large base and a small
 * delta.
 *
 * Exactness under change: any document added or removed shifts N and with it every idf and every length. Nothing is
 * frozen or patched, because a patched sum drifts. Postings hold raw counts only, idf is read at search time, and all
 * lengths are summed again before the first search after a change, from each document's own vector in its own order.
 * So the result has the same bits as a full rebuild; the price is one pass over the vectors per batch of changes.
 */
export class TermSpace {
  private readonly vectors = new Map<number, TermVector>();
  private readonly delta = new Map<number, TermVector>();
  private base: PostingLists = postingLists(new Map(), 0);
  private recent: PostingLists = this.base;
  private recentIsStale = false;
  private lengths = new Float64Array(0);
  private lengthsVersion = -1;
  private dots = new Float64Array(0);

  constructor(private readonly vocabulary: Vocabulary) {}

  add(slot: number, vector: TermVector): void {
    this.vectors.set(slot, vector);
    this.delta.set(slot, vector);
    this.recentIsStale = true;
    this.vocabulary.include(vector);
  }

  /** Forgets a document. Its postings in the base stay: the slot must not be used again before `merge`. */
  remove(slot: number): void {
    const vector = this.vectors.get(slot);
    if (vector === undefined) return;
    this.vectors.delete(slot);
    if (this.delta.delete(slot)) this.recentIsStale = true;
    this.vocabulary.exclude(vector);
  }

  /** Builds the base anew from the living documents and empties the delta. */
  merge(): void {
    this.base = postingLists(this.vectors, this.vocabulary.size);
    this.delta.clear();
    this.recentIsStale = true;
  }

  vectorAt(slot: number): TermVector | undefined {
    return this.vectors.get(slot);
  }

  /** Adds share × cosine(query, document) to the score of every slot. Scores of dead slots mean nothing. */
  addCosines(query: TermVector, share: number, scores: Float64Array): void {
    this.refresh(scores.length);
    const idf = this.vocabulary.idf();
    const queryLength = lengthOf(query, idf);
    if (queryLength === 0) return;
    const dots = this.dots.fill(0);
    query.terms.forEach((term, i) => {
      const weight = idf[term] ?? 0;
      const factor = impact(query.counts[i] ?? 0) * weight * weight;
      addPostings(this.base, term, factor, dots);
      addPostings(this.recent, term, factor, dots);
    });
    for (let slot = 0; slot < scores.length; slot++) {
      const dot = dots[slot] ?? 0;
      if (dot > 0) scores[slot] = (scores[slot] ?? 0) + (share * dot) / (queryLength * (this.lengths[slot] ?? 1));
    }
  }

  private refresh(slotCount: number): void {
    if (this.dots.length !== slotCount) this.dots = new Float64Array(slotCount);
    if (this.recentIsStale) {
      this.recent = postingLists(this.delta, this.delta.size === 0 ? 0 : this.vocabulary.size);
      this.recentIsStale = false;
    }
    if (this.lengthsVersion === this.vocabulary.version) return;
    if (this.lengths.length < slotCount) this.lengths = new Float64Array(slotCount);
    const idf = this.vocabulary.idf();
    for (const [slot, vector] of this.vectors) this.lengths[slot] = lengthOf(vector, idf);
    this.lengthsVersion = this.vocabulary.version;
  }
}

function addPostings(lists: PostingLists, term: number, factor: number, dots: Float64Array): void {
  const { starts, slots, counts } = lists;
  const end = starts[term + 1] ?? 0;
  for (let i = starts[term] ?? 0; i < end; i++) {
    const slot = slots[i] ?? 0;
    dots[slot] = (dots[slot] ?? 0) + factor * (IMPACT[counts[i] ?? 0] ?? 0);
  }
}

function postingLists(vectors: Vectors, termCount: number): PostingLists {
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
