import { hasRole, type Actor } from '../../platform/auth/actor.js';
import type { Scope } from '../../platform/db/access.js';

/**
 * The owner's insiders of a part, in SQL: of an achievement its author and the unit's TTO, of a demand the enterprise, of a room the side.
 * Columns are given as they are written in the query.
 */
export function partScope(kind: string, id: string, owner: string, actor: Actor): Scope {
  return {
    sql: `(${owner} = :tierOrg and (${kind} <> 'ACHIEVEMENT' or :tierIsTto or exists (
      select 1 from achievement tier_item where tier_item.id = ${id} and tier_item."createdBy" = :tierUser)))`,
    params: { tierOrg: actor.organisationId, tierIsTto: hasRole(actor, 'UNIT_TTO'), tierUser: actor.userId },
  };
}
