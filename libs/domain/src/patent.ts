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

/**
 * The year in which the right ends, counted from the filing year: 20, 10, 15 years (专利法 Art 42). A design filed before June 2021 has ten;
 * the number tells the year only, so 2021 counts as before.
 */
export function patentExpiryYear({ kind, filingYear }: PatentNumber): number {
  const years = { INVENTION: 20, UTILITY_MODEL: 10, DESIGN: filingYear > 2021 ? 15 : 10 };
  return filingYear + years[kind];
}
