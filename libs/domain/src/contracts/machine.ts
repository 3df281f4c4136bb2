import { z } from 'zod';
import type { Machine } from '../machine.js';

export const ContractStatus = z
  .enum([
    ...['DRAFT', 'CONFIRMED', 'SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'EXPERT_REVIEW', 'SECOND_REVIEW', 'RETURNED'] as const,
    ...['REGISTERED', 'PERFORMED', 'DEREGISTERED', 'REVOKED', 'REFUSED', 'CANCELLED'] as const,
  ])
  .meta({ id: 'ContractStatus' });
export type ContractStatus = z.infer<typeof ContractStatus>;
export const ContractAction = z
  .enum([
    ...['edit', 'confirm', 'submit', 'cancel', 'accept', 'claim', 'approveFirst', 'referToExperts', 'concludeExperts', 'register', 'return', 'refuse'] as const,
    ...['change', 'perform', 'deregister', 'revoke', 'reopen'] as const,
  ])
  .meta({ id: 'ContractAction' });
export type ContractAction = z.infer<typeof ContractAction>;

/**
 * 技术合同 from draft to register (技术合同认定登记管理办法; 河南省技术市场条例 Art 16). An edit takes both confirmations away; the second
 * confirmation of the same version leads to CONFIRMED. The seller submits; 初审 (claim, approveFirst) and 复审 (register, refuse) are two persons;
 * from a technology amount on, or when it is disputed, experts are heard between them. The last five are the outcomes of matters (contracts-after/).
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
    referToExperts: { from: ['FIRST_REVIEW'], to: 'EXPERT_REVIEW', permission: 'contract.firstReview' },
    concludeExperts: { from: ['EXPERT_REVIEW'], to: 'SECOND_REVIEW', permission: 'contract.firstReview' },
    register: { from: ['SECOND_REVIEW'], to: 'REGISTERED', permission: 'contract.secondReview' },
    return: { from: ['SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'EXPERT_REVIEW', 'SECOND_REVIEW'], to: 'RETURNED', permission: 'contract.return' },
    refuse: { from: ['SECOND_REVIEW'], to: 'REFUSED', permission: 'contract.refuse' },
    change: { from: ['REGISTERED'], to: 'REGISTERED', permission: 'matter.decide' },
    perform: { from: ['REGISTERED'], to: 'PERFORMED', permission: 'matter.decide' },
    deregister: { from: ['REGISTERED'], to: 'DEREGISTERED', permission: 'matter.decide' },
    revoke: { from: ['REGISTERED', 'PERFORMED'], to: 'REVOKED', permission: 'matter.decide' },
    reopen: { from: ['REFUSED'], to: 'ACCEPTED', permission: 'matter.decide' },
  },
};

/** A contract in one of these binds its achievement: it is no longer 待转化. */
export const liveContractStatuses: readonly ContractStatus[] = [
  'SUBMITTED',
  'ACCEPTED',
  'FIRST_REVIEW',
  'EXPERT_REVIEW',
  'SECOND_REVIEW',
  'RETURNED',
  'REGISTERED',
  'PERFORMED',
];

/** What the register holds as valid; a performed contract stays in it. */
export const registeredStatuses: readonly ContractStatus[] = ['REGISTERED', 'PERFORMED'];
/** Whatever once got a number: its certificate can be verified for ever, with what has become of it. */
export const numberedStatuses: readonly ContractStatus[] = [...registeredStatuses, 'DEREGISTERED', 'REVOKED'];
