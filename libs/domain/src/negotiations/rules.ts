import { z } from 'zod';
import { ContractType, PaymentMode } from '../contracts/rules.js';
import { PositiveFen } from '../money.js';

export const negotiationMessage = z
  .object({ negotiationId: z.uuid(), text: z.string().trim().min(1).max(4000) })
  .meta({ id: 'NegotiationMessageInput' });

/** 条款单: what the two sides must agree on before a contract is drafted. */
export const termSheet = z
  .object({
    type: ContractType,
    title: z.string().trim().min(4).max(100),
    subject: z.string().trim().min(20).max(4000),
    totalAmount: PositiveFen,
    paymentMode: PaymentMode,
    paymentTerms: z.string().trim().min(2).max(1000),
    ipOwnership: z.string().trim().min(2).max(1000),
    termMonths: z.number().int().min(1).max(240),
  })
  .meta({ id: 'TermSheetInput' });
export type TermSheet = z.output<typeof termSheet>;

/** The terms in the order in which they are read and compared. */
export const termSheetFields = [
  'type',
  'title',
  'subject',
  'totalAmount',
  'paymentMode',
  'paymentTerms',
  'ipOwnership',
  'termMonths',
] as const satisfies readonly (keyof TermSheet)[];

/** Which terms differ between two versions. */
export function changedTerms(before: TermSheet, after: TermSheet): (keyof TermSheet)[] {
  return termSheetFields.filter((field) => before[field] !== after[field]);
}

/** 委托: a side lets a broker take part. The commission is agreed per thousand of the contract's amount. */
export const mandateGrant = z
  .object({
    negotiationId: z.uuid(),
    brokerFirmId: z.uuid(),
    scope: z.string().trim().min(2).max(500),
    commissionPermille: z.number().int().min(0).max(300),
  })
  .meta({ id: 'MandateGrantInput' });
