import type { Query } from './query.js';

/** As filters of Meilisearch: what narrows the whole answer, the counts of every facet included. `only`: these items, if given. */
export function limitsOf({ ranges, pendingOnly }: Query, only: readonly string[] | null): string[] {
  const between = ranges.flatMap(({ attribute, from, to }) => [...(from === null ? [] : [`${attribute} >= ${from}`]), ...(to === null ? [] : [`${attribute} <= ${to}`])]);
  return [...between, ...(only ? [`id IN ${JSON.stringify(only)}`] : []), ...(pendingOnly ? ['pending = true'] : [])];
}
