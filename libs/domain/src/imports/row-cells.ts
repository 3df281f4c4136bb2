import { Phone } from '../organisations/rules.js';
import type { ImportField, RowIssue } from './rules.js';
import { cleanText, ok, type Read } from './text.js';

/** A column that an import uses. */
export type MappedColumn = { index: number; header: string; field: ImportField };
/** A row as it lies in the file, with what reading the file has already found in its cells. */
export type RawRow = { rowNo: number; cells: readonly string[]; issues: readonly RowIssue[] };

/** The text that a cell means: ="00123" is a text kept from becoming a number, a link is its words, any other formula is none. */
function meaningOf(text: string): Read<string> {
  const quoted = /^="((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return ok((quoted[1] ?? '').replaceAll('""', '"'));
  const link = /^=HYPERLINK\(\s*"[^"]*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)$/i.exec(text);
  if (link) return { value: (link[1] ?? '').replaceAll('""', '"'), issues: [{ code: 'hyperlink', severity: 'WARNING' }] };
  if (/^=|^[+\-@][A-Z.]{2,}\(|^[+\-@].*\|.*!/i.test(text)) return { value: null, issues: [{ code: 'formula_text', severity: 'ERROR' }] };
  // Exports put an apostrophe before what a spreadsheet would take for a formula.
  return ok(text.replace(/^'(?=[=+\-@])/, ''));
}

/** One value over several rows is common and read for each of them; one title over several rows is one record cut in pieces. */
function inField(issue: RowIssue, field: ImportField): RowIssue[] {
  if (issue.code !== 'merged_rows') return [{ ...issue, path: field }];
  return field === 'TITLE' ? [{ ...issue, path: field, severity: 'ERROR' }] : [];
}

/** The cells of one row by field; collects what is found on the way. */
export class RowCells {
  readonly issues: RowIssue[] = [];
  private readonly texts = new Map<ImportField, { text: string; column: MappedColumn }[]>();

  constructor(
    private readonly columns: readonly MappedColumn[],
    row: RawRow,
  ) {
    for (const column of columns) {
      const found = row.issues.filter((i) => i.column === column.index).flatMap((i) => inField(i, column.field));
      this.issues.push(...found);
      if (found.some((i) => i.severity === 'ERROR')) continue;
      const { text, hadControls } = cleanText(row.cells[column.index] ?? '');
      if (hadControls) this.add(column, 'control_characters', 'WARNING');
      if (text.includes('\ufffd')) {
        this.add(column, 'broken_characters', 'ERROR');
        continue;
      }
      const meant = meaningOf(text);
      for (const issue of meant.issues) this.add(column, issue.code, issue.severity);
      if (meant.value) this.texts.set(column.field, [...(this.texts.get(column.field) ?? []), { text: meant.value, column }]);
    }
    this.issues.push(...row.issues.filter((i) => i.column === null));
  }

  /** The text of a field, lines of several columns joined; null when it is blank. */
  text(field: ImportField): string | null {
    return (
      this.texts
        .get(field)
        ?.map((t) => t.text)
        .join('\n') ?? null
    );
  }

  header(field: ImportField): string {
    return this.texts.get(field)?.[0]?.column.header ?? '';
  }

  /** Reads a field's text; what the reader finds stands at the field's column. */
  read<T>(field: ImportField, reader: (text: string) => Read<T>): T | null {
    const text = this.text(field);
    if (text === null) return null;
    const { value, issues } = reader(text);
    for (const issue of issues) this.issues.push({ ...issue, column: this.columnOf(field), path: field });
    return value;
  }

  /** A telephone number, checked; a second one after a blank or comma is left out. */
  phone(): string | null {
    return this.read('CONTACT_PHONE', (text) => {
      const parsed = [text, ...text.split(/[,，;；、/\s]+(?=\d{3,})/)].map((t) => Phone.safeParse(t)).find((p) => p.success);
      return parsed?.success ? ok(parsed.data) : { value: null, issues: [{ code: 'phone', severity: 'ERROR' }] };
    });
  }

  report(field: ImportField, code: string, severity: RowIssue['severity'], params?: RowIssue['params']): void {
    this.issues.push({ column: this.columnOf(field), path: field, code, severity, ...(params ? { params } : {}) });
  }

  private columnOf(field: ImportField): number | null {
    return this.columns.find((c) => c.field === field)?.index ?? null;
  }

  private add(column: MappedColumn, code: string, severity: RowIssue['severity']): void {
    this.issues.push({ column: column.index, path: column.field, code, severity });
  }
}
