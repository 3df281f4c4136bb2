import { z } from 'zod';
import type { NegotiationStatus } from './machine.js';
import type { NegotiationSide } from './side.js';
import type { TermSheet } from './term-sheet.js';

export const NegotiationStep = z
  .enum(['FILL_TERM_SHEET', 'CONFIRM_TERM_SHEET', 'AWAIT_OTHER_SIDE', 'DRAFT_CONTRACT', 'OPEN_CONTRACT', 'FOLLOW', 'NONE'])
  .meta({ id: 'NegotiationStep' });
export type NegotiationStep = z.infer<typeof NegotiationStep>;

type Talk = { status: NegotiationStatus; side: NegotiationSide | null; sheet: TermSheet; contractId: string | null };

/** What this side does next: answer what the other has proposed before proposing what nobody has; a broker follows. */
export function nextStepOf({ status, side, sheet, contractId }: Talk): NegotiationStep {
  if (status === 'CLOSED') return 'NONE';
  if (contractId) return 'OPEN_CONTRACT';
  if (side === null) return 'FOLLOW';
  if (status === 'AGREED') return 'DRAFT_CONTRACT';
  if (sheet.clauses.some((c) => c.awaits.includes(side))) return 'CONFIRM_TERM_SHEET';
  return sheet.number === 0 || sheet.missing.length ? 'FILL_TERM_SHEET' : 'AWAIT_OTHER_SIDE';
}
