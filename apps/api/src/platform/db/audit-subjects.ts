import type { EntityManager } from 'typeorm';

type Source = { table: string; column: string };
const sources = new Map<string, Source>();

/** A feature says by which column its records are called, so that those who read the trail need not read identifiers. `group` is what stands before the dot of an event. */
export function nameAuditSubjects(groups: readonly string[], source: Source): void {
  for (const group of groups) sources.set(group, source);
}

/** The names of the events' subjects, in the order of the keys `group:id`; null where a record has no name or is gone. */
export async function subjectNames(em: EntityManager, keys: readonly string[]): Promise<(string | null)[]> {
  const found = new Map<string, string | null>();
  for (const [group, { table, column }] of sources) {
    const ids = keys.filter((key) => key.startsWith(`${group}:`)).map((key) => key.slice(group.length + 1));
    if (!ids.length) continue;
    const rows: { id: string; name: string | null }[] = await em.query(
      `select id, "${column}" as name from "${table}" where id = any($1)`,
      [ids],
    );
    for (const { id, name } of rows) found.set(`${group}:${id}`, name);
  }
  return keys.map((key) => found.get(key) ?? null);
}
