import { z } from 'zod';
import { formatYuan } from '../money.js';
import type { PublicNoticeStatus } from './machine.js';
import { papersInForce, type TradeOutcome } from './papers.js';
import type { PricingMode } from './rules.js';

export const NoticeFindingCode = z
  .enum([
    'DECISION_MISSING',
    'DECISION_PRICE',
    'DECISION_LATE',
    'NOBODY_WITHDREW',
    'TRADE_MISSING',
    'TRADE_BELOW_BASE',
    'CONTRACT_PRICE',
    'CONTRACT_BUYER',
  ])
  .meta({ id: 'NoticeFindingCode' });
export type NoticeFindingCode = z.infer<typeof NoticeFindingCode>;
/** `stated` is what the notice or its paper says, `found` what stands against it; amounts are fen. */
export type NoticeFinding = { code: NoticeFindingCode; stated: string | null; found: string | null };

type Row = { id: string; correctsId: string | null };
type Decision = Row & { decidedOn: string; price: string; withdrew: string | null };
type Trade = Row & { listedFrom: string; outcome: TradeOutcome; dealPrice: string | null; buyer: string | null };
export type NoticeWithPapers = {
  notice: { status: PublicNoticeStatus; pricingMode: PricingMode; price: string; relatedParty: boolean; startedOn: string | null };
  /** The day of the first publication; null for a draft. */
  publishedOn: string | null;
  decisions: readonly Decision[];
  trades: readonly Trade[];
  /** Concluded contracts of the owner on the same achievement. */
  contracts: readonly { signedOn: string; buyer: string; totalAmount: string }[];
};

const ofDecision: readonly NoticeFindingCode[] = ['DECISION_MISSING', 'DECISION_PRICE', 'DECISION_LATE', 'NOBODY_WITHDREW'];
/** Whether it is about the decision, or else about the outcome of a listing or auction. */
export const isAboutDecision = ({ code }: NoticeFinding): boolean => ofDecision.includes(code);

const finding = (code: NoticeFindingCode, stated: string | null = null, found: string | null = null): NoticeFinding => ({ code, stated, found });

/** What is missing in a notice's papers, or does not agree: it is shown and refuses nothing, since paper may have its reason. */
export function noticeFindings(file: NoticeWithPapers): NoticeFinding[] {
  return [...decisionFindings(file), ...tradeFindings(file)];
}

function decisionFindings({ notice, publishedOn, decisions }: NoticeWithPapers): NoticeFinding[] {
  const valid = [...papersInForce(decisions)].sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));
  const [first, last] = [valid[0], valid.at(-1)];
  if (!first || !last) return [finding('DECISION_MISSING')];
  const findings: NoticeFinding[] = [];
  if (BigInt(last.price) !== BigInt(notice.price)) findings.push(finding('DECISION_PRICE', notice.price, last.price));
  if (publishedOn && first.decidedOn > publishedOn) findings.push(finding('DECISION_LATE', publishedOn, first.decidedOn));
  if (notice.relatedParty && !valid.some((d) => d.withdrew)) findings.push(finding('NOBODY_WITHDREW'));
  return findings;
}

function tradeFindings({ notice, trades, contracts }: NoticeWithPapers): NoticeFinding[] {
  if (notice.pricingMode === 'NEGOTIATED') return [];
  const valid = papersInForce(trades);
  if (!valid.length) return notice.status === 'ENDED' ? [finding('TRADE_MISSING')] : [];
  return valid.flatMap(({ outcome, dealPrice, buyer, listedFrom }) => {
    if (outcome !== 'SOLD' || !dealPrice) return [];
    const below = BigInt(dealPrice) < BigInt(notice.price) ? [finding('TRADE_BELOW_BASE', notice.price, dealPrice)] : [];
    const after = contracts.filter((c) => c.signedOn >= listedFrom);
    const own = after.filter((c) => c.buyer === buyer);
    const differing = own.filter((c) => BigInt(c.totalAmount) !== BigInt(dealPrice)).map((c) => finding('CONTRACT_PRICE', dealPrice, c.totalAmount));
    const [other] = after;
    return [...below, ...differing, ...(other && !own.length ? [finding('CONTRACT_BUYER', buyer, other.buyer)] : [])];
  });
}

const yuan = (fen: string | null): string => formatYuan(fen ?? '0');
const sentences: Record<NoticeFindingCode, (f: NoticeFinding) => string> = {
  DECISION_MISSING: () => '没有录入本单位对价格和转化的决策文件，备查材料不完整。',
  DECISION_PRICE: ({ stated, found }) => `最近一次决策的价格为 ${yuan(found)}，与公示的 ${yuan(stated)}不同。`,
  DECISION_LATE: ({ stated, found }) => `最早的决策日期 ${found} 晚于公示发布日 ${stated}。`,
  NOBODY_WITHDREW: () => '公示写明属于关联交易，决策文件没有记载回避人员。',
  TRADE_MISSING: () => '公示已期满，还没有录入挂牌或拍卖的结果。',
  TRADE_BELOW_BASE: ({ stated, found }) => `成交价 ${yuan(found)}低于公示的底价 ${yuan(stated)}。`,
  CONTRACT_PRICE: ({ stated, found }) => `合同成交总额为 ${yuan(found)}，与成交确认的 ${yuan(stated)}不同。`,
  CONTRACT_BUYER: ({ stated, found }) => `同一成果的合同买方为${found}，成交确认的受让方为${stated}。`,
};

/** A finding in one sentence, for the owner's page and the file. */
export const noticeFindingSentence = (f: NoticeFinding): string => sentences[f.code](f);
