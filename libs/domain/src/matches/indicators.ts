import type { IndicatorOp } from '../demands/rules.js';
import { readIndicatorRow } from '../indicators/parse.js';
import { boundsOf } from '../indicators/query.js';
import type { MustHaveVerdict } from './rules.js';

/** A row of a demand's table. */
export type AskedIndicator = { name: string; op: IndicatorOp; value: string; unit?: string | null };
/** What was read out of an achievement's text: in base units, and in the words in which it is shown. */
export type SaidIndicator = { name: string; dimension: string; change: 'UP' | 'DOWN' | null; least: number | null; most: number | null; text: string };
/** One indicator of a demand, held against what the achievement says of the same thing. */
export type IndicatorAnswer = { name: string; verdict: MustHaveVerdict; said: string[] };

/** Binary fractions: 0.3 in one unit is not quite 300 in another. */
const slack = 1e-9;
const mostSaid = 2;

/**
 * The table of a demand, one by one. UNKNOWN wherever the achievement says nothing of the same thing in a unit of the same kind, vouches for less
 * than is asked without excluding it (≥ 5 where ≥ 6 is asked), or says two things that contradict each other: a figure of a rival, a state of before.
 */
export function indicatorAnswers(asked: readonly AskedIndicator[], said: readonly SaidIndicator[]): IndicatorAnswer[] {
  return asked.map((row) => {
    const wanted = readIndicatorRow(row);
    const own = bare(row.name);
    const kin = wanted ? said.filter((s) => s.dimension === wanted.dimension && s.change === wanted.change && isSame(own, bare(s.name))) : [];
    const exact = kin.filter((s) => bare(s.name) === own);
    const compared = exact.length ? exact : kin;
    const verdicts = new Set(wanted ? compared.map((s) => verdictOf(boundsOf(wanted), s)) : []);
    const [only] = verdicts;
    return { name: row.name, verdict: verdicts.size === 1 && only ? only : 'UNKNOWN', said: [...new Set(compared.map((s) => s.text))].slice(0, mostSaid) };
  });
}

type Bounds = Pick<SaidIndicator, 'least' | 'most'>;

function verdictOf(asked: Bounds, { least, most }: Bounds): MustHaveVerdict {
  const margin = slack * Math.max(Math.abs(asked.least ?? 0), Math.abs(asked.most ?? 0));
  const isAbove = asked.least === null || (least !== null && least >= asked.least - margin);
  const isBelow = asked.most === null || (most !== null && most <= asked.most + margin);
  if (isAbove && isBelow) return 'MET';
  const isTooLow = asked.least !== null && most !== null && most < asked.least - margin;
  const isTooHigh = asked.most !== null && least !== null && least > asked.most + margin;
  return isTooLow || isTooHigh ? 'UNMET' : 'UNKNOWN';
}

/** 强度 and 抗压强度 are of one thing; 抗压强度 and 抗拉强度 are not. */
function isSame(a: string, b: string): boolean {
  return a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a));
}

/** Without conditions in brackets, blanks and signs: 五次冻融（-12/-18 ℃）后冻裂率 is 五次冻融后冻裂率. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
