import PDFDocument from 'pdfkit';
import { chineseFont } from './chinese-font.js';

const margins = { top: 64, bottom: 64, left: 62, right: 62 };
const ink = '#1f2937';
const faint = '#6b7280';

export type PdfColumn = { title: string; /** Share of the width. */ width: number };

/** An A4 document in Chinese with headings, facts, tables and numbered pages. */
export class PdfDocument {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];

  constructor(
    title: string,
    private readonly footer: string,
  ) {
    this.pdf = new PDFDocument({ size: 'A4', margins, bufferPages: true, info: { Title: title }, lang: 'zh-CN' });
    this.pdf.registerFont('regular', chineseFont(400)).registerFont('bold', chineseFont(700)).fillColor(ink);
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.pdf.font('bold').fontSize(18).text(title, { align: 'center' }).moveDown(0.8);
  }

  heading(text: string): void {
    // A heading alone at the foot of a page belongs on the next.
    if (this.room() < 90) this.pdf.addPage();
    this.pdf.moveDown(0.8).font('bold').fontSize(13).fillColor(ink).text(text, margins.left).moveDown(0.4);
  }

  paragraph(text: string, { quiet = false }: { quiet?: boolean } = {}): void {
    this.pdf
      .font('regular')
      .fontSize(quiet ? 9 : 10.5)
      .fillColor(quiet ? faint : ink)
      .text(text, margins.left, undefined, { lineGap: 3 })
      .fillColor(ink)
      .moveDown(0.4);
  }

  /** Labels on the left, values beside them. */
  facts(facts: readonly (readonly [label: string, value: string])[]): void {
    this.rows(
      [
        { title: '', width: 0.22 },
        { title: '', width: 0.78 },
      ],
      facts,
    );
    this.pdf.moveDown(0.4);
  }

  /** With a head that is repeated on every page. */
  table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
    this.rows(columns, rows, () =>
      this.row(
        columns,
        columns.map((c) => c.title),
        'bold',
      ),
    );
    this.pdf.moveDown(0.4);
  }

  /** The finished file. */
  async end(): Promise<Buffer> {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let i = start; i < start + count; i++) {
      this.pdf.switchToPage(i);
      // Below the margin a text would begin a page of its own.
      this.pdf.page.margins.bottom = 0;
      this.pdf.font('regular').fontSize(8).fillColor(faint);
      this.pdf.text(`${this.footer}　第 ${i + 1} 页，共 ${count} 页`, margins.left, this.pdf.page.height - 42, {
        width: this.width(),
        align: 'center',
      });
    }
    return new Promise((resolve, reject) => {
      this.pdf.on('end', () => resolve(Buffer.concat(this.chunks))).on('error', reject);
      this.pdf.end();
    });
  }

  private width(): number {
    return this.pdf.page.width - margins.left - margins.right;
  }

  private room(): number {
    return this.pdf.page.height - margins.bottom - this.pdf.y;
  }

  private rows(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], head?: () => void): void {
    head?.();
    for (const row of rows) {
      if (this.room() < this.heightOf(columns, row)) {
        this.pdf.addPage();
        head?.();
      }
      this.row(columns, row, 'regular');
    }
  }

  private heightOf(columns: readonly PdfColumn[], row: readonly string[]): number {
    this.pdf.font('regular').fontSize(9.5);
    return Math.max(...columns.map((c, i) => this.pdf.heightOfString(row[i] ?? '', { width: c.width * this.width() - 8, lineGap: 2 }))) + 8;
  }

  private row(columns: readonly PdfColumn[], cells: readonly string[], weight: 'regular' | 'bold'): void {
    const top = this.pdf.y;
    const height = this.heightOf(columns, cells);
    let x = margins.left;
    for (const [i, { width }] of columns.entries()) {
      this.pdf
        .font(weight)
        .fontSize(9.5)
        .fillColor(ink)
        .text(cells[i] ?? '', x, top + 3, { width: width * this.width() - 8, lineGap: 2 });
      x += width * this.width();
    }
    this.pdf
      .moveTo(margins.left, top + height)
      .lineTo(margins.left + this.width(), top + height)
      .lineWidth(0.4)
      .strokeColor('#d1d5db')
      .stroke();
    this.pdf.x = margins.left;
    this.pdf.y = top + height + 1;
  }
}
