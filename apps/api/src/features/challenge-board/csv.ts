/** A cell that a spreadsheet would take for a formula is told to be text. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

/** Rows as CSV with the mark by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\ufeff${rows.map((r) => r.map(cell).join(',')).join('\r\n')}\r\n`);
}

/** A plain number, so that a spreadsheet can add it up. */
export const yuan = (fen: string | null): string => (fen === null ? '' : `${fen.padStart(3, '0').slice(0, -2)}.${fen.padStart(3, '0').slice(-2)}`.replace(/\.00$/, ''));
