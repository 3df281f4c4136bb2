import type { ContractInput } from '@jihui/domain';
import type { Contract } from './contracts.api.js';

/** What the form holds of a contract. */
export function contentOf(c: Contract): ContractInput {
  const {
    type,
    title,
    subject,
    techField,
    totalAmount,
    techAmount,
    amountLines,
    paymentMode,
    paymentTerms,
    signedOn,
    startsOn,
    endsOn,
    ipOwnership,
    acceptance,
    confidentiality,
  } = c;
  return {
    type,
    title,
    subject,
    techField,
    totalAmount,
    techAmount,
    amountLines,
    paymentMode,
    paymentTerms,
    signedOn,
    startsOn,
    endsOn,
    ipOwnership,
    acceptance,
    confidentiality,
  };
}

/** A new contract: two sides and a name, the rest is written afterwards. */
export const emptyContent = {
  subject: '',
  paymentMode: 'LUMP_SUM',
  paymentTerms: '',
  ipOwnership: '',
  acceptance: '',
  confidentiality: '',
} as const satisfies Partial<ContractInput>;

/** Whether anybody has confirmed what an edit would change. */
export function isConfirmedByAnyone(c: Contract): boolean {
  return [c.sellerConfirmedRevision, c.buyerConfirmedRevision].includes(c.revision);
}
