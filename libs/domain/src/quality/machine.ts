import { z } from 'zod';
import type { Machine } from '../machine.js';

export const DuplicateStatus = z.enum(['OPEN', 'SAME', 'DIFFERENT', 'CLEARED']).meta({ id: 'DuplicateStatus' });
export type DuplicateStatus = z.infer<typeof DuplicateStatus>;
export const DuplicateAction = z.enum(['callSame', 'callDifferent', 'reconsider', 'clear', 'findAgain']).meta({ id: 'DuplicateAction' });
export type DuplicateAction = z.infer<typeof DuplicateAction>;

/**
 * 疑似重复: two live items that say the same. A person calls them one or two; what is said stays, whatever the nightly run finds later. One that
 * nobody has judged is cleared by the system once the two are not alike any more, or one is not live; nothing is ever deleted by it.
 */
export const duplicateMachine: Machine<DuplicateStatus, DuplicateAction> = {
  name: 'duplicate',
  initial: 'OPEN',
  states: DuplicateStatus.options,
  actions: {
    callSame: { from: ['OPEN'], to: 'SAME', permission: 'duplicate.decide' },
    callDifferent: { from: ['OPEN'], to: 'DIFFERENT', permission: 'duplicate.decide' },
    reconsider: { from: ['SAME', 'DIFFERENT'], to: 'OPEN', permission: 'duplicate.decide' },
    clear: { from: ['OPEN'], to: 'CLEARED', permission: 'duplicate.keep' },
    findAgain: { from: ['CLEARED'], to: 'OPEN', permission: 'duplicate.keep' },
  },
};
