import { z } from 'zod';
import type { NegotiationStatus } from './machine.js';

/** 洽谈中的一方: the owner of the technology, or the one who needs it. A broker is on no side. */
export const NegotiationSide = z.enum(['SUPPLIER', 'DEMANDER']).meta({ id: 'NegotiationSide' });
export type NegotiationSide = z.infer<typeof NegotiationSide>;

export const NegotiationStep = z
  .enum(['FILL_TERM_SHEET', 'CONFIRM_TERM_SHEET', 'AWAIT_OTHER_SIDE', 'DRAFT_CONTRACT', 'OPEN_CONTRACT', 'FOLLOW', 'NONE'])
  .meta({ id: 'NegotiationStep' });
export type NegotiationStep = z.infer<typeof NegotiationStep>;

type Sheet = { supplierConfirmedAt: Date | string | null; demanderConfirmedAt: Date | string | null };
type Talk = { status: NegotiationStatus; side: NegotiationSide | null; sheet: Sheet | null; contractId: string | null };

/** What this side does next. The last version of the term sheet decides; a broker follows. */
export function nextStepOf({ status, side, sheet, contractId }: Talk): NegotiationStep {
  if (status === 'CLOSED') return 'NONE';
  if (contractId) return 'OPEN_CONTRACT';
  if (side === null) return 'FOLLOW';
  if (status === 'AGREED') return 'DRAFT_CONTRACT';
  if (!sheet) return 'FILL_TERM_SHEET';
  const confirmed = side === 'SUPPLIER' ? sheet.supplierConfirmedAt : sheet.demanderConfirmedAt;
  return confirmed ? 'AWAIT_OTHER_SIDE' : 'CONFIRM_TERM_SHEET';
}
