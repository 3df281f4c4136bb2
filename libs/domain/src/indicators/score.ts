import type { ParsedIndicator } from './parse.js';

/** A hand-labelled indicator: where its number stands and what a reader understands there. */
export type LabelledIndicator = Pick<ParsedIndicator, 'at' | 'name' | 'op' | 'low' | 'high' | 'unit' | 'change'>;
export type IndicatorScore = { right: number; read: number; labelled: number; precision: number; recall: number; f1: number };

const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

/** Right is only what agrees in place, comparison, values, unit and change. Names are texts and scored by nobody but a reader. */
export const agrees = (read: ParsedIndicator, label: LabelledIndicator): boolean =>
  read.at === label.at && read.op === label.op && near(read.low, label.low) && near(read.high, label.high) && read.unit === label.unit && read.change === label.change;

export function scoreIndicators(pairs: readonly { read: readonly ParsedIndicator[]; labels: readonly LabelledIndicator[] }[]): IndicatorScore {
  const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const right = sum(({ read, labels }) => read.filter((r) => labels.some((l) => agrees(r, l))).length);
  const read = sum((p) => p.read.length);
  const labelled = sum((p) => p.labels.length);
  return { right, read, labelled, precision: right / read, recall: right / labelled, f1: (2 * right) / (read + labelled) };
}
