import { shanghaiDay } from '@jihui/domain';
import { PdfWriter } from '../../platform/documents/pdf-writer.js';
import type { Certificate } from '../contracts/contract-types.js';
import { qrSquares } from './qr.js';

/** A state that is not named here is printed by its code rather than passed over. */
const states: Record<string, string> = { VALID: '有效', CHANGED: '有效（已变更）', REVOKED: '已撤销', DEREGISTERED: '已注销', PERFORMED: '有效（履行完毕）' };

/** What a certificate that is not valid any more says instead of the registration. */
const said: Record<string, string> = { REVOKED: '本登记已被撤销，本证明无效。', DEREGISTERED: '本登记已注销，本证明不再有效。' };
const ended = new Set(Object.keys(said));

type Line = readonly [label: string, value: string];
const labelWidth = 90;
/** From the roomiest to the smallest that can be read on paper. */
const forms = [
  { size: 13, air: 6 },
  { size: 12, air: 4 },
  { size: 11, air: 3 },
  { size: 10, air: 2 },
  { size: 9, air: 1 },
] as const;

/** The roomiest form in which all lines go into the height: long names must not push the code from the sheet. */
function formFor(pdf: PdfWriter, lines: readonly Line[], height: number): (typeof forms)[number] {
  const heightIn = ({ size, air }: (typeof forms)[number]) =>
    lines.reduce((sum, [, value]) => sum + pdf.heightOf(value, { size, width: pdf.width - labelWidth }) + 2 * air + 3, 0);
  return forms.find((form) => heightIn(form) <= height) ?? forms[4];
}

type Printed = 'number' | 'state' | 'title' | 'sellerName' | 'buyerName' | 'brokerName' | 'branchName' | 'registeredOn' | 'ledger';
export type CertificatePrint = { certificate: Pick<Certificate, Printed>; typeName: string; address: string; at: Date; isDemo: boolean };

/** 登记证明 on one sheet of A4, as the public page shows it; who doubts the paper asks the page by the code. */
export async function certificatePdf({ certificate: c, typeName, address, at, isDemo }: CertificatePrint): Promise<Buffer> {
  const pdf = new PdfWriter({ title: `技术合同登记证明 ${c.number}`, at });
  const { left } = pdf.doc.page.margins;
  pdf.doc.rect(40, 40, pdf.doc.page.width - 80, pdf.doc.page.height - 100).lineWidth(1.2).strokeColor('#1d4e89').stroke();
  pdf.text('技汇 · 技术转移与成果转化平台', { size: 11, align: 'center', color: '#4b5565' }).space(18);
  pdf.text('技术合同登记证明', { size: 26, weight: 700, align: 'center' }).space(6);
  pdf.text(`证明状态：${states[c.state] ?? c.state}（截至 ${shanghaiDay(at)}）`, { size: 11, align: 'center', ...(ended.has(c.state) ? { weight: 700, color: '#9a2a2a' } : {}) }).space(26);
  const lines: Line[] = [
    ['登记编号', c.number],
    ['项目名称', c.title],
    ['合同类型', typeName],
    ['卖方', c.sellerName],
    ['买方', c.buyerName],
    ...(c.brokerName ? [['中介方', c.brokerName] as const] : []),
    ['登记机构', c.branchName],
    ['登记日期', c.registeredOn],
  ];
  // The words below need 96 points, the code and its margins 136.
  const form = formFor(pdf, lines, pdf.bottom - pdf.doc.y - 96 - 136);
  for (const [label, value] of lines) {
    const y = pdf.doc.y;
    pdf.text(label, { size: form.size - 1, color: '#4b5565', width: labelWidth }, undefined, y);
    pdf.text(value, { size: form.size, width: pdf.width - labelWidth }, left + labelWidth, y).space(form.air);
    pdf.line().space(form.air + 3);
  }
  pdf.space(4).text(said[c.state] ?? '上述技术合同已由登记机构审核并准予登记。', { size: 12 }).space(8);
  if (c.ledger) {
    pdf.text(`已载入登记账本：${c.ledger.chain} 第 ${c.ledger.seq} 条`, { size: 9, color: '#4b5565' });
    pdf.text(c.ledger.hash, { size: 8.5, color: '#4b5565' });
    if (c.ledger.root) pdf.text(`${c.ledger.day} 的日根：${c.ledger.root}`, { size: 8.5, color: '#4b5565' });
  }
  const side = 116;
  const top = pdf.bottom - side - 2;
  pdf.doc.fillColor('#000000');
  for (const { x, y, size } of qrSquares(address, side)) pdf.doc.rect(left + x, top + y, size, size).fill();
  const beside = { size: 9.5, color: '#4b5565', width: pdf.width - side - 16 };
  pdf.text('扫码或者输入登记编号查验本证明：', beside, left + side + 16, top + 10);
  pdf.text(address, beside, left + side + 16).space(4);
  pdf.text('登记编号为技汇平台编号，不是全国技术合同管理与服务系统的登记编号。本证明不载明金额和合同内容；登记状态以查验页面为准。', beside, left + side + 16);
  if (isDemo) pdf.space(4).text('演示数据，不是真实的登记证明。', { ...beside, weight: 700, color: '#9a2a2a' }, left + side + 16);
  return pdf.end(() => ({ left: '', right: '' }));
}
