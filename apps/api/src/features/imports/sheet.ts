import { DomainError, importLimits, type RawRow, type RowIssue, type UnreadableReason } from '@jihui/domain';

/** A file as rows of texts, whatever it was written in. Blank rows are left out, row numbers are those of the spreadsheet program. */
export type Sheet = { sheet: string | null; encoding: string | null; separator: string | null; rows: RawRow[] };

export function unreadable(reason: UnreadableReason, params: Record<string, string | number> = {}): DomainError {
  return new DomainError('FILE_UNREADABLE', { reason, ...params });
}

export function tooManyRows(): DomainError {
  return unreadable('TOO_MANY_ROWS', { maximum: importLimits.rows });
}

const kept = 200;

/** A cell's text; of one that no spreadsheet program could hold only the beginning is kept, and that is said. */
export function cellText(text: string, column: number, issues: RowIssue[]): string {
  // PostgreSQL keeps no NUL; the row's check will say that something was there.
  const storable = text.includes('\u0000') ? text.replaceAll('\u0000', '\u0001') : text;
  if (storable.length <= importLimits.cellCharacters) return storable;
  issues.push({ column, path: 'cell', code: 'cell_too_long', severity: 'ERROR', params: { maximum: importLimits.cellCharacters } });
  return `${storable.slice(0, kept)}…`;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((c) => c.trim() === '');
