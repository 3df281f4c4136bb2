/** A cell that a spreadsheet would take for a formula is told to be text. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

/** Rows as CSV with the mark by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\ufeff${rows.map((r) => r.map(cell).join(',')).join('\r\n')}\r\n`);
}
