import { setImmediate as breathe } from 'node:timers/promises';
import {
  checkRow,
  sameTitleKey,
  type CheckedRow,
  type ImportContext,
  type ImportKind,
  type MappedColumn,
  type RawRow,
  type RowIssue,
} from '@jihui/domain';
import type { ImportColumn } from './import.entity.js';

export type RowCheck = { rowNo: number; issues: RowIssue[]; isGood: boolean; isDuplicate: boolean; publishable: boolean };
export type Checking = { kind: ImportKind; columns: readonly ImportColumn[]; own: ImportContext; ownedTitles: ReadonlySet<string> };

export const mappedColumns = (columns: readonly ImportColumn[]): MappedColumn[] =>
  columns.flatMap((c) => (c.field ? [{ index: c.index, header: c.header, field: c.field }] : []));

/** One row by the rules of its record. */
export function readRow({ kind, columns, own }: Pick<Checking, 'kind' | 'columns' | 'own'>, row: RawRow): CheckedRow {
  return checkRow(kind, mappedColumns(columns), row, own);
}

/** Every row by the rules of its record, and against the others: a title that comes twice or is already owned is pointed out. */
export async function checkRows(checking: Checking, rows: readonly RawRow[]): Promise<RowCheck[]> {
  const title = checking.columns.find((c) => c.field === 'TITLE')?.index ?? null;
  const firstRows = new Map<string, number>();
  const checks: RowCheck[] = [];
  for (const [i, row] of rows.entries()) {
    // The worker has other jobs, and the API process health checks.
    if (i % 200 === 199) await breathe();
    const { issues, isGood, publishable, title: text } = readRow(checking, row);
    const key = sameTitleKey(text);
    const first = key ? firstRows.get(key) : undefined;
    if (key && first === undefined) firstRows.set(key, row.rowNo);
    const isOwned = key !== '' && checking.ownedTitles.has(key);
    if (first !== undefined)
      issues.push({ column: title, path: 'TITLE', code: 'duplicate_in_file', severity: 'WARNING', params: { row: first } });
    else if (isOwned) issues.push({ column: title, path: 'TITLE', code: 'duplicate_owned', severity: 'WARNING' });
    checks.push({ rowNo: row.rowNo, issues, isGood, isDuplicate: isGood && (first !== undefined || isOwned), publishable });
  }
  return checks;
}
