import { z } from 'zod';
import type { NdaStatus } from './machine.js';

/** How a reader stands to a confidential part, and so what his page offers him. */
export const TierState = z
  .enum(['OWNER', 'OPEN', 'CLOSED', 'VISITOR', 'OWN_UNIT', 'NOT_ELIGIBLE', 'UNVERIFIED', 'ASK_COLLEAGUE', 'MAY_ACCEPT', 'WAITING'])
  .meta({ id: 'TierState' });
export type TierState = z.infer<typeof TierState>;

export type TierReader = {
  isSignedIn: boolean;
  /** Of the owner's organisation; an insider writes the part. */
  isOwnOrganisation: boolean;
  isInsider: boolean;
  isVerified: boolean;
  mayOpen: boolean;
  mayAccept: boolean;
};
/** The last agreement of the reader's organisation; `openUntil` is the last day on which it opens. */
export type KnownNda = { status: NdaStatus; openUntil: string | null };

/**
 * The one rule of who gets into a second tier. Nobody is let in by a role: the owner's insiders, and organisations with an agreement
 * that is active and not past its last day, while the item is public (or the room open).
 */
export function tierStateOf(reader: TierReader, nda: KnownNda | null, isSubjectOpen: boolean, today: string): TierState {
  if (reader.isInsider) return 'OWNER';
  if (!isSubjectOpen) return 'CLOSED';
  if (!reader.isSignedIn) return 'VISITOR';
  if (reader.isOwnOrganisation) return 'OWN_UNIT';
  if (!reader.mayOpen) return 'NOT_ELIGIBLE';
  if (!reader.isVerified) return 'UNVERIFIED';
  if (isInForce(nda, today)) return 'OPEN';
  if (nda?.status === 'REQUESTED') return 'WAITING';
  return reader.mayAccept ? 'MAY_ACCEPT' : 'ASK_COLLEAGUE';
}

/** Whether the agreement opens the part on that day. */
export function isInForce(nda: KnownNda | null, today: string): boolean {
  return nda?.status === 'ACTIVE' && nda.openUntil !== null && today <= nda.openUntil;
}
