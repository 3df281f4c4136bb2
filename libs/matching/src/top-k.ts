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
export class TopK {
  private kept: Hit[] = [];
  private worst: Hit | undefined;

  constructor(private readonly k: number) {}

  /** No hit below this score can enter. One of exactly this score may, by its id. */
  get floor(): number {
    return this.worst?.score ?? 0;
  }

  /** False when a hit cannot enter any more, so that the caller may skip a costly check. */
  mayEnter(hit: Hit): boolean {
    return this.k > 0 && (this.worst === undefined || compareHits(hit, this.worst) < 0);
  }

  push(hit: Hit): void {
    if (!this.mayEnter(hit)) return;
    this.kept.push(hit);
    // Sorting at twice the size costs less than a heap's upkeep for the small k of a page, and no more for a large one.
    if (this.kept.length >= this.k * 2 + 16) this.cut();
  }

  /** The kept hits, best first. */
  result(): Hit[] {
    this.cut();
    return this.kept.slice();
  }

  private cut(): void {
    this.kept.sort(compareHits);
    this.kept.length = Math.min(this.kept.length, this.k);
    if (this.kept.length === this.k) this.worst = this.kept[this.k - 1];
  }
}
