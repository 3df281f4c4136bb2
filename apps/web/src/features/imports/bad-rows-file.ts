import i18next from 'i18next';
import { findingSentence } from './finding-sentence.js';
import { getRows, type ImportRecord, type ImportRowItem } from './imports.api.js';

const atOnce = 100;

/** A cell that no spreadsheet program runs as a formula, quoted where it must be. */
function cell(value: string): string {
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /["\n\r,]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function reasonOf(row: ImportRowItem, columns: ImportRecord['columns']): string {
  const errors = row.issues.filter((i) => i.severity === 'ERROR');
  return errors
    .map((i) => `${columns.find((c) => c.index === i.column)?.header ?? ''}：${findingSentence(i)}`.replace(/^：/, ''))
    .join('；');
}

/** The rows that cannot be imported, as they were, each with its reason: to be put right and handed in again. Opens in Excel and WPS. */
export async function badRowsFile(record: ImportRecord, tell: (done: number) => void): Promise<Blob> {
  const { columns } = record;
  const lines = [[...columns.map((c) => c.header), i18next.t('imports:result.reasonHeader')]];
  for (let page = 1, total = 1; (page - 1) * atOnce < total; page++) {
    const rows = await getRows(record.id, 'BAD', page, atOnce);
    total = rows.total;
    for (const row of rows.items) lines.push([...columns.map((c) => row.cells[c.index] ?? ''), reasonOf(row, columns)]);
    tell(Math.min(total, page * atOnce));
  }
  // Excel takes UTF-8 for what it is only with the mark in front.
  return new Blob([`\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** Hands a file to the browser under this name. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
