import { z } from 'zod';
import type { Machine } from '../machine.js';

export const NdaStatus = z.enum(['REQUESTED', 'ACTIVE', 'DECLINED', 'CANCELLED', 'ENDED']).meta({ id: 'NdaStatus' });
export type NdaStatus = z.infer<typeof NdaStatus>;
export const NdaAction = z.enum(['approve', 'decline', 'cancel', 'end']).meta({ id: 'NdaAction' });
export type NdaAction = z.infer<typeof NdaAction>;

/**
 * 保密协议 of one organisation for one confidential part. The reader's acceptance makes it; where the owner wants to approve its readers it
 * begins as REQUESTED, else as ACTIVE. The end of the reading period is a day, not a state. An accepted text is never changed.
 */
export const ndaMachine: Machine<NdaStatus, NdaAction> = {
  name: 'nda',
  initial: 'REQUESTED',
  states: NdaStatus.options,
  actions: {
    approve: { from: ['REQUESTED'], to: 'ACTIVE', permission: 'nda.answer' },
    decline: { from: ['REQUESTED'], to: 'DECLINED', permission: 'nda.answer' },
    cancel: { from: ['REQUESTED'], to: 'CANCELLED', permission: 'nda.accept' },
    end: { from: ['ACTIVE'], to: 'ENDED', permission: 'nda.answer' },
  },
};
