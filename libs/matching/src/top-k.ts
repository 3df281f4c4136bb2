/** A found document and its score. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** Best first; equal scores by id, so that a list does not depend on the order in which documents arrived. */
export function compareHits(a: Hit, b: Hit): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Keeps the k best of many hits. */
export class TopK<T extends Hit = Hit> {
  private readonly kept: T[] = [];
  private worst: T | undefined;
  private isCut = true;

  constructor(private readonly k: number) {}

  /** False when a hit cannot enter any more, so that the caller may skip a costly check. */
  mayEnter(hit: Hit): boolean {
    return this.k > 0 && (this.worst === undefined || compareHits(hit, this.worst) < 0);
  }

  push(hit: T): void {
    if (!this.mayEnter(hit)) return;
    this.kept.push(hit);
    this.isCut = false;
    // Sorting at twice the size costs less than a heap's upkeep for the small k of a page, and no more for a large one.
    if (this.kept.length >= this.k * 2 + 16) this.cut();
  }

  /** The kept hits, best first. */
  result(): T[] {
    this.cut();
    return this.kept.slice();
  }

  /** Whether a hit that was pushed is among the k best. */
  holds(hit: Hit): boolean {
    this.cut();
    return this.worst === undefined || compareHits(hit, this.worst) <= 0;
  }

  private cut(): void {
    if (this.isCut) return;
    this.isCut = true;
    this.kept.sort(compareHits);
    this.kept.length = Math.min(this.kept.length, this.k);
    if (this.kept.length === this.k) this.worst = this.kept[this.k - 1];
  }
}

/** The k-th largest of the accepted values above 0, 0 where there are fewer. `isAccepted` is asked only about those that would count. */
export function kthLargest(values: Float32Array, k: number, isAccepted: (at: number) => boolean): number {
  // Smallest first. Few of the values enter, so that making room costs less than the upkeep of a heap.
  const kept: number[] = [];
  let floor = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= floor || !isAccepted(at)) continue;
    let [from, to] = [0, kept.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((kept[middle] ?? 0) < value) from = middle + 1;
      else to = middle;
    }
    kept.splice(from, 0, value);
    if (kept.length > k) kept.shift();
    if (kept.length === k) floor = kept[0] ?? 0;
  }
  return floor;
}
