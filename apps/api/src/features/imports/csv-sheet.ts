import { parse, CsvError, type Options } from 'csv-parse/sync';
import { findHeader, importLimits, type ImportKind, type RawRow, type RowIssue } from '@jihui/domain';
import { cellText, isBlank, tooManyRows, unreadable, type Sheet } from './sheet.js';
import { decode } from './text-encoding.js';

const separators = [',', '\t', ';', '，', '|'] as const;
const mostBrokenLines = 200;

type Line = { cells: string[]; isBroken: boolean };

/** Reads delimited text of whatever encoding and separator a spreadsheet program has written. */
export function readCsv(kind: ImportKind, bytes: Buffer): Sheet {
  if (bytes.length === 0) throw unreadable('EMPTY');
  const { text, encoding } = decode(bytes);
  if (!text.replace(/\ufeff/g, '').trim()) throw unreadable('EMPTY');
  const separator = separatorOf(kind, text);
  const lines = linesOf(Buffer.from(text, 'utf8'), separator);
  const rows: RawRow[] = [];
  const width = widthOf(kind, lines);
  lines.forEach(({ cells, isBroken }, i) => {
    if (isBlank(cells)) return;
    if (rows.length > importLimits.rows + 20) throw tooManyRows();
    const issues: RowIssue[] = [];
    if (isBroken) issues.push({ column: null, path: 'row', code: 'quotes', severity: 'ERROR' });
    else if (!isBlank(cells.slice(width)))
      issues.push({ column: null, path: 'row', code: 'too_many_cells', severity: 'ERROR', params: { maximum: width } });
    rows.push({ rowNo: i + 1, cells: cells.slice(0, width).map((c, column) => cellText(c, column, issues)), issues });
  });
  return { sheet: null, encoding, separator: separator === '\t' ? 'TAB' : separator, rows };
}

/** As many columns as the header names: what stands to the right of them has lost its place. */
function widthOf(kind: ImportKind, lines: readonly Line[]): number {
  const head = lines.slice(0, 12).map((l) => l.cells.map((c) => c.trim()));
  const named = head[findHeader(kind, head).row]?.length ?? 1;
  return Math.min(importLimits.columns, named);
}

/** The separator under which the first rows look most like what is imported. */
function separatorOf(kind: ImportKind, text: string): string {
  const head = Buffer.from(text.slice(0, 40_000), 'utf8');
  let best: { separator: string; score: number } = { separator: ',', score: -1 };
  for (const separator of separators) {
    const rows = linesOf(head, separator, 12).map((l) => l.cells.map((c) => c.trim()));
    const columns = findHeader(kind, rows.length ? rows : [[]]).columns;
    const score = columns.reduce((s, c) => s + (c.field ? c.score : 0), 0) * 10 + Math.min(columns.length, 30) / 100;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/**
 * Cuts the text into lines. A quote that never ends, or ends in the middle of a cell, would swallow all rows after it: that one line is
 * marked as broken and reading goes on behind it.
 */
function linesOf(bytes: Buffer, separator: string, most = Infinity): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let broken = 0; from < bytes.length && lines.length < most;) {
    const rest = bytes.subarray(from);
    let read = 0;
    const failure = parseInto(rest, { delimiter: separator, bom: from === 0, ...(most === Infinity ? {} : { to: most }) }, (cells, end) => {
      read = end;
      lines.push({ cells, isBroken: false });
    });
    if (!failure) break;
    if (broken++ > mostBrokenLines) throw unreadable('NO_QUOTES_END');
    const end = rest.indexOf(0x0a, skipLineEnds(rest, read));
    const line = rest.subarray(skipLineEnds(rest, read), end < 0 ? rest.length : end);
    lines.push(repaired(line, separator));
    from += end < 0 ? rest.length : end + 1;
  }
  return lines;
}

function parseInto(bytes: Buffer, options: Options, take: (cells: string[], end: number) => void): CsvError | null {
  try {
    parse(bytes, {
      relax_column_count: true,
      ...options,
      on_record: (cells: string[], { bytes: end }) => {
        take(cells, end);
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

function skipLineEnds(bytes: Buffer, at: number): number {
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
  return at;
}

/** A line by itself: 5" in the middle of a cell is a sign of inches, an unclosed cell stays broken. */
function repaired(line: Buffer, separator: string): Line {
  let cells: string[] = [];
  const failure = parseInto(line, { delimiter: separator, relax_quotes: true }, (found) => void (cells = found));
  if (!failure && cells.length > 1) return { cells, isBroken: false };
  const text = line.toString('utf8').replace(/\r$/, '');
  return { cells: text.split(separator).map((c) => c.replace(/^"|"$/g, '')), isBroken: true };
}
