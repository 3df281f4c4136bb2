import { z } from 'zod';
import type { Machine } from '../machine.js';

export const ContractStatus = z
  .enum(['DRAFT', 'CONFIRMED', 'SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'RETURNED', 'REGISTERED', 'REFUSED', 'CANCELLED'])
  .meta({ id: 'ContractStatus' });
export type ContractStatus = z.infer<typeof ContractStatus>;
export const ContractAction = z
  .enum(['edit', 'confirm', 'submit', 'cancel', 'accept', 'claim', 'approveFirst', 'register', 'return', 'refuse'])
  .meta({ id: 'ContractAction' });
export type ContractAction = z.infer<typeof ContractAction>;

/**
 * 技术合同 from draft to register (技术合同认定登记管理办法; 河南省技术市场条例 Art 16). An edit takes both confirmations away; the second
 * confirmation of the same version leads to CONFIRMED. The seller submits; 初审 (claim, approveFirst) and 复审 (register, refuse) are two persons.
 */
export const contractMachine: Machine<ContractStatus, ContractAction> = {
  name: 'contract',
  initial: 'DRAFT',
  states: ContractStatus.options,
  actions: {
    edit: { from: ['DRAFT', 'CONFIRMED', 'RETURNED'], to: 'DRAFT', permission: 'contract.write' },
    confirm: { from: ['DRAFT'], to: 'CONFIRMED', permission: 'contract.confirm' },
    submit: { from: ['CONFIRMED', 'RETURNED'], to: 'SUBMITTED', permission: 'contract.submit' },
    cancel: { from: ['DRAFT', 'CONFIRMED', 'SUBMITTED', 'RETURNED'], to: 'CANCELLED', permission: 'contract.write' },
    accept: { from: ['SUBMITTED'], to: 'ACCEPTED', permission: 'contract.accept' },
    claim: { from: ['ACCEPTED'], to: 'FIRST_REVIEW', permission: 'contract.firstReview' },
    approveFirst: { from: ['FIRST_REVIEW'], to: 'SECOND_REVIEW', permission: 'contract.firstReview' },
    register: { from: ['SECOND_REVIEW'], to: 'REGISTERED', permission: 'contract.secondReview' },
    return: { from: ['SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW'], to: 'RETURNED', permission: 'contract.return' },
    refuse: { from: ['SECOND_REVIEW'], to: 'REFUSED', permission: 'contract.refuse' },
  },
};

/** A contract in one of these binds its achievement: it is no longer 待转化. */
export const liveContractStatuses: readonly ContractStatus[] = [
  'SUBMITTED',
  'ACCEPTED',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'RETURNED',
  'REGISTERED',
];
