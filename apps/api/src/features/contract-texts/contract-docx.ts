import { AlignmentType, Document, Footer, Packer, PageBreak, PageNumber, Paragraph, Table, TableBorders, TableCell, TableRow, TabStopType, TextRun, WidthType, type IRunOptions } from 'docx';
import { footOf, type PrintState } from './contract-pdf.js';
import type { WholeText } from './contract-texts.service.js';

// Songti for the text and Heiti for headings, as contracts are set; Word and LibreOffice put their own where these are missing.
const songti = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const heiti = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
const run = (text: string, options: IRunOptions = {}) => new TextRun({ text, font: songti, size: 24, ...options });
const title = (text: string, size: number, before = 0) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before, after: 240 }, children: [run(text, { font: heiti, size, bold: true })] });
const line = (text: string, options: { bold?: boolean; after?: number } = {}) =>
  new Paragraph({ spacing: { line: 360, after: options.after ?? 0 }, children: [run(text, options.bold ? { bold: true } : {})] });
const newPage = () => new Paragraph({ children: [new PageBreak()] });

/** One row that is not split: LibreOffice gives up a long chain of paragraphs that are each kept with the next. */
function signatures(d: WholeText['document']): Table {
  const lines = ['法定代表人或者委托代理人（签字）：', '联系电话：', '签字日期：        年    月    日'];
  const children = [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 640, after: 120 }, children: [run('签字盖章', { font: heiti, size: 30, bold: true })] }),
    ...d.parties.flatMap(({ label, party }) => [
      new Paragraph({ spacing: { before: 400, line: 420 }, children: [run(`${label}（盖章）：${party.name}`, { bold: true })] }),
      ...lines.map((text) => new Paragraph({ spacing: { before: 160, line: 420 }, children: [run(text)] })),
    ]),
  ];
  const cell = new TableCell({ borders: TableBorders.NONE, children });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: TableBorders.NONE, rows: [new TableRow({ cantSplit: true, children: [cell] })] });
}

/** The same contract as DOCX, to be worked on; what is changed there is not known here. */
export function contractDocx(whole: WholeText, state: PrintState): Promise<Buffer> {
  const { document: d, contract } = whole;
  const children = [
    title(d.name, 52, 2400),
    ...d.cover.map(
      ({ label, value }, i) =>
        new Paragraph({
          spacing: { before: i ? 120 : 1200, after: 120 },
          indent: { left: 3000, hanging: 2700 },
          tabStops: [{ type: TabStopType.LEFT, position: 3000 }],
          children: [run(`${label}：\t${value}`, { size: 28 })],
        }),
    ),
    newPage(),
    title(d.name, 34),
    ...d.parties.flatMap(({ label, party }) => [
      line(`${label}：${party.name}`, { bold: true }),
      line(`统一社会信用代码：${party.uscc}`),
      line(`所在地：${party.place}`, { after: 120 }),
    ]),
    new Paragraph({ spacing: { line: 360, after: 120 }, indent: { firstLine: 480 }, children: [run(d.preamble)] }),
    ...d.articles.flatMap((a) => [
      new Paragraph({ keepNext: true, spacing: { before: 160, line: 360 }, children: [run(a.heading, { font: heiti, bold: true })] }),
      ...a.paragraphs.map((p) => new Paragraph({ spacing: { line: 360 }, indent: { firstLine: 480 }, widowControl: true, children: [run(p)] })),
    ]),
    signatures(d),
  ];
  const foot = new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: 8800 }],
        children: [
          new TextRun({ children: [`${footOf(whole, state)}\t第 `, PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页'], font: songti, size: 17, color: '5c6673' }),
        ],
      }),
    ],
  });
  const page = { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1560, right: 1560 } };
  return Packer.toBuffer(
    new Document({ title: `${d.name}：${contract.title}`, creator: 'Jihui', sections: [{ properties: { page }, footers: { default: foot }, children }] }),
  );
}
