import { z } from 'zod';
import type { Machine } from '../machine.js';

export const DemandStatus = z.enum(['DRAFT', 'SUBMITTED', 'PUBLISHED', 'WITHDRAWN', 'CLOSED']).meta({ id: 'DemandStatus' });
export type DemandStatus = z.infer<typeof DemandStatus>;
export const DemandAction = z
  .enum(['edit', 'submit', 'returnToOwner', 'publish', 'revise', 'confirm', 'withdraw', 'reopen', 'close', 'delete'])
  .meta({ id: 'DemandAction' });
export type DemandAction = z.infer<typeof DemandAction>;

/**
 * 需求: written by the enterprise, published by an operator. Revising a published one takes it back to a draft: what operators examined is
 * what the public reads. `delete` is for a draft that was never published.
 */
export const demandMachine: Machine<DemandStatus, DemandAction> = {
  name: 'demand',
  initial: 'DRAFT',
  states: DemandStatus.options,
  actions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', permission: 'demand.write' },
    submit: { from: ['DRAFT'], to: 'SUBMITTED', permission: 'demand.write' },
    returnToOwner: { from: ['SUBMITTED'], to: 'DRAFT', permission: 'demand.publish' },
    publish: { from: ['SUBMITTED'], to: 'PUBLISHED', permission: 'demand.publish' },
    revise: { from: ['PUBLISHED'], to: 'DRAFT', permission: 'demand.write' },
    confirm: { from: ['PUBLISHED'], to: 'PUBLISHED', permission: 'demand.write' },
    withdraw: { from: ['SUBMITTED', 'PUBLISHED'], to: 'WITHDRAWN', permission: 'demand.write' },
    reopen: { from: ['WITHDRAWN', 'CLOSED'], to: 'DRAFT', permission: 'demand.write' },
    close: { from: ['PUBLISHED'], to: 'CLOSED', permission: 'demand.write' },
    delete: { from: ['DRAFT'], to: 'DRAFT', permission: 'demand.write' },
  },
};
