/** The last day of a term of whole months: 2026-11-22 and 12 months end on 2027-11-21; the 31st goes by the month's own length. */
export function termEnd(startsOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = startsOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth) - (day > lastOfMonth ? 0 : 1))).toISOString().slice(0, 10);
}

/** The whole months of a term; both days belong to it. */
export function wholeMonths(startsOn: string, endsOn: string): number {
  let months = 0;
  while (months < 1200 && termEnd(startsOn, months + 1) <= endsOn) months++;
  return months;
}
