import { addDays, isWorkingDay, nextWorkingDay } from '../calendar.js';
import type { ClockOnReturn, DayUnit } from '../rules/values.js';

/** A time during which a clock stands still. Both days count as stopped; `to` null: it stands still now. */
export type Stop = { from: string; to: string | null };
export type DayCount = { day: string; nth: number };
type Table = ReadonlyMap<string, boolean>;

/** Far more than any period of the rules; a clock that never ends is a fault of its input. */
const longest = 4000;
const stopsOn = (stops: readonly Stop[], day: string): boolean => stops.some((s) => s.from <= day && (s.to === null || day <= s.to));

/** The day on which the n-th counted day falls, counting from the day after `from` (民法典 Art 201); null while a stop has no end. */
function dayAfter(from: string, days: number, unit: DayUnit, stops: readonly Stop[], table?: Table): string | null {
  let current = from;
  for (let left = days, steps = 0; left > 0; steps++) {
    if (steps > longest || stops.some((s) => s.to === null && s.from <= addDays(current, 1))) return null;
    current = addDays(current, 1);
    if (!stopsOn(stops, current) && (unit === 'CALENDAR' || isWorkingDay(current, table))) left--;
  }
  return current;
}

export type NoticeRule = { days: number; unit: DayUnit; movesOffHolidays: boolean };
export type NoticePeriod = {
  /** The day from which it is counted: that of publication, or of the last edit that began it again. Not counted itself. */
  countedFrom: string;
  /** The last day on which it must still be public; null while an objection is open. */
  lastDay: string | null;
  /** How many days have been counted up to and with `today`. */
  counted: number;
  restarts: number;
  /** The last day by count, before it was moved off a holiday. */
  byCount: string | null;
};

/**
 * 公示期: whole days from the day after publication. An edit of price, buyer or mode begins it again; an open objection freezes it, from the day
 * it comes to the day it is answered.
 */
export function noticePeriod(published: string, restarts: readonly string[], freezes: readonly Stop[], rule: NoticeRule, today: string, table?: Table): NoticePeriod {
  const later = [...restarts].filter((d) => d >= published).sort();
  const countedFrom = later.at(-1) ?? published;
  const byCount = dayAfter(countedFrom, rule.days, rule.unit, freezes, table);
  const lastDay = byCount !== null && rule.movesOffHolidays ? nextWorkingDay(byCount, table) : byCount;
  let counted = 0;
  for (let d = addDays(countedFrom, 1); d <= today && counted < rule.days; d = addDays(d, 1))
    if (!stopsOn(freezes, d) && (rule.unit === 'CALENDAR' || isWorkingDay(d, table))) counted++;
  return { countedFrom, lastDay, counted, restarts: later.length, byCount };
}

export type ExaminationRule = { days: number; unit: DayUnit; onReturn: ClockOnReturn };
/** A file back with its parties: from the day of the return to the day it is handed in again. */
export type Return = { returned: string; resubmitted: string | null };
export type Examination = {
  countedFrom: string;
  dueOn: string | null;
  /** Days already used when the clock runs on (PAUSE); 0 after a restart. */
  used: number;
  byCount: string | null;
};

/**
 * The last day of an examination that began on a day: with RESTART the days are counted anew from the last resubmission, with PAUSE they go on
 * where they stood; while the file is with the parties there is no last day. It never ends on a holiday (民法典 Art 203).
 */
export function examinationPeriod(accepted: string, returns: readonly Return[], rule: ExaminationRule, table?: Table): Examination {
  const open = returns.some((r) => r.resubmitted === null);
  const again = returns.map((r) => r.resubmitted).filter((d) => d !== null).sort().at(-1);
  const restarted = rule.onReturn === 'RESTART' && again !== undefined;
  const countedFrom = restarted ? again : accepted;
  const stops = returns.map((r): Stop => ({ from: addDays(r.returned, 1), to: r.resubmitted }));
  const byCount = open ? null : dayAfter(countedFrom, rule.days, rule.unit, restarted ? [] : stops, table);
  let used = 0;
  const lastReturn = returns.map((r) => r.returned).sort().at(-1);
  if (rule.onReturn === 'PAUSE' && lastReturn)
    for (let d = addDays(accepted, 1); d <= lastReturn; d = addDays(d, 1)) if (!stopsOn(stops, d) && (rule.unit === 'CALENDAR' || isWorkingDay(d, table))) used++;
  return { countedFrom, dueOn: byCount === null ? null : nextWorkingDay(byCount, table), used, byCount };
}
