import { z } from 'zod';
import { rule } from '../issues.js';
import { exceeds, Fen, PositiveFen } from '../money.js';

/** 到账: the price itself, or a royalty that a report has shown to be due. */
export const IncomeKind = z.enum(['PRICE', 'ROYALTY']).meta({ id: 'IncomeKind' });
export type IncomeKind = z.infer<typeof IncomeKind>;

const Day = z.iso.date().meta({ scalar: 'String' });
export const receiptEntry = z
  .object({
    contractId: z.uuid(),
    kind: IncomeKind,
    amount: PositiveFen,
    /** 技术性收入 in it: what was paid for technology, not for goods. */
    techIncome: Fen,
    receivedOn: Day,
    voucherNo: z.string().trim().min(1).max(60),
    invoiceNo: z.string().trim().min(1).max(60),
    voucherFileId: z.uuid(),
    invoiceFileId: z.uuid(),
    note: z.string().trim().max(300).nullish(),
    /** Why more came in than was agreed. */
    excessReason: z.string().trim().max(300).nullish(),
  })
  .superRefine((r, ctx) => {
    if (exceeds(r.techIncome, r.amount)) ctx.addIssue({ code: 'custom', path: ['techIncome'], ...rule('tech_income') });
    if (r.voucherFileId === r.invoiceFileId) ctx.addIssue({ code: 'custom', path: ['invoiceFileId'], ...rule('same_file') });
  })
  .meta({ id: 'ReceiptInput' });
export type ReceiptEntry = z.output<typeof receiptEntry>;

/** What a receipt is compared with: the contract's amounts, the royalties that both sides confirm, and what has come in before. */
export type ReceiptState = { totalAmount: string; techAmount: string; royalties: string; received: Record<IncomeKind, string>; techIncome: Record<IncomeKind, string> };
export type Excess = { path: 'amount' | 'techIncome'; most: string };

/** What goes beyond the contract; a reason lets the amount pass, but never more technology income than the contract's technology amount. */
export function excessesOf(entry: Pick<ReceiptEntry, 'kind' | 'amount' | 'techIncome'>, state: ReceiptState): Excess[] {
  const { kind } = entry;
  const left = (most: string, used: string): bigint => (BigInt(most) > BigInt(used) ? BigInt(most) - BigInt(used) : 0n);
  const amount = left(kind === 'PRICE' ? state.totalAmount : state.royalties, state.received[kind]);
  const tech = left(kind === 'PRICE' ? state.techAmount : state.royalties, state.techIncome[kind]);
  const excesses: Excess[] = BigInt(entry.amount) > amount ? [{ path: 'amount', most: String(amount) }] : [];
  // Royalties are paid for technology whole: their sum is the only limit.
  return kind === 'PRICE' && BigInt(entry.techIncome) > tech ? [...excesses, { path: 'techIncome', most: String(tech) }] : excesses;
}

/** The technology part of a receipt as the contract divides its price, rounded down: a first proposal that the seller corrects. */
export function techPartOf(amount: string, totalAmount: string, techAmount: string): string {
  return BigInt(totalAmount) === 0n ? '0' : String((BigInt(amount) * BigInt(techAmount)) / BigInt(totalAmount));
}

export const RoyaltyStatus = z.enum(['REPORTED', 'CONFIRMED', 'DISPUTED']).meta({ id: 'RoyaltyStatus' });
export type RoyaltyStatus = z.infer<typeof RoyaltyStatus>;
/** 履行与提成报告 of the buyer: how far the technology is used, and what is owed for it (民法典 Art 846: the books may be looked into). */
export const royaltyStatement = z
  .object({ contractId: z.uuid(), from: Day, until: Day, sales: Fen, royalty: Fen, performance: z.string().trim().min(5).max(2000) })
  .superRefine((r, ctx) => {
    if (r.until < r.from) ctx.addIssue({ code: 'custom', path: ['until'], ...rule('date_order') });
    if (exceeds(r.royalty, r.sales)) ctx.addIssue({ code: 'custom', path: ['royalty'], ...rule('royalty_of_sales') });
  })
  .meta({ id: 'RoyaltyStatementInput' });
export type RoyaltyStatement = z.output<typeof royaltyStatement>;
export const receiptVoiding = z.object({ id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(5).max(300) }).meta({ id: 'ReceiptVoidingInput' });
