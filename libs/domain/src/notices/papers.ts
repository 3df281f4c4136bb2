import { z } from 'zod';
import { rule } from '../issues.js';
import { Fen } from '../money.js';

const Day = z.iso.date().meta({ scalar: 'String' });
const text = (most: number) => z.string().trim().max(most).nullish();
/** Papers are never edited: a row that was wrong is followed by another one that names it and says why. */
const paper = { noticeId: z.uuid(), version: z.int(), correctsId: z.uuid().nullish(), correctionReason: text(300) };
type Paper = { correctsId?: string | null | undefined; correctionReason?: string | null | undefined };

function reasonOfCorrection(p: Paper, ctx: z.RefinementCtx): void {
  if (p.correctsId && !p.correctionReason) ctx.addIssue({ code: 'custom', path: ['correctionReason'], ...rule('required') });
}

/** 集体决策: what the organ of a state-founded owner decided on price and transfer (促进科技成果转化法 Art 18; what 河南条例 Art 22 asks a leader for). */
export const noticeDecision = z
  .object({
    ...paper,
    organ: z.string().trim().min(2).max(80),
    decidedOn: Day,
    paperNo: z.string().trim().min(1).max(60),
    decided: z.string().trim().min(5).max(1000),
    /** The price, or the base price of a listing or auction, that was decided. */
    price: Fen,
    /** 回避: who is related to the buyer or the deal and took no part. */
    withdrew: text(300),
    fileId: z.uuid(),
  })
  .superRefine(reasonOfCorrection)
  .meta({ id: 'NoticeDecisionInput' });
export type NoticeDecisionInput = z.output<typeof noticeDecision>;

export const TradeOutcome = z.enum(['SOLD', 'FAILED']).meta({ id: 'TradeOutcome' });
export type TradeOutcome = z.infer<typeof TradeOutcome>;
/** More than this came to no auction of a technology: a slip of the pen. */
const mostBidders = 1000;

/** 挂牌或拍卖的结果, as the market or the auction house confirmed it. */
export const noticeTrade = z
  .object({
    ...paper,
    venue: z.string().trim().min(2).max(80),
    lotNo: z.string().trim().min(1).max(60),
    listedFrom: Day,
    listedUntil: Day,
    bidders: z.int().min(0).max(mostBidders),
    outcome: TradeOutcome,
    dealPrice: Fen.nullish(),
    buyer: text(120),
    fileId: z.uuid().nullish(),
  })
  .superRefine((t, ctx) => {
    const wrong = (path: string, code: string) => ctx.addIssue({ code: 'custom', path: [path], ...rule(code) });
    reasonOfCorrection(t, ctx);
    if (t.listedUntil < t.listedFrom) wrong('listedUntil', 'date_order');
    if (t.outcome === 'FAILED') {
      if (t.dealPrice) wrong('dealPrice', 'only_when_sold');
      if (t.buyer) wrong('buyer', 'only_when_sold');
      return;
    }
    if (t.bidders < 1) wrong('bidders', 'no_bidder');
    if (!t.dealPrice) wrong('dealPrice', 'required');
    else if (/^0+$/.test(t.dealPrice)) wrong('dealPrice', 'not_positive');
    if (!t.buyer) wrong('buyer', 'required');
    if (!t.fileId) wrong('fileId', 'required');
  })
  .meta({ id: 'NoticeTradeInput' });
export type NoticeTradeInput = z.output<typeof noticeTrade>;

/** Rows that no later row corrects. */
export function papersInForce<P extends { id: string; correctsId: string | null }>(papers: readonly P[]): P[] {
  const corrected = new Set(papers.map((p) => p.correctsId));
  return papers.filter((p) => !corrected.has(p.id));
}
