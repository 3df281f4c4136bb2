import { DomainError, findHeader, importLimits, type ImportKind, type RawRow } from '@jihui/domain';
import { readCsv } from './csv-sheet.js';
import type { ImportColumn, ImportSource } from './import.entity.js';
import { tooManyRows, unreadable, type Sheet } from './sheet.js';

export type ReadFile = { source: ImportSource; columns: ImportColumn[]; rows: RawRow[] };

/** The workbook library is loaded with the first workbook: it would cost every start a fifth of a second. */
const readWorkbook = async (kind: ImportKind, bytes: Buffer): Promise<Sheet> =>
  (await import('./workbook-sheet.js')).readWorkbook(kind, bytes);

const endings = { csv: readCsv, txt: readCsv, xlsx: readWorkbook } as const;
type Ending = keyof typeof endings;
const isEnding = (text: string): text is Ending => text in endings;

/** Refuses what is no spreadsheet by its name. */
export function endingOf(name: string): Ending {
  const ending = name.toLowerCase().split('.').pop() ?? '';
  if (!isEnding(ending)) throw new DomainError('FILE_TYPE', { name });
  return ending;
}

/** Reads a whole file: its columns as they seem to be, and the rows below the header. */
export async function readFile(kind: ImportKind, name: string, bytes: Buffer): Promise<ReadFile> {
  const { sheet, encoding, separator, rows } = await endings[endingOf(name)](kind, bytes);
  const header = findHeader(
    kind,
    rows.slice(0, 12).map((r) => r.cells),
  );
  const body = rows.slice(header.row + 1);
  if (body.length === 0) throw unreadable('HEADER_ONLY');
  if (body.length > importLimits.rows) throw tooManyRows();
  const samples = (index: number) =>
    [
      ...new Set(
        body
          .slice(0, 50)
          .map((r) => (r.cells[index] ?? '').trim())
          .filter(Boolean),
      ),
    ]
      .slice(0, 3)
      .map((s) => (s.length > 80 ? `${s.slice(0, 80)}…` : s));
  return {
    source: { sheet, encoding, separator, headerRow: rows[header.row]?.rowNo ?? 1 },
    columns: header.columns.map((c) => ({ ...c, header: c.header.trim().slice(0, 100), samples: samples(c.index) })),
    rows: body,
  };
}
