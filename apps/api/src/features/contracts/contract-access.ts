import type { ContractStatus, Permission } from '@jihui/domain';
import { may, hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess, nothing, type Scope } from '../../platform/db/access.js';
import type { TechnologyContract } from './technology-contract.entity.js';

type Contract = TechnologyContract;
export type Side = 'SELLER' | 'BUYER';

/** While one of these the text belongs to the parties alone; also after a return, until it is submitted again. */
export const withParties: readonly ContractStatus[] = ['DRAFT', 'CONFIRMED'];

const isSeller = (actor: Actor, c: Contract): boolean => c.sellerId === actor.organisationId;
const isBuyer = (actor: Actor, c: Contract): boolean => c.buyerId === actor.organisationId;
const isSide = (actor: Actor, c: Contract): boolean => isSeller(actor, c) || isBuyer(actor, c);
const isOfBranch = (actor: Actor, c: Contract): boolean => actor.organisationKind === 'MARKET_OPERATOR' && c.branchId === actor.organisationId;

/** The sides that the actor's organisation stands on: one of them, or none. */
export function sideOf(actor: Actor, c: Contract): Side | null {
  if (isSeller(actor, c)) return 'SELLER';
  return isBuyer(actor, c) ? 'BUYER' : null;
}

/** The parties (a broker among them) always; the branch with its auditors once it was submitted, but not while the parties rewrite it. */
export function contractScope(alias: string, actor: Actor): Scope {
  if (!may(actor, 'contract.read')) return nothing;
  if (actor.organisationKind === 'MARKET_OPERATOR') {
    return {
      sql: `${alias}."branchId" = :contractOrg and ${alias}."submittedAt" is not null and ${alias}.status not in (:...contractWithParties)`,
      params: { contractOrg: actor.organisationId, contractWithParties: withParties },
    };
  }
  return {
    sql: `${alias}."sellerId" = :contractOrg or ${alias}."buyerId" = :contractOrg or ${alias}."brokerId" = :contractOrg`,
    params: { contractOrg: actor.organisationId },
  };
}

/** In 复审 the decision is the second reviewer's, before it the first one's. */
const isOfStage = (actor: Actor, c: Contract): boolean => isOfBranch(actor, c) && hasRole(actor, c.status === 'SECOND_REVIEW' ? 'OPERATOR_L2' : 'OPERATOR_L1');

const rowRules: Partial<Record<Permission, (actor: Actor, c: Contract) => boolean>> = {
  'contract.read': () => true,
  'contract.write': isSide,
  'contract.confirm': isSide,
  'contract.submit': isSeller,
  'contract.accept': isOfBranch,
  'contract.firstReview': isOfBranch,
  'contract.secondReview': isOfBranch,
  'contract.return': isOfStage,
  'contract.refuse': isOfBranch,
};

export function defineContractAccess(entity: abstract new () => TechnologyContract): void {
  defineAccess(entity, { visibleTo: contractScope, rowRules, isInsider: () => true });
}

export function rowAllows(actor: Actor, c: Contract, permission: Permission): boolean {
  return rowRules[permission]?.(actor, c) ?? false;
}
