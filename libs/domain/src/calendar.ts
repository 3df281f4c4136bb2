const dayMs = 86_400_000;

/** The calendar day in Asia/Shanghai (UTC+8, no summer time since 1991) as YYYY-MM-DD. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The last moment of a Shanghai day. */
export function endOfShanghaiDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + dayMs - 1);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whether offices work on that day. Exceptions are the State Council's yearly holiday table: true = a weekend day worked, false = a holiday. */
export function isWorkingDay(day: string, exceptions: ReadonlyMap<string, boolean> = new Map()): boolean {
  const exception = exceptions.get(day);
  if (exception !== undefined) return exception;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
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
