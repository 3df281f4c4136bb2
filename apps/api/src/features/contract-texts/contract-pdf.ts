import { PdfWriter } from '../../platform/documents/pdf-writer.js';
import type { WholeText } from './contract-texts.service.js';

export type PrintState = { isConfirmed: boolean; at: Date };
/** What stands at the foot of every page: which text this is. */
export const footOf = ({ contract, sha256 }: WholeText, { isConfirmed }: PrintState): string =>
  `${isConfirmed ? '双方已确认' : '草稿，尚未经双方确认'} · 第 ${contract.revision} 版 · 文本校验 ${sha256.slice(0, 16)}`;

/** In points: the heading of the signatures, and one side's lines. */
const [headHeight, sideHeight] = [90, 170];
/** So much of a paragraph stays together: all of a short one, two lines of a long one. */
const togetherOf = (pdf: PdfWriter, paragraph: string): number => Math.min(pdf.heightOf(paragraph), shortHeight);
const shortHeight = 64;
const signing = ['法定代表人或者委托代理人（签字）：', '联系电话：', '签字日期：        年    月    日'];

/** The contract as PDF: cover, articles, a page for the signatures. */
export async function contractPdf(whole: WholeText, state: PrintState): Promise<Buffer> {
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
    for (const paragraph of article.paragraphs) pdf.keep(togetherOf(pdf, paragraph)).text(paragraph, { indent: 22, gap: 2, color: article.state === 'OPEN' ? '#9a6200' : '#1b1f24' });
  }
  // The signatures stay together, below the last article where they fit.
  pdf.keep(headHeight + d.parties.length * sideHeight).space(28);
  pdf.text('签字盖章', { size: 15, weight: 700, align: 'center' }).space(6);
  pdf.text(`（《${d.name}》，项目名称：${contract.title}）`, { size: 10, align: 'center', color: '#4b5565' }).space(18);
  for (const { label, party } of d.parties) {
    pdf.keep(sideHeight).text(`${label}（盖章）：${party.name}`, { size: 12, weight: 700 }).space(12);
    for (const line of signing) pdf.text(line).space(14);
    pdf.space(22);
  }
  return pdf.end((page, pages) => ({ left: footOf(whole, state), right: `第 ${page} 页 / 共 ${pages} 页` }));
}
