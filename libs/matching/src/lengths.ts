import type { PostingLists } from './posting-lists.js';
import { IMPACT, type TermVector, type Vocabulary } from './vocabulary.js';

/**
 * The lengths of the documents of one term space, to some six digits, and cheap to follow. With idf = A − l, where A hangs on the number of
 * documents alone and l on the term's own frequency, a squared length is A² · Σi² − 2A · Σi²l + Σi²l² over the impacts i: one document more
 * moves A for all and l for its own terms, so that only their postings are touched. The sums are patched and drift by rounding: whoever
 * needs a length to the last bit asks `lengthOf`.
 */
export class Lengths {
  /** 1 / length by slot. */
  inverse = new Float32Array(0);
  private squares = new Float64Array(0);
  private logs = new Float64Array(0);
  private squaredLogs = new Float64Array(0);
  private version = -1;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Sums everything again. */
  rebuild(vectors: ReadonlyMap<number, TermVector>, slotCount: number): void {
    this.room(slotCount);
    for (const [slot, vector] of vectors) this.sum(slot, vector);
    this.invert(slotCount);
  }

  /**
   * Follows what was counted in and out since the last look; says false where that is too long ago and `rebuild` is cheaper.
   * @param added the documents that came since then
   */
  follow(added: ReadonlyMap<number, TermVector>, lists: readonly PostingLists[], slotCount: number): boolean {
    if (this.version === this.vocabulary.version && this.inverse.length === slotCount) return true;
    const changed = this.vocabulary.changedSince(this.version);
    if (changed === undefined) return false;
    this.room(slotCount);
    for (const [term, { before, now }] of changed) for (const each of lists) this.shift(each, term, now - before, now * now - before * before);
    // After the shift: what came since then is in the lists too.
    for (const [slot, vector] of added) this.sum(slot, vector);
    this.invert(slotCount);
    return true;
  }

  private shift(lists: PostingLists, term: number, log: number, squaredLog: number): void {
    const from = lists.starts[term] ?? 0;
    const end = lists.starts[term + 1] ?? 0;
    for (let i = from; i < end; i++) {
      const slot = lists.slots[i] ?? 0;
      const impact = IMPACT[lists.counts[i] ?? 0] ?? 0;
      this.logs[slot] = (this.logs[slot] ?? 0) + impact * impact * log;
      this.squaredLogs[slot] = (this.squaredLogs[slot] ?? 0) + impact * impact * squaredLog;
    }
  }

  private sum(slot: number, { terms, counts }: TermVector): void {
    const logOf = this.vocabulary.logs;
    let [squares, logs, squaredLogs] = [0, 0, 0];
    for (let i = 0; i < terms.length; i++) {
      const impact = IMPACT[counts[i] ?? 0] ?? 0;
      const log = logOf[terms[i] ?? 0] ?? 0;
      squares += impact * impact;
      logs += impact * impact * log;
      squaredLogs += impact * impact * log * log;
    }
    this.squares[slot] = squares;
    this.logs[slot] = logs;
    this.squaredLogs[slot] = squaredLogs;
  }

  private invert(slotCount: number): void {
    const all = this.vocabulary.idfOfNone;
    if (this.inverse.length !== slotCount) this.inverse = new Float32Array(slotCount);
    for (let slot = 0; slot < slotCount; slot++) {
      const square = all * all * (this.squares[slot] ?? 0) - 2 * all * (this.logs[slot] ?? 0) + (this.squaredLogs[slot] ?? 0);
      this.inverse[slot] = square > 0 ? 1 / Math.sqrt(square) : 0;
    }
    this.version = this.vocabulary.version;
  }

  private room(slotCount: number): void {
    if (this.squares.length >= slotCount) return;
    const grown = (old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(Math.ceil(slotCount * 1.2));
      next.set(old);
      return next;
    };
    this.squares = grown(this.squares);
    this.logs = grown(this.logs);
    this.squaredLogs = grown(this.squaredLogs);
  }
}
