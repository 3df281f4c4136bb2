import { z } from 'zod';
import { isWeekend } from './calendar.js';
import { rule } from './issues.js';
import { Certainty } from './rules/values.js';

/** A day that the State Council's arrangement makes an exception of the week: `works` a weekend day worked, else a holiday. */
export type ArrangedDay = { day: string; works: boolean; name: string };

const mostFaults = 20;
/** A year's arrangement as an operator imports it. */
export const holidayImport = z
  .object({
    year: z.number().int().min(2000).max(2100),
    csv: z.string().min(1).max(20_000),
    basis: z.string().trim().min(4).max(500),
    certainty: Certainty,
  })
  .superRefine((input, ctx) => {
    // A file of another kind is faulty in every line: the first ones say so.
    for (const { line, code } of readHolidayCsv(input.csv, input.year).faults.slice(0, mostFaults))
      ctx.addIssue({ code: 'custom', path: ['csv', line], ...rule(code) });
  })
  .meta({ id: 'HolidayImportInput' });
export type HolidayImport = z.output<typeof holidayImport>;

const words = new Map([
  ['放假', false],
  ['休', false],
  ['holiday', false],
  ['上班', true],
  ['班', true],
  ['workday', true],
]);
export type CsvFault = { line: number; code: 'csv_columns' | 'csv_day' | 'csv_year' | 'csv_kind' | 'csv_double' | 'csv_weekday' | 'csv_empty' };

/** A day as tables write it: a spreadsheet turns 2026-01-01 into 2026/1/1. */
function writtenDay(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** Reads "2026-01-01,放假,元旦" line by line; a first line without a day is taken for a heading. All faults are named, with their line. */
export function readHolidayCsv(text: string, year: number): { days: ArrangedDay[]; faults: CsvFault[] } {
  const days: ArrangedDay[] = [];
  const faults: CsvFault[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const [written = '', kind = '', name = ''] = content.split(/[,，\t]/).map((c) => c.trim());
    if (!content.trim() || (index === 0 && !/\d/.test(content))) continue;
    const day = writtenDay(written);
    const works = words.get(kind.toLowerCase());
    if (!name) faults.push({ line, code: 'csv_columns' });
    else if (!z.iso.date().safeParse(day).success) faults.push({ line, code: 'csv_day' });
    else if (!day.startsWith(`${year}-`)) faults.push({ line, code: 'csv_year' });
    else if (works === undefined) faults.push({ line, code: 'csv_kind' });
    else if (days.some((d) => d.day === day)) faults.push({ line, code: 'csv_double' });
    else if (works && !isWeekend(day)) faults.push({ line, code: 'csv_weekday' });
    else days.push({ day, works, name });
  }
  if (!days.length && !faults.length) faults.push({ line: 1, code: 'csv_empty' });
  return { days, faults };
}

/** The same table as a file, for checking it by hand or for another system. */
export function holidayCsv(days: readonly ArrangedDay[]): string {
  return ['日期,安排,节日', ...days.map((d) => `${d.day},${d.works ? '上班' : '放假'},${d.name}`)].join('\n');
}

/** The exceptions of all years together, as the counts of working days take them. */
export function exceptionsOf(days: readonly ArrangedDay[]): ReadonlyMap<string, boolean> {
  return new Map(days.map((d) => [d.day, d.works]));
}
