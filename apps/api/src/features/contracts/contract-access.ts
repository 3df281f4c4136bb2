import { type ContractAction, contractMachine, type ContractStatus, type Permission } from '@jihui/domain';
import { hasRole, may, type Actor } from '../../platform/auth/actor.js';
import { defineAccess, nothing, type Scope } from '../../platform/db/access.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import type { TechnologyContract } from './technology-contract.entity.js';

type Contract = TechnologyContract;
export type Side = 'SELLER' | 'BUYER';

/** In these the text belongs to the parties alone; also after a return, until it is submitted again. */
const withParties: readonly ContractStatus[] = ['DRAFT', 'CONFIRMED'];

/** The side on which the actor's organisation stands, if it is one of the two. */
export function sideOf(actor: Actor, c: Contract): Side | null {
  if (c.sellerId === actor.organisationId) return 'SELLER';
  return c.buyerId === actor.organisationId ? 'BUYER' : null;
}

/** Whether that side has confirmed the content as it is now. */
export function hasConfirmed(c: Contract, side: Side): boolean {
  return (side === 'SELLER' ? c.sellerConfirmedRevision : c.buyerConfirmedRevision) === c.revision;
}

/** A branch does not examine what it concludes itself. */
export function isParty(organisationId: string | null, c: Contract): boolean {
  return organisationId !== null && [c.sellerId, c.buyerId, c.brokerId].includes(organisationId);
}

/** The parties (a broker among them) always; the branch with its auditors once it was submitted, but not while the parties rewrite it. */
export function contractScope(alias: string, actor: Actor): Scope {
  if (!may(actor, 'contract.read')) return nothing;
  const params = { contractOrg: actor.organisationId };
  if (actor.organisationKind !== 'MARKET_OPERATOR') {
    return { sql: `${alias}."sellerId" = :contractOrg or ${alias}."buyerId" = :contractOrg or ${alias}."brokerId" = :contractOrg`, params };
  }
  return {
    sql: `${alias}."branchId" = :contractOrg and ${alias}."submittedAt" is not null and ${alias}.status not in (:...contractWithParties)`,
    params: { ...params, contractWithParties: withParties },
  };
}

const isSide = (actor: Actor, c: Contract): boolean => sideOf(actor, c) !== null;
export const isOfBranch = (actor: Actor, c: Contract): boolean =>
  actor.organisationKind === 'MARKET_OPERATOR' && c.branchId === actor.organisationId;
/** In 复审 the decision is the second reviewer's, before it the first one's. */
const isOfStage = (actor: Actor, c: Contract): boolean =>
  isOfBranch(actor, c) && hasRole(actor, c.status === 'SECOND_REVIEW' ? 'OPERATOR_L2' : 'OPERATOR_L1');

const rowRules: Partial<Record<Permission, (actor: Actor, c: Contract) => boolean>> = {
  'contract.write': isSide,
  'contract.confirm': isSide,
  'contract.submit': (actor, c) => sideOf(actor, c) === 'SELLER',
  'contract.accept': isOfBranch,
  'contract.firstReview': isOfBranch,
  'contract.secondReview': isOfBranch,
  'contract.return': isOfStage,
  'contract.refuse': isOfBranch,
  'contract.nationalNo': isOfBranch,
  'desk.assign': isOfBranch,
};

/** What one action asks beyond its permission; the services refuse the same with a reason. */
const actionRules: Partial<Record<ContractAction, (actor: Actor, c: Contract) => boolean>> = {
  confirm: (actor, c) => !hasConfirmed(c, sideOf(actor, c) ?? 'SELLER'),
  cancel: (actor, c) => c.status !== 'SUBMITTED' || sideOf(actor, c) === 'SELLER',
  register: (actor, c) => c.firstReviewerId !== actor.userId,
  refuse: (actor, c) => c.firstReviewerId !== actor.userId,
  return: (actor, c) => c.status !== 'SECOND_REVIEW' || c.firstReviewerId !== actor.userId,
};
const ofBranch: readonly ContractAction[] = ['accept', 'claim', 'approveFirst', 'referToExperts', 'concludeExperts', 'register', 'return', 'refuse'];

/** The buttons that a person gets. */
export function contractActions(entity: new () => Contract, row: Contract, actor: Actor): ContractAction[] {
  return actionsFor(contractMachine, entity, row, actor).filter(
    (action) => (actionRules[action]?.(actor, row) ?? true) && !(ofBranch.includes(action) && isParty(actor.organisationId, row)),
  );
}

/** Called beside the entity: who sees a contract also sees its files. */
export function defineContractAccess(entity: abstract new () => Contract): void {
  defineAccess(entity, { visibleTo: contractScope, rowRules, isInsider: () => true });
  defineFileSubject('contract', (subjectColumn, actor) => {
    const scope = contractScope('filed', actor);
    return { ...scope, sql: `exists (select 1 from technology_contract filed where filed.id = ${subjectColumn} and (${scope.sql}))` };
  });
}
