import type { NegotiationSide } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Scope } from '../../platform/db/access.js';

type Talk = { supplierId: string; demanderId: string; brokerId: string | null };

/** The side on which the actor's organisation stands; a broker stands on none. */
export function sideOf(actor: Actor, talk: Talk): NegotiationSide | null {
  if (talk.supplierId === actor.organisationId) return 'SUPPLIER';
  return talk.demanderId === actor.organisationId ? 'DEMANDER' : null;
}

export const isSide = (actor: Actor, talk: Talk): boolean => sideOf(actor, talk) !== null;
export const takesPart = (actor: Actor, talk: Talk): boolean =>
  isSide(actor, talk) || (talk.brokerId !== null && talk.brokerId === actor.organisationId);

/** Who is in the room: both sides, and the broker who has joined. `table` is an alias of the negotiation table in raw SQL. */
export function roomScope(table: string, actor: Actor): Scope {
  return {
    sql: `(${table}."supplierId" = :roomOrg or ${table}."demanderId" = :roomOrg or ${table}."brokerId" = :roomOrg)`,
    params: { roomOrg: actor.organisationId },
  };
}

/** The same for a column that holds the negotiation's id. */
export function inRoom(column: string, actor: Actor): Scope {
  const room = roomScope('room', actor);
  return { ...room, sql: `exists (select 1 from negotiation room where room.id = ${column} and ${room.sql})` };
}
