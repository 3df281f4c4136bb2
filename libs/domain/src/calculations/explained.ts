import type { RuleUse } from '../rules/book.js';
import type { RuleKey } from '../rules/values.js';

/** One line of a calculation: what was done, with which figures, what came out, and by which rule. The sentence per code is the web app's. */
export type Explained<C extends string = string> = {
  code: C;
  params: Record<string, string | number>;
  /** The line's amount in fen; negative where it takes something away. */
  fen: string | null;
  rule: RuleKey | null;
};
export function line<C extends string>(code: C, fen: bigint | null, params: Explained['params'] = {}, rule: RuleKey | null = null): Explained<C> {
  return { code, params, fen: fen === null ? null : String(fen), rule };
}

/** A share in ten-thousandths, rounded to the fen: half a fen is rounded up (四舍五入). */
export function shareOf(amount: bigint, bp: number): bigint {
  return (amount * BigInt(bp) + 5000n) / 10_000n;
}
/** The same, never less than the exact share: for a floor that the law gives somebody. */
export function shareAtLeast(amount: bigint, bp: number): bigint {
  return (amount * BigInt(bp) + 9999n) / 10_000n;
}
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The rules that a result rests on, each once. */
export function distinct(uses: readonly RuleUse[]): RuleUse[] {
  return uses.filter((use, i) => uses.findIndex((u) => u.key === use.key && u.validFrom === use.validFrom) === i);
}
