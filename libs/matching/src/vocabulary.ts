/** A document in one term space: term numbers in the order of first appearance, and how often each stands there. */
export interface TermVector {
  readonly terms: Uint32Array;
  readonly counts: Uint16Array;
}

const MAX_COUNT = 0xffff;
/** So many changes are followed one by one; after more, summing everything again costs less. */
const REMEMBERED = 128;
/** The number of every term that no document has ever held: it lengthens a query's vector and meets no posting. */
const UNKNOWN = 0;

// Counts are whole numbers, so their logarithms are read, not computed.
/** impact(count) by count, for the inner loop of the search. */
export const IMPACT = Float64Array.from({ length: MAX_COUNT + 1 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** The impact of a term that stands `count` times: 1 + ln tf. */
export function impact(count: number): number {
  return IMPACT[Math.min(count, MAX_COUNT)] ?? 0;
}

/**
 * The terms of one space, how many documents hold each, and the inverse document frequency that follows:
 * idf = ln((N + 1) / (df + 1)) + 1. Numbers are given once and never taken back; a rebuilt process starts afresh.
 */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [''];
  private frequencies = new Uint32Array(1024);
  /** ln(df + 1) by term. */
  logs = new Float64Array(1024);
  private readonly recent: { readonly terms: Uint32Array; readonly step: 1 | -1 }[] = [];
  private idfs = new Float64Array(0);
  private idfVersion = -1;
  private idfSize = 0;
  private documents = 0;
  private changes = 0;

  /** Rises with every counted or forgotten document: whatever was derived from the frequencies is stale then. */
  get version(): number {
    return this.changes;
  }

  /** The number of terms, the unknown one included. */
  get size(): number {
    return this.terms.length;
  }

  /** A document's vector; terms seen for the first time get a number. */
  vectorOf(counts: ReadonlyMap<string, number>): TermVector {
    return this.build(counts, (term) => this.numbers.get(term) ?? this.number(term));
  }

  /** A query's vector: unseen terms stay unknown, so that queries do not fill the memory. */
  queryOf(counts: ReadonlyMap<string, number>): TermVector {
    return this.build(counts, (term) => this.numbers.get(term) ?? UNKNOWN);
  }

  termOf(number: number): string {
    return this.terms[number] ?? '';
  }

  /** Counts a document in. */
  include(vector: TermVector): void {
    this.count(vector, 1);
  }

  /** Counts a document out, exactly undoing `include`. */
  exclude(vector: TermVector): void {
    this.count(vector, -1);
  }

  /** The idf of every term by its number, as of now. */
  idf(): Float64Array {
    if (this.idfVersion === this.changes && this.idfSize === this.size) return this.idfs;
    if (this.idfs.length < this.size) this.idfs = new Float64Array(this.size * 2);
    const all = this.idfOfNone;
    for (let i = 0; i < this.size; i++) this.idfs[i] = all - (this.logs[i] ?? 0);
    this.idfVersion = this.changes;
    this.idfSize = this.size;
    return this.idfs;
  }

  /** The idf of a term that no document holds. */
  get idfOfNone(): number {
    return Math.log(this.documents + 1) + 1;
  }

  /** The terms whose frequency differs from what it was at that version, with ln(df + 1) then and now; undefined where that is too long ago. */
  changedSince(version: number): Map<number, { before: number; now: number }> | undefined {
    const missed = this.changes - version;
    if (version < 0 || missed > this.recent.length) return undefined;
    const steps = new Map<number, number>();
    for (const { terms, step } of missed === 0 ? [] : this.recent.slice(-missed)) for (const term of terms) steps.set(term, (steps.get(term) ?? 0) + step);
    const changed = new Map<number, { before: number; now: number }>();
    for (const [term, step] of steps) {
      if (step !== 0) changed.set(term, { before: Math.log((this.frequencies[term] ?? 0) - step + 1), now: this.logs[term] ?? 0 });
    }
    return changed;
  }

  /** The idf of one term, for an explanation. */
  idfOf(term: string): number {
    return this.idf()[this.numbers.get(term) ?? UNKNOWN] ?? 0;
  }

  private build(counts: ReadonlyMap<string, number>, number: (term: string) => number): TermVector {
    const vector = { terms: new Uint32Array(counts.size), counts: new Uint16Array(counts.size) };
    let i = 0;
    for (const [term, count] of counts) {
      vector.terms[i] = number(term);
      vector.counts[i++] = Math.min(count, MAX_COUNT);
    }
    return vector;
  }

  private number(term: string): number {
    const number = this.terms.push(term) - 1;
    this.numbers.set(term, number);
    if (number >= this.frequencies.length) {
      const grown = new Uint32Array(this.frequencies.length * 2);
      grown.set(this.frequencies);
      this.frequencies = grown;
      const logs = new Float64Array(grown.length);
      logs.set(this.logs);
      this.logs = logs;
    }
    return number;
  }

  private count(vector: TermVector, step: 1 | -1): void {
    for (const term of vector.terms) {
      const frequency = (this.frequencies[term] ?? 0) + step;
      this.frequencies[term] = frequency;
      this.logs[term] = Math.log(frequency + 1);
    }
    this.documents += step;
    this.changes += 1;
    this.recent.push({ terms: vector.terms, step });
    if (this.recent.length >= 2 * REMEMBERED) this.recent.splice(0, REMEMBERED);
  }
}

/** The length of a vector of impact · idf. Summed in the vector's own order: the same text gives the same bits. */
export function lengthOf(vector: TermVector, idf: Float64Array): number {
  const { terms, counts } = vector;
  let squares = 0;
  for (let i = 0; i < terms.length; i++) {
    const weight = (IMPACT[counts[i] ?? 0] ?? 0) * (idf[terms[i] ?? 0] ?? 0);
    squares += weight * weight;
  }
  return Math.sqrt(squares);
}
