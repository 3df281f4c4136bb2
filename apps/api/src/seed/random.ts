/** A seeded generator (mulberry32): the same market every time. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below n. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  /** Log-normal with median 1: most amounts are small, a few are very large. */
  heavyTailed(sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return Math.exp(sigma * normal);
  }
}

/** So many heavy-tailed amounts in fen whose sum is exactly the total. */
export function amountsOf(random: Random, count: number, total: bigint): bigint[] {
  const shares = Array.from({ length: count }, () => random.heavyTailed(1.6));
  const sum = shares.reduce((a, b) => a + b, 0);
  // Whole thousands of yuan, as contracts have them; the largest takes the rest.
  const unit = 100_000n;
  const amounts = shares.map((s) => BigInt(Math.max(1, Math.round((s / sum) * Number(total / unit)))) * unit);
  const largest = amounts.reduce((best, a, i) => (a > (amounts[best] ?? 0n) ? i : best), 0);
  amounts[largest] = (amounts[largest] ?? 0n) + total - amounts.reduce((a, b) => a + b, 0n);
  return amounts;
}
