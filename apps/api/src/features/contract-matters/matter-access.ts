import { matterMachine, needsBothSides, type MatterAction, type Permission } from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import { may, type Actor } from '../../platform/auth/actor.js';
import { defineAccess, nothing, type Scope } from '../../platform/db/access.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { ContractReview } from '../contracts/contract-review.entity.js';
import type { ContractMatter } from './contract-matter.entity.js';

type Matter = ContractMatter;

/** The contract's parties always; the branch with its auditors from the filing on: what one side only proposes is between the two. */
function matterScope(alias: string, actor: Actor): Scope {
  if (!may(actor, 'matter.read')) return nothing;
  const params = { matterOrg: actor.organisationId };
  if (actor.organisationKind === 'MARKET_OPERATOR')
    return { sql: `${alias}."branchId" = :matterOrg and ${alias}.status not in ('PROPOSED', 'WITHDRAWN')`, params };
  return { sql: `${alias}."sellerId" = :matterOrg or ${alias}."buyerId" = :matterOrg or ${alias}."brokerId" = :matterOrg`, params };
}

const isSide = (actor: Actor, m: Matter): boolean => [m.sellerId, m.buyerId].includes(actor.organisationId ?? '');
const isOfBranch = (actor: Actor, m: Matter): boolean => actor.organisationKind === 'MARKET_OPERATOR' && m.branchId === actor.organisationId;

const rowRules: Partial<Record<Permission, (actor: Actor, m: Matter) => boolean>> = {
  'matter.file': isSide,
  'matter.examine': isOfBranch,
  'matter.decide': isOfBranch,
};
/** What one action asks beyond its permission; the services refuse the same with a reason. */
const actionRules: Partial<Record<MatterAction, (actor: Actor, m: Matter) => boolean>> = {
  agree: (actor, m) => needsBothSides.includes(m.kind) && m.filedByOrganisationId !== actor.organisationId,
  refile: (actor, m) => m.filedByOrganisationId === actor.organisationId,
  withdraw: (actor, m) => m.filedByOrganisationId === actor.organisationId,
  return: (_actor, m) => m.kind !== 'REVOCATION',
  grant: (actor, m) => m.examinedBy !== actor.userId,
  refuse: (actor, m) => m.examinedBy !== actor.userId,
};

/** The buttons that a person gets. */
export function matterActions(entity: new () => Matter, row: Matter, actor: Actor): MatterAction[] {
  return actionsFor(matterMachine, entity, row, actor).filter((action) => actionRules[action]?.(actor, row) ?? true);
}

/** Whether a review is about this person's own refusal: it is not looked at again by who gave it. */
export async function hasRefused(em: EntityManager, { kind, contractId }: Matter, userId: string | null): Promise<boolean> {
  return kind === 'REVIEW' && userId !== null && (await em.existsBy(ContractReview, { contractId, decision: 'REFUSE', reviewerId: userId }));
}

/** Called beside the entity: who sees a matter also sees its papers. */
export function defineMatterAccess(entity: abstract new () => Matter): void {
  defineAccess(entity, { visibleTo: matterScope, rowRules, isInsider: () => true });
  defineFileSubject('contractMatter', (subjectColumn, actor) => {
    const scope = matterScope('mattered', actor);
    return { ...scope, sql: `exists (select 1 from contract_matter mattered where mattered.id = ${subjectColumn} and (${scope.sql}))` };
  });
}
