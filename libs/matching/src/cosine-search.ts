import type { SpaceQuery, TermSpace } from './term-space.js';
import type { TermVector } from './vocabulary.js';

/** What each term space gives to the score. Words break where one character is wrong, bigrams by sound hardly: they weigh twice as much. */
export const SPACE_SHARES = { words: 1 / 3, bigrams: 2 / 3 } as const;

// The sums are added up in 32 bits, which fit the cache: some four digits of a score. Candidates are taken a hair below what they need.
const MARGIN = 1e-4;
const ROUNDING = 1e-14;

// The two sides sum the same addends in different orders: without rounding, equal pairs would be told apart by the last bit.
const rounded = (score: number): number => Math.round(score / ROUNDING) * ROUNDING;

/**
 * Finds the documents that reach a score. Sums over the postings choose the candidates; each of these is scored from its own vector with
 * the idf of now, so that its score has the same bits whatever has come and gone since the index was built.
 */
export class CosineSearch {
  private sums = new Float32Array(0);

  constructor(
    private readonly words: TermSpace,
    private readonly bigrams: TermSpace,
  ) {}

  /**
   * Tells of every document whose score is at or above the floor, with its score, and of a few below it.
   * @param floorOf the score that is needed, from the sums of all documents by slot, each a hair apart from its score
   */
  run(
    query: { readonly words: TermVector; readonly bigrams: TermVector },
    slotCount: number,
    floorOf: (sums: Float32Array) => number,
    tell: (slot: number, score: number) => void,
  ): void {
    if (this.sums.length !== slotCount) this.sums = new Float32Array(slotCount);
    const sums = this.sums.fill(0);
    const words = this.words.begin(query.words, SPACE_SHARES.words, sums);
    const bigrams = this.bigrams.begin(query.bigrams, SPACE_SHARES.bigrams, sums);
    const needed = Math.max(Number.MIN_VALUE, floorOf(sums) * (1 - MARGIN));
    for (let slot = nextFrom(sums, needed, 0); slot < slotCount; slot = nextFrom(sums, needed, slot + 1)) tell(slot, this.score(words, bigrams, slot));
    this.words.end(words);
    this.bigrams.end(bigrams);
  }

  /** The scores of these documents, to the last bit those of a list. No posting is looked at. */
  scoresOf(query: { readonly words: TermVector; readonly bigrams: TermVector }, slots: readonly number[]): number[] {
    const words = this.words.ask(query.words, SPACE_SHARES.words);
    const bigrams = this.bigrams.ask(query.bigrams, SPACE_SHARES.bigrams);
    const scores = slots.map((slot) => this.score(words, bigrams, slot));
    this.words.end(words);
    this.bigrams.end(bigrams);
    return scores;
  }

  private score(words: SpaceQuery, bigrams: SpaceQuery, slot: number): number {
    return rounded(this.words.exact(words, slot) + this.bigrams.exact(bigrams, slot));
  }
}

/** The next slot whose sum is large enough; by itself the loop over all of them stays small enough to be compiled well. */
function nextFrom(sums: Float32Array, needed: number, from: number): number {
  let slot = from;
  while (slot < sums.length && (sums[slot] ?? 0) < needed) slot++;
  return slot;
}
