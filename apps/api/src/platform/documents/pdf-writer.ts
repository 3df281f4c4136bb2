import PDFDocument from 'pdfkit';
import { chineseFont } from './chinese-font.js';

type Weight = 400 | 700;
type Style = { size?: number; weight?: Weight; align?: 'left' | 'center' | 'right' | 'justify'; indent?: number; gap?: number; color?: string; lineGap?: number; width?: number };
const a4 = { size: 'A4', margins: { top: 72, bottom: 72, left: 78, right: 78 } };

/** Writes Chinese documents of A4 pages. */
export class PdfWriter {
  readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];

  constructor(info: { title: string; subject?: string; at: Date }) {
    this.doc = new PDFDocument({
      ...a4,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: info.title, Subject: info.subject ?? '', Creator: 'Jihui', CreationDate: info.at },
    });
    for (const weight of [400, 700] as const) this.doc.registerFont(fontOf(weight), chineseFont(weight));
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  /** The width between the margins. */
  get width(): number {
    return this.doc.page.width - this.doc.page.margins.left - this.doc.page.margins.right;
  }

  get bottom(): number {
    return this.doc.page.height - this.doc.page.margins.bottom;
  }

  /** How much goes on one page. */
  get pageHeight(): number {
    return this.doc.page.height - a4.margins.top - a4.margins.bottom;
  }

  /** One paragraph at the present place, or at `x`, `y`. */
  text(text: string, style: Style = {}, x?: number, y?: number): this {
    const { size = 11, weight = 400, align = 'left', indent = 0, gap = 0, color = '#1b1f24', lineGap = size * 0.55, width = this.width } = style;
    this.doc.font(fontOf(weight)).fontSize(size).fillColor(color);
    this.doc.text(text, x ?? this.doc.page.margins.left, y ?? this.doc.y, { lineGap, indent, paragraphGap: gap, width, align });
    this.doc.x = this.doc.page.margins.left;
    return this;
  }

  /** A long paragraph from here on, of which no line stands alone at the foot or the head of a page. */
  flow(text: string, style: Style = {}): this {
    const line = this.heightOf('技', style);
    const lines = Math.round(this.heightOf(text, style) / line);
    const room = () => Math.floor((this.bottom - this.doc.y) / line + 0.01);
    if (room() < Math.min(lines, 2)) this.doc.addPage();
    // The last but one goes over with the last: this page ends one line higher. The next page has its own margins.
    if (lines - room() === 1) this.doc.page.margins.bottom += line;
    return this.text(text, style);
  }

  /** How high the paragraph would be. */
  heightOf(text: string, { size = 11, weight = 400, lineGap = size * 0.55, width = this.width, indent = 0 }: Style = {}): number {
    return this.doc.font(fontOf(weight)).fontSize(size).heightOfString(text, { lineGap, width, indent });
  }

  widthOf(text: string, size: number, weight: Weight = 400): number {
    return this.doc.font(fontOf(weight)).fontSize(size).widthOfString(text);
  }

  /** A heading is not left alone at the foot of a page: so much must fit below it. */
  keep(height: number): this {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
    return this;
  }

  space(points: number): this {
    this.doc.y += points;
    return this;
  }

  line(color = '#c7ccd4'): this {
    const { left } = this.doc.page.margins;
    this.doc.moveTo(left, this.doc.y).lineTo(left + this.width, this.doc.y).lineWidth(0.6).strokeColor(color).stroke();
    return this;
  }

  /** Writes the same foot on every page, with its number, and gives the bytes. */
  async end(foot: (page: number, pages: number) => { left: string; right: string }): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      this.doc.switchToPage(start + i);
      const { left, right } = foot(i + 1, count);
      const y = this.doc.page.height - 48;
      // Below the bottom margin PDFKit would begin a new page.
      this.doc.page.margins.bottom = 0;
      this.text(left, { size: 8.5, color: '#5c6673', width: this.width * 0.74 }, undefined, y);
      this.text(right, { size: 8.5, color: '#5c6673', align: 'right' }, undefined, y);
    }
    const ended = new Promise<void>((resolve) => this.doc.on('end', resolve));
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }
}

const fontOf = (weight: Weight): string => `Noto Sans SC ${weight}`;
