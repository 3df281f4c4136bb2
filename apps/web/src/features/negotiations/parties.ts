import type { NegotiationSide } from '@jihui/domain';
import type { Negotiation } from './negotiations.api.js';

type Talk = Pick<Negotiation, 'supplierId' | 'demanderId' | 'brokerId' | 'supplierName' | 'demanderName' | 'brokerName'>;

/** Who somebody in the room is, by his organisation. */
export function partyOf(talk: Talk, organisationId: string | null): { role: 'supplier' | 'demander' | 'broker'; name: string | null } {
  if (organisationId === talk.supplierId) return { role: 'supplier', name: talk.supplierName };
  if (organisationId === talk.demanderId) return { role: 'demander', name: talk.demanderName };
  return { role: 'broker', name: talk.brokerName };
}

export const otherSide = (side: NegotiationSide): NegotiationSide => (side === 'SUPPLIER' ? 'DEMANDER' : 'SUPPLIER');
