import type { Permission } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import { defineAccess, nothing, type Scope } from '../../platform/db/access.js';

/** What belongs to a contract after its signing carries its two sides and its branch. */
export type OfContract = { sellerId: string; buyerId: string; branchId: string | null };

/** The two sides and the branch with its auditors: the money of a contract is no broker's business. */
export function sidesScope(alias: string, actor: Actor): Scope {
  if (!may(actor, 'income.read')) return nothing;
  const params = { incomeOrg: actor.organisationId };
  if (actor.organisationKind === 'MARKET_OPERATOR') return { sql: `${alias}."branchId" = :incomeOrg`, params };
  return { sql: `${alias}."sellerId" = :incomeOrg or ${alias}."buyerId" = :incomeOrg`, params };
}

export function defineSidesAccess<T extends OfContract>(entity: abstract new () => T, rowRules: Partial<Record<Permission, (actor: Actor, row: T) => boolean>>): void {
  defineAccess(entity, { visibleTo: sidesScope, rowRules, isInsider: () => true });
}
