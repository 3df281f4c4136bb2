import { boundsOf, parseIndicators, readIndicatorRow, type ParsedIndicator } from '@jihui/domain';
import { fold, foldKey } from '@jihui/matching';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';
import type { ItemIndicator } from './item-indicator.entity.js';

/** A text of five thousand characters holds fewer; more is a table pasted as text. */
const mostPerItem = 60;

/** What is read out of a published achievement. The part under NDA is not among it. */
export const indicatorsOfAchievement = (a: Achievement): ItemIndicator[] => rowsOf(a.id, parseIndicators(`${a.title}\n${a.summary}`));

/** What is read out of a published demand: its table first, then its texts. What it has today is not what it wants. */
export function indicatorsOfDemand(d: Demand): ItemIndicator[] {
  const table = d.indicators.flatMap((row) => readIndicatorRow(row) ?? []);
  return rowsOf(d.id, [...table, ...parseIndicators([d.title, d.problem, d.acceptance ?? ''].join('\n'))]);
}

function rowsOf(itemId: string, read: readonly ParsedIndicator[]): ItemIndicator[] {
  const different = new Map(read.map((i) => [[i.name, i.op, i.baseLow, i.baseHigh, i.dimension, i.change].join('|'), i]));
  return [...different.values()].slice(0, mostPerItem).map((i, place) => ({
    itemId,
    place,
    name: foldKey(fold(i.name)),
    label: i.name,
    op: i.op,
    low: i.low,
    high: i.high,
    unit: i.unit,
    dimension: i.dimension,
    change: i.change,
    ...boundsOf(i),
  }));
}
