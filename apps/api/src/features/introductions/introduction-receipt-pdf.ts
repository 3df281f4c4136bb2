import { canonicalJson, ledgerDay, shanghaiMoment } from '@jihui/domain';
import { PdfReport } from '../../platform/documents/pdf-report.js';
import type { IntroductionReceipt } from './introduction-receipts.service.js';

const steps: Record<string, string> = {
  'introduction.requested': '申请对接',
  'introduction.accepted': '接受对接',
  'mandate.accepted': '接受委托',
};

/** The receipt on paper, with what opens the ledger's hashes: whoever holds it can prove what the entries are about. */
export function receiptPdf({
  madeAt,
  introduction: i,
  supplier,
  demander,
  broker,
  mandate,
  entries,
}: IntroductionReceipt): Promise<Buffer> {
  const pdf = new PdfReport('对接回执', `对接回执　${i.id}`);
  pdf.paragraph(`由平台记录于 ${shanghaiMoment(madeAt)} 生成，供参与对接的各方留存。`, { quiet: true });
  pdf.heading('一、对接');
  pdf.facts([
    ['供方', supplier],
    ['需方', demander],
    ['技术经纪机构', broker ?? '无'],
    ['需求', i.demandTitle ?? '未指定'],
    ['成果', i.achievementTitle ?? '未指定'],
    ['申请', `${shanghaiMoment(i.createdAt)}　${i.requestedByName}`],
    ['接受', i.answeredAt ? shanghaiMoment(i.answeredAt) : ''],
  ]);
  if (mandate) {
    pdf.heading('二、委托');
    pdf.facts([
      ['范围', mandate.scope],
      ['佣金', `合同总价的 ${mandate.commissionPermille / 10}%`],
      ['生效', mandate.answeredAt ? shanghaiMoment(mandate.answeredAt) : ''],
    ]);
  }
  pdf.heading(mandate ? '三、账本' : '二、账本');
  pdf.paragraph(
    '每一步在发生时已写入登记账本。公开的账本只有散列值；下列内容经 SHA-256 计算即得到账本中的 detail，可据此证明条目所记何事。',
    { leads: true },
  );
  for (const e of entries) {
    pdf.facts([
      ['步骤', steps[e.event] ?? e.event],
      ['位置', `${e.chain} 第 ${e.seq} 条，${shanghaiMoment(new Date(e.at))}（由 ${ledgerDay(e.at)} 的日根覆盖）`],
      ['散列值', e.hash],
      ['内容', canonicalJson(e.details)],
    ]);
  }
  return pdf.end();
}
