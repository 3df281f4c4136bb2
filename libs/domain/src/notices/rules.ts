import { z } from 'zod';
import { TransferMode } from '../codes.js';
import { rule } from '../issues.js';
import { Fen } from '../money.js';
import type { NoticeEdit } from '../rules/values.js';
import { noticeDays } from './period.js';

/** 定价方式 (促进科技成果转化法 Art 18). */
export const PricingMode = z.enum(['NEGOTIATED', 'LISTING', 'AUCTION']).meta({ id: 'PricingMode' });
export type PricingMode = z.infer<typeof PricingMode>;

const fields = z.object({
  name: z.string().trim().min(2).max(120),
  summary: z.string().trim().min(10).max(2000),
  achievementId: z.uuid().nullish(),
  pricingMode: PricingMode,
  transferMode: TransferMode,
  price: Fen,
  buyer: z.string().trim().max(120).nullish(),
  relatedParty: z.boolean(),
  relatedNote: z.string().trim().max(500).nullish(),
  objectionProcedure: z.string().trim().min(10).max(1000),
  days: z.int().min(noticeDays.least).max(noticeDays.most),
});

/** What a notice says: name, summary, mode, price and related-party flag (河南条例 Art 20), and how to object. */
export const noticeFields = fields;
export const noticeContent = fields
  .superRefine((n, ctx) => {
    // What relation there is decides whether the price is believed; a bare flag would hide it.
    if (n.relatedParty && !n.relatedNote?.trim()) ctx.addIssue({ code: 'custom', path: ['relatedNote'], ...rule('required') });
    if (n.pricingMode === 'NEGOTIATED' && !n.buyer?.trim()) ctx.addIssue({ code: 'custom', path: ['buyer'], ...rule('required') });
  })
  .meta({ id: 'PublicNoticeInput' });
export type NoticeContent = z.output<typeof noticeContent>;
export type NoticeInput = z.input<typeof noticeContent>;

/** The fields that an edit named by the dated rule touches: by it the period begins again, since who has read the notice has read another deal. */
export const editedFields: Record<NoticeEdit, readonly (keyof NoticeContent)[]> = {
  PRICE: ['price'],
  BUYER: ['buyer'],
  MODE: ['pricingMode', 'transferMode'],
};

export const noticeObjection = z
  .object({
    noticeId: z.uuid(),
    name: z.string().trim().min(2).max(40),
    contact: z.string().trim().min(5).max(80),
    text: z.string().trim().min(10).max(2000),
  })
  .meta({ id: 'NoticeObjectionInput' });
export type NoticeObjectionInput = z.output<typeof noticeObjection>;

export const objectionAnswer = z
  .object({ id: z.uuid(), version: z.int(), upheld: z.boolean(), answer: z.string().trim().min(10).max(2000) })
  .meta({ id: 'ObjectionAnswerInput' });
export type ObjectionAnswerInput = z.output<typeof objectionAnswer>;
