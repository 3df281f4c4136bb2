const dayMs = 86_400_000;

/** The calendar day in Asia/Shanghai (UTC+8, no summer time since 1991) as YYYY-MM-DD. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** YYYY-MM-DD HH:MM:SS in Asia/Shanghai. */
export function shanghaiMoment(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The first moment of a Shanghai day. */
export function startOfShanghaiDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The last moment of a Shanghai day. */
export function endOfShanghaiDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + dayMs - 1);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

// The arrangement is one for the whole country and read by hundreds of counts; each process is given it once and again when it changes.
let arrangement: ReadonlyMap<string, boolean> = new Map();

/** Gives this process the State Council's holiday tables: true = a weekend day worked, false = a holiday. */
export function setWorkingDayTable(exceptions: ReadonlyMap<string, boolean>): void {
  arrangement = exceptions;
}

/** The last day of the last year whose table this process has: beyond it only weekends are known. Null where it has none. */
export function workingDaysKnownUntil(): string | null {
  const last = [...arrangement.keys()].sort().at(-1);
  return last ? `${last.slice(0, 4)}-12-31` : null;
}

/** Whether offices work on that day, by the table of this process or the one given; a year without a table knows weekends only. */
export function isWorkingDay(day: string, exceptions: ReadonlyMap<string, boolean> = arrangement): boolean {
  return exceptions.get(day) ?? !isWeekend(day);
}

/** That day, or the next one on which offices work (民法典 Art 203: a period does not end on a holiday). */
export function nextWorkingDay(day: string, exceptions?: ReadonlyMap<string, boolean>): string {
  let current = day;
  while (!isWorkingDay(current, exceptions)) current = addDays(current, 1);
  return current;
}

/** The same day so many months later; the month's last one where it has no such day (民法典 Art 202). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The n-th working day after the given day, which itself does not count (民法典 Art 201: the day of the event is not counted). */
export function addWorkingDays(day: string, days: number, exceptions?: ReadonlyMap<string, boolean>): string {
  let current = day;
  for (let left = days; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, exceptions)) left--;
  }
  return current;
}

/** Working days from one day (not counted) to another (counted); negative when the other lies before. */
export function workingDaysBetween(from: string, to: string, exceptions?: ReadonlyMap<string, boolean>): number {
  if (to < from) return -workingDaysBetween(to, from, exceptions);
  let count = 0;
  for (let current = from; current < to; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, exceptions)) count++;
  }
  return count;
}
