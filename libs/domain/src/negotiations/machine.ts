import { z } from 'zod';
import type { Machine } from '../machine.js';

export const NegotiationStatus = z.enum(['OPEN', 'AGREED', 'CLOSED']).meta({ id: 'NegotiationStatus' });
export type NegotiationStatus = z.infer<typeof NegotiationStatus>;
export const NegotiationAction = z.enum(['saveTermSheet', 'confirmTermSheet', 'draftContract', 'close']).meta({ id: 'NegotiationAction' });
export type NegotiationAction = z.infer<typeof NegotiationAction>;

/**
 * 洽谈. `confirmTermSheet` leads to AGREED only when both sides have accepted every clause that the contract needs; new words of any clause open the talk again.
 * Messages and files change no state: they are welcome until the talk is closed.
 */
export const negotiationMachine: Machine<NegotiationStatus, NegotiationAction> = {
  name: 'negotiation',
  initial: 'OPEN',
  states: NegotiationStatus.options,
  actions: {
    saveTermSheet: { from: ['OPEN', 'AGREED'], to: 'OPEN', permission: 'termSheet.write' },
    confirmTermSheet: { from: ['OPEN'], to: 'AGREED', permission: 'termSheet.confirm' },
    draftContract: { from: ['AGREED'], to: 'AGREED', permission: 'contract.write' },
    close: { from: ['OPEN', 'AGREED'], to: 'CLOSED', permission: 'termSheet.write' },
  },
};

export const MandateStatus = z.enum(['GRANTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED']).meta({ id: 'MandateStatus' });
export type MandateStatus = z.infer<typeof MandateStatus>;
export const MandateAction = z.enum(['accept', 'decline', 'withdraw', 'lapse']).meta({ id: 'MandateAction' });
export type MandateAction = z.infer<typeof MandateAction>;

/** 委托: a side grants it to a broker firm, which joins the room, or takes over the demand, by accepting. Unanswered it lapses by the clock. */
export const mandateMachine: Machine<MandateStatus, MandateAction> = {
  name: 'mandate',
  initial: 'GRANTED',
  states: MandateStatus.options,
  actions: {
    accept: { from: ['GRANTED'], to: 'ACCEPTED', permission: 'mandate.answer' },
    decline: { from: ['GRANTED'], to: 'DECLINED', permission: 'mandate.answer' },
    withdraw: { from: ['GRANTED'], to: 'WITHDRAWN', permission: 'mandate.grant' },
    lapse: { from: ['GRANTED'], to: 'LAPSED', permission: 'mandate.clock' },
  },
};
