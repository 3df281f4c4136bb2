import { PdfWriter } from '../../platform/documents/pdf-writer.js';
import type { WholeText } from './contract-texts.service.js';

/** What is printed of a contract. */
export type PrintedText = Pick<WholeText, 'document' | 'sha256'> & { contract: Pick<WholeText['contract'], 'title' | 'revision'> };
export type PrintState = { isConfirmed: boolean; at: Date };
/** What stands at the foot of every page: which text this is. */
export const footOf = ({ contract, sha256 }: PrintedText, { isConfirmed }: PrintState): string =>
  `${isConfirmed ? '双方已确认' : '草稿，尚未经双方确认'} · 第 ${contract.revision} 版 · 文本校验 ${sha256.slice(0, 16)}`;

/** So much of a paragraph stays with its heading: all of a short one, two lines of a long one. */
const togetherOf = (pdf: PdfWriter, paragraph: string): number => Math.min(pdf.heightOf(paragraph, body), 44);
const body = { indent: 22, gap: 2 };
const signing = ['法定代表人或者委托代理人（签字）：', '联系电话：', '签字日期：        年    月    日'];

/** The contract as PDF: cover, articles, a page for the signatures. */
export async function contractPdf(whole: PrintedText, state: PrintState): Promise<Buffer> {
  const { document: d, contract } = whole;
  const pdf = new PdfWriter({ title: `${d.name}：${contract.title}`, at: state.at });
  pdf.space(90).text(d.name, { size: 26, weight: 700, align: 'center' }).space(70);
  for (const { label, value } of d.cover) {
    const y = pdf.doc.y;
    pdf.text(`${label}：`, { size: 13, color: '#4b5565', width: 150 }, undefined, y);
    pdf.text(value, { size: 13, width: pdf.width - 150 }, pdf.doc.page.margins.left + 150, y).space(12);
  }
  pdf.doc.addPage();
  pdf.text(d.name, { size: 17, weight: 700, align: 'center' }).space(14);
  for (const { label, party } of d.parties) {
    pdf.keep(60).text(`${label}：${party.name}`, { weight: 700 });
    pdf.text(`统一社会信用代码：${party.uscc}`).text(`所在地：${party.place}`).space(6);
  }
  pdf.space(4).text(d.preamble, { indent: 22 }).space(6);
  for (const article of d.articles) {
    pdf.space(6).keep(26 + togetherOf(pdf, article.paragraphs[0] ?? '')).text(article.heading, { size: 12, weight: 700, gap: 2 });
    for (const paragraph of article.paragraphs) pdf.flow(paragraph, { ...body, color: article.state === 'OPEN' ? '#9a6200' : '#1b1f24' });
  }
  signatures(pdf, whole);
  return pdf.end((page, pages) => ({ left: footOf(whole, state), right: `第 ${page} 页 / 共 ${pages} 页` }));
}

type Line = { text: string; style: Parameters<PdfWriter['text']>[1]; after: number };

/** The signatures stay together, below the last article where they fit. */
function signatures(pdf: PdfWriter, { document: d, contract }: PrintedText): void {
  const head: Line[] = [
    { text: '签字盖章', style: { size: 15, weight: 700, align: 'center' }, after: 6 },
    { text: `（《${d.name}》，项目名称：${contract.title}）`, style: { size: 10, align: 'center', color: '#4b5565' }, after: 18 },
  ];
  const sides = d.parties.map(({ label, party }): Line[] => [
    { text: `${label}（盖章）：${party.name}`, style: { size: 12, weight: 700 }, after: 12 },
    ...signing.map((text, i) => ({ text, style: {}, after: i === signing.length - 1 ? 34 : 14 })),
  ]);
  const heightOf = (lines: Line[]) => lines.reduce((sum, { text, style, after }) => sum + pdf.heightOf(text, style) + after, 0);
  pdf.keep(Math.min(28 + heightOf([head, ...sides].flat()), pdf.pageHeight)).space(28);
  for (const lines of [head, ...sides]) {
    pdf.keep(heightOf(lines) - 34);
    for (const { text, style, after } of lines) pdf.text(text, style).space(after);
  }
}
