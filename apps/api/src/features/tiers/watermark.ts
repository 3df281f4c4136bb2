import { buffer } from 'node:stream/consumers';
import {
  concatTransformationMatrix,
  degrees,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
  type PDFEmbeddedPage,
  type PDFPage,
} from '@cantoo/pdf-lib';
import PDFKit from 'pdfkit';
import { shanghaiMoment } from '@jihui/domain';
import { chineseFont } from '../../platform/documents/chinese-font.js';

/** Who got the copy, and when; the code leads to the line of the log. */
export type Mark = { organisation: string; person: string; at: Date; code: string };
const [fontSize, lineHeight] = [13, 20];
const tilt = 28;
/** A4 at 72 dpi: the sheet around a picture. */
const sheet = { long: 842, short: 595, margin: 36 };

/** The PDF, or a sheet around the picture, with the mark across every page and in one line at its foot. */
export async function stamp(original: Uint8Array, mime: string, mark: Mark): Promise<Uint8Array> {
  const document = mime === 'application/pdf' ? await PDFDocument.load(original) : await sheetAround(original, mime);
  const words = `仅供 ${mark.organisation} 查阅　${mark.person}　${shanghaiMoment(mark.at)}　编号 ${mark.code}`;
  const [line] = await document.embedPdf(await lineOf(words));
  if (!line) throw new Error('the mark has no page');
  for (const page of document.getPages()) draw(page, line);
  return document.save();
}

/** Whether a copy of it can be marked: a picture that decodes, a PDF that is neither damaged nor encrypted. */
export async function isStampable(original: Uint8Array, mime: string): Promise<boolean> {
  try {
    const document = mime === 'application/pdf' ? await PDFDocument.load(original) : await sheetAround(original, mime);
    return document.getPageCount() > 0;
  } catch {
    return false;
  }
}

/** The words as a PDF page of their own size: drawn by the library that cuts Chinese fonts down rightly, then laid on the copy. */
async function lineOf(words: string): Promise<Uint8Array> {
  const document = new PDFKit({ autoFirstPage: false });
  const done = buffer(document);
  document.registerFont('mark', chineseFont(400)).font('mark').fontSize(fontSize);
  document.addPage({ size: [document.widthOfString(words) + 4, lineHeight], margin: 0 });
  document.fillColor('#3a4454').text(words, 2, 0, { lineBreak: false });
  document.end();
  return done;
}

async function sheetAround(picture: Uint8Array, mime: string): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const image = mime === 'image/png' ? await document.embedPng(picture) : await document.embedJpg(picture);
  const isWide = image.width > image.height;
  const [width, height] = isWide ? [sheet.long, sheet.short] : [sheet.short, sheet.long];
  const scale = Math.min((width - 2 * sheet.margin) / image.width, (height - 2 * sheet.margin) / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  document.addPage([width, height]).drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size });
  return document;
}

/** Draws in the page as it is seen: a turned page, or one whose box does not begin at zero, has its mark upright all the same. */
function draw(page: PDFPage, line: PDFEmbeddedPage): void {
  const box = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const isTurned = turn === 90 || turn === 270;
  const [width, height] = isTurned ? [box.height, box.width] : [box.width, box.height];
  const right = box.x + box.width;
  const top = box.y + box.height;
  const seen: Record<number, [number, number, number, number, number, number]> = {
    0: [1, 0, 0, 1, box.x, box.y],
    90: [0, 1, -1, 0, right, box.y],
    180: [-1, 0, 0, -1, right, top],
    270: [0, -1, 1, 0, box.x, top],
  };
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...(seen[turn] ?? [1, 0, 0, 1, box.x, box.y])));
  // First the line that is wholly in sight: readers of text skip a form whose first use shows none.
  const fit = Math.min(0.75, (width - 24) / line.width);
  page.drawPage(line, { x: 12, y: 6, xScale: fit, yScale: fit, opacity: 0.9 });
  const scale = Math.min(1.4, (Math.max(width, height) * 0.8) / line.width);
  const look = { rotate: degrees(tilt), xScale: scale, yScale: scale, opacity: 0.22 };
  const length = line.width * scale + 60;
  const [along, up] = [length * Math.cos((tilt * Math.PI) / 180), length * Math.sin((tilt * Math.PI) / 180)];
  // Rows up the page, each begun again where it ends, so that no corner can be cut out without a mark.
  for (let y = -Math.max(up, height * 0.5); y < height; y += Math.max(80, height / 6))
    for (const k of [0, 1]) page.drawPage(line, { x: 14 + k * along, y: y + k * up, ...look });
  page.pushOperators(popGraphicsState());
}
