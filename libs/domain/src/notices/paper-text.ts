import { formatYuan } from '../money.js';
import type { TradeOutcome } from './papers.js';

export const tradeOutcomeWords: Record<TradeOutcome, string> = { SOLD: '成交', FAILED: '流标' };
type Correction = { correctsId: string | null; correctionReason: string | null; sha256: string | null };
type Decision = Correction & { organ: string; decidedOn: string; paperNo: string; decided: string; price: string; withdrew: string | null };
type Trade = Correction & {
  venue: string;
  lotNo: string;
  listedFrom: string;
  listedUntil: string;
  bidders: number;
  outcome: TradeOutcome;
  dealPrice: string | null;
  buyer: string | null;
};

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
const ending = ({ sha256, correctsId, correctionReason }: Correction): string[] => [
  `文件 SHA-256：${sha256 ?? '无'}`,
  ...(correctsId ? [`更正原因：${correctionReason ?? ''}`] : []),
];

/** The decision, one fact per line: the text whose SHA-256 the ledger holds. A new form needs a new first line, as for notices. */
export function decisionText(d: Decision): string {
  return [
    '科技成果转化决策（格式一）',
    `决策机构或会议：${d.organ}`,
    `决策日期：${d.decidedOn}`,
    `文件编号：${d.paperNo}`,
    `决策内容：${d.decided}`,
    `决定的价格：${formatYuan(d.price)}`,
    `回避人员：${d.withdrew ?? '无'}`,
    ...ending(d),
  ].map(oneLine).join('\n');
}

/** The outcome of a listing or auction in the same way. */
export function tradeText(t: Trade): string {
  return [
    '挂牌或拍卖结果（格式一）',
    `交易机构：${t.venue}`,
    `挂牌或标的编号：${t.lotNo}`,
    `期间：${t.listedFrom} 至 ${t.listedUntil}`,
    `竞买人数：${t.bidders}`,
    `结果：${tradeOutcomeWords[t.outcome]}`,
    ...(t.dealPrice ? [`成交价：${formatYuan(t.dealPrice)}`, `受让方：${t.buyer ?? ''}`] : []),
    ...ending(t),
  ].map(oneLine).join('\n');
}
