import { addDays } from '../../calendar.js';
import { DomainError } from '../../errors.js';

/** Whether offices work on a day ('YYYY-MM-DD'): the week with the State Council's yearly arrangement of holidays and adjusted working days. */
export type WorkingDays = (day: string) => boolean;
export type PeriodUnit = 'WORKING' | 'CALENDAR' | 'MONTH';

/** No arrangement closes offices for longer: a calendar that does is broken, and counting in it would never end. */
const longestPause = 60;

const refuse = (path: string, code: string) => new DomainError('INVALID_INPUT', { issues: [{ path, code }] });

/** The day itself if offices work on it, else the next day on which they do. A calendar without one within 60 days is INVALID_INPUT. */
export function workingDayFrom(day: string, isWorkingDay: WorkingDays): string {
  let current = day;
  for (let paused = 0; !isWorkingDay(current); paused++) {
    if (paused > longestPause) throw refuse('calendar', 'no_working_day');
    current = addDays(current, 1);
  }
  return current;
}

/** The same day of the month so many months later, or the last one of a shorter month (民法典 Art 202). */
export function monthsLater(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(Number(day.slice(8)), last))).toISOString().slice(0, 10);
}

/** The day n working days later (0: the day itself, working or not). */
export function plusWorkingDays(day: string, days: number, isWorkingDay: WorkingDays): string {
  let current = day;
  for (let left = days; left > 0; left--) current = workingDayFrom(addDays(current, 1), isWorkingDay);
  return current;
}

/**
 * The last day of a period that an event sets going: the day of the event does not count (民法典 Art 201); a period in calendar days or months that
 * would end on a day off ends on the next working day (Art 203). Length: a whole number ≥ 0, else INVALID_INPUT; 0 is the day of the event itself.
 */
export function periodEnd(event: string, length: number, unit: PeriodUnit, isWorkingDay: WorkingDays): string {
  if (!Number.isInteger(length) || length < 0) throw refuse('length', 'not_a_period');
  if (length === 0) return event;
  if (unit === 'WORKING') return plusWorkingDays(event, length, isWorkingDay);
  return workingDayFrom(unit === 'MONTH' ? monthsLater(event, length) : addDays(event, length), isWorkingDay);
}

/** The first day of such a period: the next day, of working days the next one on which offices work. */
export function periodStart(event: string, length: number, unit: PeriodUnit, isWorkingDay: WorkingDays): string {
  if (length === 0) return event;
  const next = addDays(event, 1);
  return unit === 'WORKING' ? workingDayFrom(next, isWorkingDay) : next;
}

/** Working days after `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysFromTo(from: string, to: string, isWorkingDay: WorkingDays): number {
  if (to < from) return -workingDaysFromTo(to, from, isWorkingDay);
  let count = 0;
  for (let current = addDays(from, 1); current <= to; current = addDays(current, 1)) if (isWorkingDay(current)) count++;
  return count;
}
