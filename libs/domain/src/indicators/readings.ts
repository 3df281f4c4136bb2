import { z } from 'zod';
import { publicTextOf } from '../achievements/clarity.js';
import type { AchievementContent } from '../achievements/rules.js';
import { indicator, IndicatorOp, type DemandContent } from '../demands/rules.js';
import { rule } from '../issues.js';
import { parseIndicators, readIndicatorRow, type ParsedIndicator } from './parse.js';

/** Something of an item that was, or should have been, read as an indicator. `key` stays the same as long as the text says the same. */
export type Reading = { key: string; source: 'TABLE' | 'TEXT'; excerpt: string; indicator: ParsedIndicator | null };

/** READ: as it was parsed; the owner may say otherwise, or take that back. */
export const ReadingState = z.enum(['READ', 'CORRECTED', 'REJECTED']).meta({ id: 'ReadingState' });
export type ReadingState = z.infer<typeof ReadingState>;
export const IndicatorChange = z.enum(['UP', 'DOWN']).meta({ id: 'IndicatorChange' });

const corrected = indicator.safeExtend({ op: IndicatorOp }).meta({ id: 'CorrectedIndicator' });
/** What an owner says of one reading. A correction has to be readable itself: a number, and a unit of the table. */
export const readingCorrection = z
  .object({ key: z.string().min(1).max(400), state: ReadingState, indicator: corrected.nullish(), change: IndicatorChange.nullish() })
  .superRefine((c, ctx) => {
    if (c.state !== 'CORRECTED') return;
    if (!c.indicator) ctx.addIssue({ code: 'custom', path: ['indicator'], ...rule('required') });
    else if (c.indicator.op === 'TEXT') ctx.addIssue({ code: 'custom', path: ['indicator', 'op'], ...rule('indicator_value') });
    else if (!readIndicatorRow(c.indicator)) ctx.addIssue({ code: 'custom', path: ['indicator', 'unit'], ...rule('indicator_unit') });
  })
  .meta({ id: 'ReadingCorrectionInput' });
export type ReadingCorrection = z.output<typeof readingCorrection>;

const around = 14;
const keyOf = (i: ParsedIndicator): string => ['text', i.name, i.op, i.low, i.high, i.unit, i.change].join('|');

function readingsOfText(text: string): Reading[] {
  return parseIndicators(text).map((i) => ({
    key: keyOf(i),
    source: 'TEXT',
    excerpt: text.slice(Math.max(0, text.lastIndexOf('\n', i.at) + 1, i.at - around), i.end + 4).split('\n')[0] ?? '',
    indicator: i,
  }));
}

/** Each once: who writes the same figure twice means one. */
const different = (readings: readonly Reading[]): Reading[] => [...new Map(readings.map((r) => [r.key, r])).values()];

/** What is read of a demand: its table first, also the rows that were not understood, then its texts. What it has today is not what it wants. */
export function readingsOfDemand(d: Partial<DemandContent>): Reading[] {
  const table = (d.indicators ?? []).map(({ name, op, value, unit }): Reading => {
    const row = { name: name ?? '', op, value: value ?? '', unit: unit ?? null };
    return { key: ['table', row.name, op, row.value, row.unit].join('|'), source: 'TABLE', excerpt: [row.name, row.value, row.unit].filter(Boolean).join(' '), indicator: readIndicatorRow(row) };
  });
  return different([...table, ...readingsOfText([d.title, d.problem, d.acceptance, d.deliverables].filter(Boolean).join('\n'))]);
}

/** What is read of an achievement's public texts. */
export const readingsOfAchievement = (a: Partial<AchievementContent>): Reading[] => different(readingsOfText(publicTextOf(a)));

type Correction = Pick<ReadingCorrection, 'key' | 'state' | 'indicator' | 'change'>;
export type JudgedReading = Reading & { state: ReadingState };

/** The readings as their owner has judged them: a rejected one has no indicator, a corrected one his own. */
export function judged(readings: readonly Reading[], corrections: readonly Correction[]): JudgedReading[] {
  const byKey = new Map(corrections.map((c) => [c.key, c]));
  return readings.map((reading): JudgedReading => {
    const said = byKey.get(reading.key);
    if (!said || said.state === 'READ') return { ...reading, state: 'READ' };
    if (said.state === 'REJECTED') return { ...reading, state: 'REJECTED', indicator: null };
    const own = said.indicator ? readIndicatorRow(said.indicator) : null;
    return { ...reading, state: 'CORRECTED', indicator: own && { ...own, change: said.change ?? null } };
  });
}
