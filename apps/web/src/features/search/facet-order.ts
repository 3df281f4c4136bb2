import { PriceBand } from '@jihui/domain';
import type { Region } from '../../lib/regions.js';
import type { Facet } from './search.api.js';
import type { ListParam } from './selection.js';

export type FacetLine = { value: string; count: number; depth: number };

/** A facet's values as one reads them: levels and prices in their order, regions as a tree, the rest by count. A chosen value stays even at zero. */
export function orderedValues(param: ListParam, values: Facet['values'], chosen: readonly string[], regions: readonly Region[]): FacetLine[] {
  const counts = new Map(values.map((v) => [v.value, v.count]));
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const line = (value: string, depth = 0): FacetLine => ({ value, count: counts.get(value) ?? 0, depth });
  const present = [...counts.keys()];
  if (param === 'trl') return present.sort((a, b) => Number(b) - Number(a)).map((v) => line(v));
  if (param === 'price') return PriceBand.options.filter((band) => counts.has(band)).map((v) => line(v));
  if (param === 'region') return regionTree(regions, null, 0).flatMap(({ code, depth }) => (counts.has(code) ? [line(code, depth)] : []));
  return present.map((v) => line(v)).sort((a, b) => b.count - a.count);
}

function regionTree(regions: readonly Region[], parent: string | null, depth: number): { code: string; depth: number }[] {
  return regions.filter((r) => r.parentCode === parent).flatMap(({ code }) => [{ code, depth }, ...regionTree(regions, code, depth + 1)]);
}
