import exceljs, { type Cell, type Row, type Worksheet } from 'exceljs';
import { findHeader, importLimits, type ImportKind, type RawRow, type RowIssue } from '@jihui/domain';
import { cellText, isBlank, tooManyRows, unreadable, type Sheet } from './sheet.js';
import { checkWorkbook } from './workbook-check.js';

// Formatted blank rows are rows of the file too; so many may stand below the last filled one.
const limits = {
  maxRows: 200_000,
  ignoreNodes: [
    'dataValidations',
    'conditionalFormatting',
    'drawing',
    'legacyDrawing',
    'hyperlinks',
    'pageSetup',
    'printOptions',
    'picture',
    'tableParts',
    'headerFooter',
    'rowBreaks',
  ],
};

/** Reads the sheet of a workbook that looks most like what is imported. */
export async function readWorkbook(kind: ImportKind, bytes: Buffer): Promise<Sheet> {
  await checkWorkbook(bytes);
  const workbook = await load(bytes);
  let best: { sheet: Sheet; score: number } | null = null;
  for (const worksheet of workbook.worksheets) {
    if (worksheet.state !== 'visible') continue;
    const rows = rowsOf(worksheet);
    const score = rows.length
      ? findHeader(
          kind,
          rows.slice(0, 12).map((r) => r.cells),
        ).columns.reduce((s, c) => s + (c.field ? c.score : 0), 0)
      : -1;
    if (!best || score > best.score) best = { score, sheet: { sheet: worksheet.name, encoding: null, separator: null, rows } };
  }
  if (!best || best.sheet.rows.length === 0) throw unreadable('EMPTY');
  return best.sheet;
}

async function load(bytes: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, limits);
    return workbook;
  } catch (error) {
    if (error instanceof Error && /Max row count/.test(error.message)) throw tooManyRows();
    throw unreadable('DAMAGED');
  }
}

function rowsOf(worksheet: Worksheet): RawRow[] {
  const width = Math.min(importLimits.columns, worksheet.columnCount);
  const rows: RawRow[] = [];
  worksheet.eachRow({ includeEmpty: false }, (row) => {
    const read = rowOf(row, width);
    if (isBlank(read.cells)) return;
    if (rows.length > importLimits.rows + 20) throw tooManyRows();
    rows.push(read);
  });
  return rows;
}

function rowOf(row: Row, width: number): RawRow {
  const cells = new Array<string>(width).fill('');
  const issues: RowIssue[] = [];
  row.eachCell({ includeEmpty: false }, (cell, number) => {
    const column = number - 1;
    if (column >= width) return;
    cells[column] = cellText(textOf(cell, column, issues), column, issues);
  });
  return { rowNo: row.number, cells, issues };
}

/** What a person sees in the cell. A cell merged with those above it shows their value; merged with those beside it, it shows nothing of its own. */
function textOf(cell: Cell, column: number, issues: RowIssue[]): string {
  if (cell.type !== exceljs.ValueType.Merge) return valueText(cell.value, column, issues);
  const { master } = cell;
  if (Number(master.row) === Number(cell.row)) return '';
  if (master.col !== cell.col) return '';
  issues.push({ column, path: 'cell', code: 'merged_rows', severity: 'WARNING' });
  return valueText(master.value, column, []);
}

function valueText(value: Cell['value'], column: number, issues: RowIssue[]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dayText(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) {
    issues.push({ column, path: 'cell', code: 'cell_error', severity: 'ERROR', params: { error: value.error } });
    return value.error;
  }
  if ('hyperlink' in value) return valueText(value.text as Cell['value'], column, issues);
  if (value.result === undefined || value.result === null) {
    issues.push({ column, path: 'cell', code: 'formula_no_value', severity: 'ERROR' });
    return '';
  }
  issues.push({ column, path: 'cell', code: 'formula_value', severity: 'WARNING' });
  return valueText(value.result, column, issues);
}

/** 15 significant digits, as the spreadsheet shows it: no 0.30000000000000004, no exponent in a telephone number. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}

/** The day that the cell names, without a zone. */
function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
