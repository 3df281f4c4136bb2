import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Permission } from '@jihui/domain';
import type { Actor } from '../auth/actor.js';

/** A condition on a table's alias, with its named parameters. */
export type Scope = { sql: string; params?: ObjectLiteral };
export const everything: Scope = { sql: 'true' };
export const nothing: Scope = { sql: 'false' };

/**
 * Who sees which rows of an entity, and who may do what to a row that he sees.
 * `visibleTo` is the condition that every read uses: list, by id, loader, search, export, match.
 */
export type Access<T> = {
  visibleTo(alias: string, actor: Actor): Scope;
  /** Extra conditions on the row, per permission; a permission without an entry is refused to everyone but the system. */
  rowRules?: Partial<Record<Permission, (actor: Actor, row: T) => boolean>>;
  /** Whether the actor may read the row's restricted fields (contacts, NDA tier, drafts' notes …). */
  isInsider?(actor: Actor, row: T): boolean;
};

const registry = new Map<unknown, Access<ObjectLiteral>>();

/** Declared once per entity, beside it. */
export function defineAccess<T extends ObjectLiteral>(entity: abstract new () => T, access: Access<T>): void {
  registry.set(entity, access as Access<ObjectLiteral>);
}

export function accessOf<T extends ObjectLiteral>(entity: EntityTarget<T>): Access<T> {
  const access = registry.get(entity);
  if (!access) throw new Error(`no access is declared for ${typeof entity === 'function' ? entity.name : String(entity)}`);
  return access as Access<T>;
}

/** Narrows a query to what the actor may see. Every read goes through here. */
export function visible<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, entity: EntityTarget<T>, actor: Actor): SelectQueryBuilder<T> {
  if (actor.kind === 'SYSTEM') return query;
  const scope = accessOf(entity).visibleTo(query.alias, actor);
  return query.andWhere(`(${scope.sql})`, scope.params);
}
