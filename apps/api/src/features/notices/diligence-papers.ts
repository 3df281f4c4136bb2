import { formatYuan, isAboutDecision, noticeFindingSentence, papersInForce, shanghaiMoment, tradeOutcomeWords } from '@jihui/domain';
import type { PdfReport } from '../../platform/documents/pdf-report.js';
import type { NoticePaperRows } from '../notice-papers/notice-papers-reading.js';
import type { DiligenceFile } from './diligence-file.service.js';

type Correcting = { id: string; correctsId: string | null; correctionReason: string | null };
const correction = (p: Correcting, all: readonly Correcting[]): (readonly [string, string])[] => [
  ...(p.correctsId ? [['更正', `更正第 ${all.findIndex((x) => x.id === p.correctsId) + 1} 份：${p.correctionReason ?? ''}`] as const] : []),
  ...(papersInForce(all).includes(p) ? [] : [['状态', '已由后一份更正'] as const]),
];

/** What the owner's organ decided, or in plain words that nothing is there; then what does not agree. */
export function diligenceDecisions(pdf: PdfReport, { decisions, findings }: NoticePaperRows): void {
  pdf.heading('二、决策');
  for (const [i, d] of decisions.entries()) {
    pdf.paragraph(`第 ${i + 1} 份，${shanghaiMoment(d.createdAt)} 录入`, { leads: true });
    pdf.facts([
      ['决策机构或会议', d.organ],
      ['决策日期', d.decidedOn],
      ['文件编号', d.paperNo],
      ['决策内容', d.decided],
      ['决定的价格', formatYuan(d.price)],
      ['回避人员', d.withdrew ?? '未记载'],
      ['文件', `${d.fileName}\nSHA-256：${d.sha256}`],
      ...correction(d, decisions),
    ]);
  }
  for (const finding of findings.filter(isAboutDecision)) pdf.paragraph(`提示：${noticeFindingSentence(finding)}`);
}

/** What came of a listing or auction. */
export function diligenceTrades(pdf: PdfReport, { notice, papers: { trades, findings } }: DiligenceFile): void {
  pdf.heading('七、挂牌或拍卖结果');
  if (!trades.length) pdf.paragraph(notice.pricingMode === 'NEGOTIATED' ? '协议定价，没有挂牌或拍卖。' : '尚未录入结果。');
  for (const [i, t] of trades.entries()) {
    pdf.paragraph(`第 ${i + 1} 份，${shanghaiMoment(t.createdAt)} 录入`, { leads: true });
    pdf.facts([
      ['交易机构', t.venue],
      ['挂牌或标的编号', t.lotNo],
      ['期间', `${t.listedFrom} 至 ${t.listedUntil}`],
      ['竞买人数', `${t.bidders} 人`],
      ['结果', tradeOutcomeWords[t.outcome]],
      ...(t.dealPrice ? ([['成交价', formatYuan(t.dealPrice)], ['受让方', t.buyer ?? '']] as const) : []),
      ['确认文件', t.fileName ? `${t.fileName}\nSHA-256：${t.sha256 ?? ''}` : '没有'],
      ...correction(t, trades),
    ]);
  }
  for (const finding of findings.filter((f) => !isAboutDecision(f))) pdf.paragraph(`提示：${noticeFindingSentence(finding)}`);
}
