import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { availableActions, type Machine } from '@jihui/domain';
import { may, type Actor } from '../auth/actor.js';
import { accessOf } from '../db/access.js';

/** What the actor may do to the row now: lifecycle ∩ policy ∩ row rules, the same three that the write path asks. */
export function actionsFor<S extends string, A extends string, T extends ObjectLiteral & { status: S }>(
  machine: Machine<S, A>,
  entity: EntityTarget<T>,
  row: T,
  actor: Actor,
): A[] {
  const { rowRules } = accessOf(entity);
  return availableActions(machine, row.status, (permission) => may(actor, permission) && (rowRules?.[permission]?.(actor, row) ?? false));
}
