import type { Attribute, Choice, FacetCounts, Query } from './query.js';
import type { NearTitle } from './title-search.js';

/** Those of them that answer the choices, one attribute's left aside if it is given. */
export const chosen = (titles: readonly NearTitle[], choices: readonly Choice[], except?: Attribute): NearTitle[] =>
  titles.filter(({ values }) => choices.every((c) => c.attribute === except || c.values.some((value) => values.get(c.attribute)?.includes(String(value)))));

/** Adds to the counts of the others what these titles hold; a facet with a choice counts them as if nothing were chosen in it. */
export function countIn(counts: FacetCounts, titles: readonly NearTitle[], choices: readonly Choice[]): void {
  for (const [attribute, count] of counts) {
    for (const title of chosen(titles, choices, attribute)) for (const value of title.values.get(attribute) ?? []) count.set(value, (count.get(value) ?? 0) + 1);
  }
}

/** Where the page lies: which of the titles before the others, and which of the others. */
export function cut({ page, size }: Pick<Query, 'page' | 'size'>, titles: number): { from: number; to: number; offset: number; limit: number } {
  const from = Math.min((page - 1) * size, titles);
  const to = Math.min(page * size, titles);
  return { from, to, offset: Math.max(0, (page - 1) * size - titles), limit: size - (to - from) };
}
