import { z } from 'zod';
import type { Machine } from '../machine.js';

export const NegotiationStatus = z.enum(['OPEN', 'AGREED', 'CLOSED']).meta({ id: 'NegotiationStatus' });
export type NegotiationStatus = z.infer<typeof NegotiationStatus>;
export const NegotiationAction = z.enum(['write', 'saveTermSheet', 'confirmTermSheet', 'draftContract', 'close']).meta({ id: 'NegotiationAction' });
export type NegotiationAction = z.infer<typeof NegotiationAction>;

/** 洽谈. `confirmTermSheet` leads to AGREED only with the second confirmation of the same version. A new version of the term sheet opens the talk again. */
export const negotiationMachine: Machine<NegotiationStatus, NegotiationAction> = {
  name: 'negotiation',
  initial: 'OPEN',
  states: NegotiationStatus.options,
  actions: {
    write: { from: ['OPEN', 'AGREED'], to: 'OPEN', permission: 'negotiation.write' },
    saveTermSheet: { from: ['OPEN', 'AGREED'], to: 'OPEN', permission: 'termSheet.write' },
    confirmTermSheet: { from: ['OPEN'], to: 'AGREED', permission: 'termSheet.confirm' },
    draftContract: { from: ['AGREED'], to: 'AGREED', permission: 'contract.write' },
    close: { from: ['OPEN', 'AGREED'], to: 'CLOSED', permission: 'termSheet.write' },
  },
};
