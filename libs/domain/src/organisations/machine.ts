import { z } from 'zod';
import type { Machine } from '../machine.js';

export const OrganisationStatus = z.enum(['PENDING', 'VERIFIED', 'REJECTED', 'SUSPENDED']).meta({ id: 'OrganisationStatus' });
export type OrganisationStatus = z.infer<typeof OrganisationStatus>;
export const OrganisationAction = z.enum(['verify', 'reject', 'resubmit', 'suspend', 'restore']).meta({ id: 'OrganisationAction' });
export type OrganisationAction = z.infer<typeof OrganisationAction>;

export const organisationMachine: Machine<OrganisationStatus, OrganisationAction> = {
  name: 'organisation',
  initial: 'PENDING',
  states: OrganisationStatus.options,
  actions: {
    verify: { from: ['PENDING'], to: 'VERIFIED', permission: 'organisation.verify' },
    reject: { from: ['PENDING'], to: 'REJECTED', permission: 'organisation.verify' },
    resubmit: { from: ['REJECTED'], to: 'PENDING', permission: 'organisation.edit' },
    suspend: { from: ['VERIFIED'], to: 'SUSPENDED', permission: 'organisation.verify' },
    restore: { from: ['SUSPENDED'], to: 'VERIFIED', permission: 'organisation.verify' },
  },
};
