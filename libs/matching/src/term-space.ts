import { Lengths } from './lengths.js';
import { addPostings, postingLists, type PostingLists } from './posting-lists.js';
import { IMPACT, lengthOf, type TermVector, type Vocabulary } from './vocabulary.js';

/** A query in one term space that is being compared. */
export interface SpaceQuery {
  readonly vector: TermVector;
  /** share / length of the query. */
  readonly scale: number;
}

/**
 * The documents of one term space by slot number: vectors and posting lists in a large base and a small delta.
 *
 * Exactness under change: any document added or removed shifts N and with it every idf and every length. So the postings
 * give sums that are good enough to choose candidates, with lengths that are patched, and the cosine of a candidate is
 * computed from its own vector in its own order with the idf of now: the same bits as after a full rebuild.
 */
export class TermSpace {
  private readonly vectors = new Map<number, TermVector>();
  private readonly delta = new Map<number, TermVector>();
  private readonly unmeasured = new Map<number, TermVector>();
  private base: PostingLists = postingLists(new Map(), 0);
  private recent: PostingLists = this.base;
  private recentIsStale = false;
  private readonly lengths: Lengths;
  /** Lengths to the last bit by slot, 0 where not yet asked for, and the version of the vocabulary that they hold for. */
  private measured = new Float64Array(0);
  private measuredFor = -1;
  /** The weights of the query by term. */
  private asked = new Float64Array(0);

  constructor(private readonly vocabulary: Vocabulary) {
    this.lengths = new Lengths(vocabulary);
  }

  add(slot: number, vector: TermVector): void {
    this.vectors.set(slot, vector);
    this.delta.set(slot, vector);
    this.unmeasured.set(slot, vector);
    this.recentIsStale = true;
    this.vocabulary.include(vector);
  }

  /** Forgets a document. Its postings in the base stay: the slot must not be used again before `merge`. */
  remove(slot: number): void {
    const vector = this.vectors.get(slot);
    if (vector === undefined) return;
    this.vectors.delete(slot);
    this.unmeasured.delete(slot);
    if (this.delta.delete(slot)) this.recentIsStale = true;
    this.vocabulary.exclude(vector);
  }

  /** Builds the base anew from the living documents and empties the delta. */
  merge(slotCount: number): void {
    this.base = postingLists(this.vectors, this.vocabulary.size);
    this.delta.clear();
    this.unmeasured.clear();
    this.recentIsStale = true;
    this.lengths.rebuild(this.vectors, slotCount);
  }

  /** Forgets the postings until `merge`: everything counts as recent, and nothing is built from it before somebody searches. */
  release(): void {
    this.base = postingLists(new Map(), 0);
    this.recent = this.base;
    for (const [slot, vector] of this.vectors) {
      this.delta.set(slot, vector);
      this.unmeasured.set(slot, vector);
    }
    this.recentIsStale = true;
  }

  vectorAt(slot: number): TermVector | undefined {
    return this.vectors.get(slot);
  }

  /** Makes a query comparable with single documents, until `end`. */
  ask(vector: TermVector, share: number): SpaceQuery {
    const idf = this.vocabulary.idf();
    const length = lengthOf(vector, idf);
    if (this.asked.length < this.vocabulary.size) this.asked = new Float64Array(this.vocabulary.size + 1024);
    for (let i = 0; i < vector.terms.length; i++) {
      const term = vector.terms[i] ?? 0;
      this.asked[term] = (IMPACT[vector.counts[i] ?? 0] ?? 0) * (idf[term] ?? 0);
    }
    return { vector, scale: length === 0 ? 0 : share / length };
  }

  /** The same, and adds share × cosine to the sum of every document, nearly. Sums of dead slots mean nothing. */
  begin(vector: TermVector, share: number, sums: Float32Array): SpaceQuery {
    this.refresh(sums.length);
    const query = this.ask(vector, share);
    const idf = this.vocabulary.idf();
    for (const term of vector.terms) {
      const factor = query.scale * (this.asked[term] ?? 0) * (idf[term] ?? 0);
      addPostings(this.base, term, factor, this.lengths.inverse, sums);
      addPostings(this.recent, term, factor, this.lengths.inverse, sums);
    }
    return query;
  }

  /** share × cosine of the query that was begun and one document, to the last bit. */
  exact({ scale }: SpaceQuery, slot: number): number {
    const vector = this.vectors.get(slot);
    if (vector === undefined) return 0;
    const idf = this.vocabulary.idf();
    const { asked } = this;
    const { terms, counts } = vector;
    let dot = 0;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const wanted = asked[term] ?? 0;
      if (wanted !== 0) dot += wanted * ((IMPACT[counts[i] ?? 0] ?? 0) * (idf[term] ?? 0));
    }
    return dot === 0 ? 0 : (scale * dot) / this.lengthAt(slot, vector, idf);
  }

  /** The length to the last bit, summed once for as long as no document comes or goes: a pass over everything asks for each five times. */
  private lengthAt(slot: number, vector: TermVector, idf: Float64Array): number {
    if (this.measuredFor !== this.vocabulary.version) {
      this.measured.fill(0);
      this.measuredFor = this.vocabulary.version;
    }
    if (slot >= this.measured.length) {
      const grown = new Float64Array(Math.ceil((slot + 1) * 1.2));
      grown.set(this.measured);
      this.measured = grown;
    }
    const known = this.measured[slot] ?? 0;
    if (known !== 0) return known;
    const length = lengthOf(vector, idf);
    this.measured[slot] = length;
    return length;
  }

  /** Forgets the query, so that the next one begins with nothing. */
  end({ vector }: SpaceQuery): void {
    for (const term of vector.terms) this.asked[term] = 0;
  }

  private refresh(slotCount: number): void {
    if (this.recentIsStale) {
      this.recent = postingLists(this.delta, this.delta.size === 0 ? 0 : this.vocabulary.size);
      this.recentIsStale = false;
    }
    if (!this.lengths.follow(this.unmeasured, [this.base, this.recent], slotCount)) this.lengths.rebuild(this.vectors, slotCount);
    if (this.unmeasured.size > 0) this.unmeasured.clear();
  }
}
