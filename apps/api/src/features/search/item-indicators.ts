import { boundsOf, judged, readingsOfAchievement, readingsOfDemand, type JudgedReading } from '@jihui/domain';
import { fold, foldKey } from '@jihui/matching';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';
import { correctionsIn, type IndicatorCorrection } from '../readings/indicator-correction.entity.js';
import type { ItemIndicator } from './item-indicator.entity.js';

/** A text of five thousand characters holds fewer; more is a table pasted as text. */
const mostPerItem = 60;

type Corrections = readonly IndicatorCorrection[];

/** What is read out of a published achievement, as its owner has judged it. The part under NDA is not among it. */
export const indicatorsOfAchievement = (a: Achievement, corrections: Corrections): ItemIndicator[] => rowsOf(a.id, judged(readingsOfAchievement(a), correctionsIn(corrections, a.id)));

/** What is read out of a published demand: its table first, then its texts. */
export const indicatorsOfDemand = (d: Demand, corrections: Corrections): ItemIndicator[] => rowsOf(d.id, judged(readingsOfDemand(d), correctionsIn(corrections, d.id)));

function rowsOf(itemId: string, readings: readonly JudgedReading[]): ItemIndicator[] {
  const read = readings.flatMap((r) => r.indicator ?? []);
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
