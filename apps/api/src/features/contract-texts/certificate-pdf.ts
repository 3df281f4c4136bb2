import { shanghaiDay } from '@jihui/domain';
import { PdfWriter } from '../../platform/documents/pdf-writer.js';
import type { Certificate } from '../contracts/contract-types.js';
import { qrSquares } from './qr.js';

/** A state that is not named here is printed by its code rather than passed over. */
const states: Record<string, string> = { VALID: '有效', CHANGED: '有效（已变更）', REVOKED: '已撤销', DEREGISTERED: '已注销', PERFORMED: '有效（履行完毕）' };

export type CertificatePrint = { certificate: Certificate; typeName: string; address: string; at: Date; isDemo: boolean };

/** 登记证明 on one sheet of A4, as the public page shows it; who doubts the paper asks the page by the code. */
export async function certificatePdf({ certificate: c, typeName, address, at, isDemo }: CertificatePrint): Promise<Buffer> {
  const pdf = new PdfWriter({ title: `技术合同登记证明 ${c.number}`, at });
  const { left } = pdf.doc.page.margins;
  pdf.doc.rect(40, 40, pdf.doc.page.width - 80, pdf.doc.page.height - 100).lineWidth(1.2).strokeColor('#1d4e89').stroke();
  pdf.text('技汇 · 技术转移与成果转化平台', { size: 11, align: 'center', color: '#4b5565' }).space(18);
  pdf.text('技术合同登记证明', { size: 26, weight: 700, align: 'center' }).space(6);
  pdf.text(`证明状态：${states[c.state] ?? c.state}（截至 ${shanghaiDay(at)}）`, { size: 11, align: 'center' }).space(26);
  const lines: [string, string | null][] = [
    ['登记编号', c.number],
    ['项目名称', c.title],
    ['合同类型', typeName],
    ['卖方', c.sellerName],
    ['买方', c.buyerName],
    ['中介方', c.brokerName],
    ['登记机构', c.branchName],
    ['登记日期', c.registeredOn],
  ];
  for (const [label, value] of lines) {
    if (!value) continue;
    const y = pdf.doc.y;
    pdf.text(label, { size: 12, color: '#4b5565', width: 90 }, undefined, y);
    pdf.text(value, { size: 13, width: pdf.width - 90 }, left + 90, y).space(6);
    pdf.line().space(9);
  }
  pdf.space(4).text('上述技术合同已由登记机构审核并准予登记。', { size: 12 }).space(8);
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
