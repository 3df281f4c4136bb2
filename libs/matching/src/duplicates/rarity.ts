import { shingleSpace } from './shingles.js';

/** A shingle in fewer items weighs no more than this: what stands nowhere else is as often a slip of the pen as a mark of the text. */
const leastItems = 3;
/** Items that are taken as read beforehand, so that shingles weigh something, and all the same, while nothing is counted. */
const unread = 8;

/** In how many items each shingle stands: what makes a shared one telling. Plain counts, so that they can be kept as one row of bytes. */
export class Rarity {
  constructor(
    private size = 0,
    private readonly counts = new Uint32Array(shingleSpace),
  ) {}

  /** What `bytes` gave. */
  static from(items: number, bytes: Uint8Array): Rarity {
    const whole = bytes.slice();
    return new Rarity(items, new Uint32Array(whole.buffer, 0, shingleSpace));
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.counts.buffer);
  }

  static of(items: Iterable<ReadonlySet<number>>): Rarity {
    const rarity = new Rarity();
    for (const shingles of items) rarity.add(shingles);
    return rarity;
  }

  /** How many items were counted. */
  get items(): number {
    return this.size;
  }

  add(shingles: ReadonlySet<number>): void {
    this.size += 1;
    for (const shingle of shingles) this.counts[shingle] = (this.counts[shingle] ?? 0) + 1;
  }

  itemsWith(shingle: number): number {
    return this.counts[shingle] ?? 0;
  }

  /** The information of meeting it, in nats. */
  weightOf(shingle: number): number {
    return Math.log((this.items + unread) / Math.max(leastItems, this.itemsWith(shingle)));
  }

  /** The rarest first; among equals the order is that of the numbers, the same for every text. */
  ordered(shingles: Iterable<number>): number[] {
    return [...shingles].sort((a, b) => this.itemsWith(a) - this.itemsWith(b) || a - b);
  }
}
