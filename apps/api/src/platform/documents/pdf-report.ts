import { PdfWriter } from './pdf-writer.js';

export type PdfColumn = { title: string; /** Share of the width. */ width: number };
type Row = readonly string[];
/** A part that waits for what it stands above. */
type Lead = { height: number; draw: () => void };
const faint = '#6b7280';
const cell = { size: 9.5, lineGap: 2 };
const factColumns: readonly PdfColumn[] = [0.22, 0.78].map((width) => ({ title: '', width }));
/** The air in a cell, above and below its text, and the line under it. */
const air = 8;
const lineHeight = 2;
/** So much of a long paragraph stays with its heading. */
const threeLines = 50;

/** A report in Chinese on A4 pages: headings, facts, tables whose head is repeated, numbered pages. */
export class PdfReport {
  private readonly pdf: PdfWriter;
  private leads: Lead[] = [];

  constructor(
    title: string,
    private readonly footer: string,
    at: Date = new Date(),
  ) {
    this.pdf = new PdfWriter({ title, at });
    this.pdf.text(title, { size: 18, weight: 700, align: 'center' }).space(12);
  }

  /** It is written with the first lines of what follows: a heading alone at the foot of a page belongs on the next. */
  heading(text: string): void {
    const style = { size: 13, weight: 700 as const };
    this.leads.push({ height: this.pdf.heightOf(text, style) + 15, draw: () => this.pdf.space(10).text(text, style).space(5) });
  }

  /** A paragraph; one that leads to a table or to facts goes to the next page with them. */
  paragraph(text: string, { quiet = false, leads = false }: { quiet?: boolean; leads?: boolean } = {}): void {
    const style = quiet ? { size: 9, color: faint, lineGap: 3 } : { size: 10.5, lineGap: 3 };
    const height = this.pdf.heightOf(text, style) + 5;
    const draw = () => void this.pdf.text(text, style).space(5);
    if (leads) return void this.leads.push({ height, draw });
    this.begin(Math.min(height, threeLines));
    draw();
  }

  /** Labels on the left, values beside them; they stay together where a page holds them. */
  facts(facts: readonly (readonly [label: string, value: string])[]): void {
    const heights = facts.map((row) => this.heightOf(factColumns, row, 400));
    const all = heights.reduce((sum, height) => sum + height, 0);
    this.begin(all < this.pdf.pageHeight / 2 ? all : (heights[0] ?? 0));
    this.rows(factColumns, facts);
    this.pdf.space(5);
  }

  table(columns: readonly PdfColumn[], rows: readonly Row[]): void {
    const titles = columns.map((c) => c.title);
    const head = this.heightOf(columns, titles, 700);
    this.begin(head + Math.min(rows[0] ? this.heightOf(columns, rows[0], 400) : 0, this.pdf.pageHeight / 2));
    this.row(columns, titles, 700);
    this.rows(columns, rows, () => this.row(columns, titles, 700));
    this.pdf.space(5);
  }

  /** The finished file. */
  end(): Promise<Buffer> {
    this.begin(0);
    return this.pdf.end((page, pages) => ({ left: this.footer, right: `第 ${page} 页，共 ${pages} 页` }));
  }

  /** Begins a block of which so much must stand on one page, with whatever leads to it. */
  private begin(height: number): void {
    this.pdf.keep(this.leads.reduce((sum, lead) => sum + lead.height, height));
    const leads = this.leads;
    this.leads = [];
    for (const { draw } of leads) draw();
  }

  /** No row is cut, but one that no page holds: that one goes on below the repeated head. */
  private rows(columns: readonly PdfColumn[], rows: readonly Row[], head?: () => void): void {
    for (const whole of rows) {
      let row = whole;
      const height = () => this.heightOf(columns, row, 400);
      let isCut = height() > this.pdf.pageHeight * 0.9;
      while (this.pdf.doc.y + height() > this.pdf.bottom) {
        const room = this.pdf.bottom - this.pdf.doc.y;
        if (isCut && room > this.pdf.pageHeight / 3) {
          const [above, rest] = this.cut(columns, row, room);
          this.row(columns, above, 400);
          row = rest;
        }
        this.pdf.doc.addPage();
        head?.();
        isCut = true;
      }
      this.row(columns, row, 400);
    }
  }

  /** What of each cell goes into so much room, and what is left of it. */
  private cut(columns: readonly PdfColumn[], row: Row, room: number): [Row, Row] {
    const parts = columns.map((column, i) => {
      const letters = [...(row[i] ?? '')];
      let [fitting, beyond] = [0, letters.length + 1];
      while (beyond - fitting > 1) {
        const middle = Math.floor((fitting + beyond) / 2);
        if (this.cellHeight(column, letters.slice(0, middle).join(''), 400) <= room) fitting = middle;
        else beyond = middle;
      }
      return [letters.slice(0, fitting).join(''), letters.slice(fitting).join('').replace(/^\n/u, '')] as const;
    });
    return [parts.map(([above]) => above), parts.map(([, rest]) => rest)];
  }

  private cellHeight({ width }: PdfColumn, text: string, weight: 400 | 700): number {
    return this.pdf.heightOf(text, { ...cell, weight, width: width * this.pdf.width - 8 }) + air + lineHeight;
  }

  private heightOf(columns: readonly PdfColumn[], row: Row, weight: 400 | 700): number {
    return Math.max(...columns.map((column, i) => this.cellHeight(column, row[i] ?? '', weight)));
  }

  private row(columns: readonly PdfColumn[], cells: Row, weight: 400 | 700): void {
    const top = this.pdf.doc.y;
    const height = this.heightOf(columns, cells, weight) - lineHeight;
    let x = this.pdf.doc.page.margins.left;
    for (const [i, { width }] of columns.entries()) {
      this.pdf.text(cells[i] ?? '', { ...cell, weight, width: width * this.pdf.width - 8 }, x, top + 3);
      x += width * this.pdf.width;
    }
    this.pdf.doc.y = top + height;
    this.pdf.line('#d1d5db').space(1);
  }
}
