import { z } from 'zod';
import type { ContractAction } from '../contracts/machine.js';
import { contractDraft } from '../contracts/rules.js';
import type { Machine } from '../machine.js';
import { rule } from '../issues.js';
import { MatterKind } from './kinds.js';

export const MatterStatus = z.enum(['PROPOSED', 'FILED', 'EXAMINED', 'RETURNED', 'GRANTED', 'REFUSED', 'WITHDRAWN']).meta({ id: 'MatterStatus' });
export type MatterStatus = z.infer<typeof MatterStatus>;
export const MatterAction = z.enum(['agree', 'refile', 'withdraw', 'examine', 'return', 'grant', 'refuse']).meta({ id: 'MatterAction' });
export type MatterAction = z.infer<typeof MatterAction>;

/**
 * A matter after the registration. What both sides must want waits for the other one (PROPOSED); then the branch examines it like the contract
 * itself, in two steps by two persons. Whatever is decided stays: a new wish is a new matter.
 */
export const matterMachine: Machine<MatterStatus, MatterAction> = {
  name: 'matter',
  initial: 'PROPOSED',
  states: MatterStatus.options,
  actions: {
    agree: { from: ['PROPOSED'], to: 'FILED', permission: 'matter.file' },
    refile: { from: ['RETURNED'], to: 'PROPOSED', permission: 'matter.file' },
    withdraw: { from: ['PROPOSED', 'FILED', 'RETURNED'], to: 'WITHDRAWN', permission: 'matter.file' },
    examine: { from: ['FILED'], to: 'EXAMINED', permission: 'matter.examine' },
    return: { from: ['FILED', 'EXAMINED'], to: 'RETURNED', permission: 'matter.examine' },
    grant: { from: ['EXAMINED'], to: 'GRANTED', permission: 'matter.decide' },
    refuse: { from: ['EXAMINED'], to: 'REFUSED', permission: 'matter.decide' },
  },
};
/** While one of these is open, no second one is filed about the same contract. */
export const openMatterStatuses: readonly MatterStatus[] = ['PROPOSED', 'FILED', 'EXAMINED', 'RETURNED'];
/** These change what both have agreed on, so both must want them (民法典 Art 543). */
export const needsBothSides: readonly MatterKind[] = ['CHANGE', 'PERFORMANCE'];
/** What becomes of the contract when the matter is granted. */
export const outcomeOf: Record<MatterKind, ContractAction> = {
  CHANGE: 'change',
  PERFORMANCE: 'perform',
  DEREGISTRATION: 'deregister',
  REVOCATION: 'revoke',
  REVIEW: 'reopen',
};

/** Why a registration ends or is taken back. */
export const MatterGround = z
  .enum(['RESCINDED_BY_AGREEMENT', 'RESCINDED_BY_RIGHT', 'TERMINATED', 'FRAUD', 'FALSE_PAPERS', 'REGISTERED_TWICE', 'NOT_TECHNOLOGY'])
  .meta({ id: 'MatterGround' });
export type MatterGround = z.infer<typeof MatterGround>;
export const groundsOf: Partial<Record<MatterKind, readonly MatterGround[]>> = {
  DEREGISTRATION: ['RESCINDED_BY_AGREEMENT', 'RESCINDED_BY_RIGHT', 'TERMINATED'],
  REVOCATION: ['FRAUD', 'FALSE_PAPERS', 'REGISTERED_TWICE', 'NOT_TECHNOLOGY'],
};

const Reason = z.string().trim().min(5).max(1000);
const fileIds = z.array(z.uuid()).max(10).optional();
export const matterFiling = z
  .object({ contractId: z.uuid(), kind: z.enum(['PERFORMANCE', 'DEREGISTRATION', 'REVIEW']).meta({ id: 'FiledMatterKind' }), ground: MatterGround.nullish(), reason: Reason, fileIds })
  .superRefine((m, ctx) => {
    const grounds = groundsOf[m.kind];
    if (grounds && (!m.ground || !grounds.includes(m.ground))) ctx.addIssue({ code: 'custom', path: ['ground'], ...rule('ground_of_kind') });
  })
  .meta({ id: 'MatterFilingInput' });
export type MatterFiling = z.output<typeof matterFiling>;

/** 变更: the whole content as it shall be, and the parties where they change. */
export const contractChange = z
  .object({
    contractId: z.uuid(),
    reason: Reason,
    content: contractDraft,
    sellerId: z.uuid().nullish(),
    buyerId: z.uuid().nullish(),
    brokerId: z.uuid().nullish(),
    fileIds,
  })
  .meta({ id: 'ContractChangeInput' });
export type ContractChange = z.output<typeof contractChange>;

export const contractRevocation = z
  .object({ contractId: z.uuid(), ground: z.enum(['FRAUD', 'FALSE_PAPERS', 'REGISTERED_TWICE', 'NOT_TECHNOLOGY']).meta({ id: 'RevocationGround' }), reason: Reason, fileIds })
  .meta({ id: 'ContractRevocationInput' });
export type ContractRevocation = z.output<typeof contractRevocation>;

const decided = { id: z.uuid(), version: z.number().int() };
export const matterOpinion = z.object({ ...decided, opinion: z.string().trim().max(1000).nullish() }).meta({ id: 'MatterOpinionInput' });
export const matterReason = z.object({ ...decided, reason: Reason }).meta({ id: 'MatterReasonInput' });
/** A returned matter again: what was asked for is mostly a paper. */
export const matterRefiling = z.object({ ...decided, reason: Reason, fileIds }).meta({ id: 'MatterRefilingInput' });
export type MatterRefiling = z.output<typeof matterRefiling>;

/** 全国技术合同登记编号: 16 digits, beginning with a year in a four-digit reading (P); given by the national system, only typed in here. */
export const NationalNo = z
  .string()
  .trim()
  .regex(/^(19|20)\d{14}$/);
export const nationalNoEntry = z.object({ ...decided, nationalNo: NationalNo }).meta({ id: 'NationalNoInput' });

/** What an expert says of a contract above the threshold or in dispute, entered by the operator who heard them. */
export const expertOpinion = z
  .object({
    contractId: z.uuid(),
    name: z.string().trim().min(2).max(40),
    unit: z.string().trim().min(2).max(80),
    supports: z.boolean(),
    opinion: z.string().trim().min(10).max(2000),
  })
  .meta({ id: 'ExpertOpinionInput' });
export type ExpertOpinionEntry = z.output<typeof expertOpinion>;
/** So many must have been heard before the file goes on. */
export const fewestExperts = 3;
