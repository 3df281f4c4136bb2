import { z } from 'zod';
import { addDays } from './calendar.js';

export type PatentKind = 'INVENTION' | 'UTILITY_MODEL' | 'DESIGN';
export type PatentNumber = { number: string; kind: PatentKind; filingYear: number; granted: boolean };

const kinds: Record<string, PatentKind> = { 1: 'INVENTION', 2: 'UTILITY_MODEL', 3: 'DESIGN', 8: 'INVENTION', 9: 'UTILITY_MODEL' };
const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The check character of an application number's 8 or 12 digits (ZC 0006-2003). */
export function patentCheck(digits: string): string {
  const rest = [...digits].reduce((s, d, i) => s + Number(d) * (weights[i] ?? 0), 0) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * Reads a Chinese application or patent number (ZL = granted), of today's form (YYYY + kind + 7 digits + check) or of that before
 * October 2003 (YY + kind + 5 digits + check). Null if the form or the check character is wrong.
 */
export function parsePatentNumber(text: string): PatentNumber | null {
  const match = /^(ZL|CN)?(\d{12}|\d{8})\.?([\dX])$/.exec(text.normalize('NFKC').toUpperCase().replace(/\s/g, ''));
  const [, prefix, digits, check] = match ?? [];
  if (!digits || !check || patentCheck(digits) !== check) return null;
  const modern = digits.length === 12;
  const kind = kinds[digits[modern ? 4 : 2] ?? ''];
  if (!kind) return null;
  const granted = prefix === 'ZL';
  const filingYear = modern ? Number(digits.slice(0, 4)) : 1900 + Number(digits.slice(0, 2)) + (Number(digits.slice(0, 2)) < 50 ? 100 : 0);
  return { number: `${granted ? 'ZL' : ''}${digits}.${check}`, kind, filingYear, granted };
}

/** Years from the filing date (专利法 Art 42, C). A design filed before the amended law of June 2021 has ten. */
const termYears = { INVENTION: 20, UTILITY_MODEL: 10, DESIGN: 15 } as const;
const designReform = '2021-06-01';
const olderDesignYears = 10;

/** The last day of protection: `from` and `to` are one where the filing date is known; the number alone tells the year, so they are a year apart. */
export type PatentTerm = { from: string; to: string };
export const PatentTermState = z.enum(['RUNNING', 'ENDING', 'MAY_HAVE_ENDED', 'ENDED']).meta({ id: 'PatentTermState' });
export type PatentTermState = z.infer<typeof PatentTermState>;

/** The term counts from the filing date; protection ends on the day before its anniversary. */
export function patentTermOf({ kind, filingYear }: PatentNumber, filedOn: string | null = null): PatentTerm {
  const lastDayOf = (filed: string): string => {
    const years = kind === 'DESIGN' && filed < designReform ? olderDesignYears : termYears[kind];
    return addDays(yearsLater(filed, years), -1);
  };
  if (filedOn) return { from: lastDayOf(filedOn), to: lastDayOf(filedOn) };
  return { from: lastDayOf(`${filingYear}-01-01`), to: lastDayOf(`${filingYear}-12-31`) };
}

/** Where a term stands on a day: ENDING within the year before it may end; between the two days nobody can tell without the filing date. */
export function patentTermState({ from, to }: PatentTerm, today: string): PatentTermState {
  if (today > to) return 'ENDED';
  if (today > from) return 'MAY_HAVE_ENDED';
  return yearsLater(today, 1) >= from ? 'ENDING' : 'RUNNING';
}

/** The same day so many years later; 29 February becomes 1 March, from which the day before is the last of February. */
function yearsLater(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/** What looks like a patent or application number in a text, as it stands there. */
export const patentNumbersIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\d.])(?:ZL|CN)?\s?(?:19|20)\d{10}\.[\dX]|ZL\s?\d{12}[\dX]/giu)].map(([words]) => words);

/** The year in which the right ends at the latest, reckoned from the number alone. */
export const patentExpiryYear = (patent: PatentNumber): number => Number(patentTermOf(patent).to.slice(0, 4));
