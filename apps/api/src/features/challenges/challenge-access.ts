import { publicChallengeStatuses, type ChallengeAction, type Permission, challengeMachine } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import type { Access, Scope } from '../../platform/db/access.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import type { Challenge } from './challenge.entity.js';

const isOwner = (actor: Actor, c: Challenge): boolean => actor.organisationId !== null && c.organisationId === actor.organisationId;
/** Operators and auditors of a branch; its system administrator reads no NDA tier. */
export const worksInBranch = (actor: Actor): boolean => actor.organisationKind === 'MARKET_OPERATOR' && may(actor, 'challenge.read');
/** Those of the branch that carries the item out. */
export const isOrganiser = (actor: Actor, c: Challenge): boolean =>
  worksInBranch(actor) && c.branchId === actor.organisationId && c.status !== 'DRAFT';

/** Everybody from the publication on; before it the owner and, once submitted, his branch. */
export function challengeScope(alias: string, actor: Actor): Scope {
  return {
    sql: `${alias}.status in (:...publicChallenges) or ${alias}."organisationId" = :challengeOrg or (:challengeBranch and ${alias}."branchId" = :challengeOrg and ${alias}.status not in ('DRAFT'))`,
    params: {
      publicChallenges: publicChallengeStatuses,
      challengeOrg: actor.organisationId,
      challengeBranch: worksInBranch(actor),
    },
  };
}

/** The same for a row that belongs to an item. */
export function throughChallenge(alias: string, actor: Actor): Scope {
  const scope = challengeScope('held', actor);
  return { ...scope, sql: `exists (select 1 from challenge held where held.id = ${alias}."challengeId" and (${scope.sql}))` };
}

const rowRules: Partial<Record<Permission, (actor: Actor, c: Challenge) => boolean>> = {
  'challenge.write': isOwner,
  'challenge.screen': isOrganiser,
  'challenge.approve': isOrganiser,
  'challenge.hold': isOrganiser,
  'challenge.answer': (actor, c) => isOwner(actor, c) || isOrganiser(actor, c),
  'challenge.ask': (actor, c) => !isOwner(actor, c),
  'claim.write': (actor, c) => !isOwner(actor, c),
  'challenge.review': () => true,
};

export const challengeAccess: Access<Challenge> = {
  visibleTo: challengeScope,
  rowRules,
  isInsider: (actor, c) => isOwner(actor, c) || isOrganiser(actor, c),
};

/** The buttons that a person gets. The clock's steps and those that follow by themselves are nobody's. */
export function challengeActions(entity: new () => Challenge, row: Challenge, actor: Actor): ChallengeAction[] {
  const found = actionsFor(challengeMachine, entity, row, actor);
  return found.filter((a) => {
    if (a === 'delete') return !row.number;
    if (a === 'agree') return row.original !== null && row.agreedAt === null;
    if (a === 'approve') return row.examinedBy !== actor.userId;
    if (a === 'giveKey') return false;
    return true;
  });
}
