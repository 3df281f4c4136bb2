import type { Actor } from '../auth/actor.js';
import type { Scope } from '../db/access.js';

type SubjectScope = (subjectColumn: string, actor: Actor) => Scope;
const subjects = new Map<string, SubjectScope>();

/** A feature says who may read the files of its records: a condition on the column that holds the record's id. */
export function defineFileSubject(kind: string, scope: SubjectScope): void {
  subjects.set(kind, scope);
}

export function isFileSubject(kind: string): boolean {
  return subjects.has(kind);
}

/** The condition under which a file's record lets the actor read it. */
export function subjectScope(alias: string, actor: Actor): Scope {
  const parts = [...subjects].map(([kind, scope]) => ({ kind, scope: scope(`${alias}.subjectId`, actor) }));
  return {
    sql: parts.map(({ kind, scope }) => `(${alias}.subjectKind = '${kind}' and ${scope.sql})`).join(' or ') || 'false',
    params: Object.assign({}, ...parts.map((p) => p.scope.params ?? {})),
  };
}
