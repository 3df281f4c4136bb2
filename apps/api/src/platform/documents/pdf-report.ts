import { PdfWriter } from './pdf-writer.js';

export type PdfColumn = { title: string; /** Share of the width. */ width: number };
const faint = '#6b7280';
const cell = { size: 9.5, lineGap: 2 };

/** A report in Chinese on A4 pages: headings, facts, tables whose head is repeated, numbered pages. */
export class PdfReport {
  private readonly pdf: PdfWriter;

  constructor(
    title: string,
    private readonly footer: string,
    at: Date = new Date(),
  ) {
    this.pdf = new PdfWriter({ title, at });
    this.pdf.text(title, { size: 18, weight: 700, align: 'center' }).space(12);
  }

  heading(text: string): void {
    // A heading alone at the foot of a page belongs on the next.
    this.pdf.keep(90).space(10).text(text, { size: 13, weight: 700 }).space(5);
  }

  paragraph(text: string, { quiet = false }: { quiet?: boolean } = {}): void {
    this.pdf.text(text, quiet ? { size: 9, color: faint, lineGap: 3 } : { size: 10.5, lineGap: 3 }).space(5);
  }

  /** Labels on the left, values beside them. */
  facts(facts: readonly (readonly [label: string, value: string])[]): void {
    const columns = [0.22, 0.78].map((width) => ({ title: '', width }));
    this.rows(columns, facts);
    this.pdf.space(5);
  }

  table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
    const titles = columns.map((c) => c.title);
    this.rows(columns, rows, () => this.row(columns, titles, 700));
    this.pdf.space(5);
  }

  /** The finished file. */
  end(): Promise<Buffer> {
    return this.pdf.end((page, pages) => ({ left: this.footer, right: `第 ${page} 页，共 ${pages} 页` }));
  }

  private rows(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], head?: () => void): void {
    head?.();
    for (const row of rows) {
      if (this.pdf.doc.y + this.heightOf(columns, row, 400) > this.pdf.bottom) {
        this.pdf.doc.addPage();
        head?.();
      }
      this.row(columns, row, 400);
    }
  }

  private heightOf(columns: readonly PdfColumn[], row: readonly string[], weight: 400 | 700): number {
    const heights = columns.map((c, i) => this.pdf.heightOf(row[i] ?? '', { ...cell, weight, width: c.width * this.pdf.width - 8 }));
    return Math.max(...heights) + 8;
  }

  private row(columns: readonly PdfColumn[], cells: readonly string[], weight: 400 | 700): void {
    const top = this.pdf.doc.y;
    const height = this.heightOf(columns, cells, weight);
    let x = this.pdf.doc.page.margins.left;
    for (const [i, { width }] of columns.entries()) {
      this.pdf.text(cells[i] ?? '', { ...cell, weight, width: width * this.pdf.width - 8 }, x, top + 3);
      x += width * this.pdf.width;
    }
    this.pdf.doc.y = top + height;
    this.pdf.line('#d1d5db').space(1);
  }
}
