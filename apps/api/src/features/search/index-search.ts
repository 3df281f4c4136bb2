import { Injectable } from '@nestjs/common';
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import { SearchKind, type SearchSort } from '@jihui/domain';
import { SearchClient } from '../../platform/search/search-client.js';
import { items, searchedAttributes } from './index-settings.js';
import { chosen, countIn, cut } from './near-titles.js';
import { facetAttributes, type Attribute, type Choice, type FacetCounts, type Found, type FoundItem, type Query } from './query.js';
import type { IndexDocument } from './search-document.js';
import type { NearTitle } from './title-search.js';

const orders: Record<SearchSort, string[]> = {
  RELEVANCE: [],
  NEWEST: ['publishedAt:desc'],
  PRICE_LOW: ['price:asc'],
  PRICE_HIGH: ['price:desc'],
  TRL_HIGH: ['trl:desc', 'publishedAt:desc'],
};
const readWords = ['title', 'keywords', 'codes', 'unit', 'text'] as const;

/** The search as it is while Meilisearch answers. */
@Injectable()
export class IndexSearch {
  constructor(private readonly search: SearchClient) {}

  /**
   * One page of what fits (among `only` these items, if given), `titles` before all others, with counts; a facet with a choice is counted
   * as if nothing were chosen in it, so that its siblings stay.
   */
  async find(query: Query, only: readonly string[] | null, titles: readonly NearTitle[] = []): Promise<Found> {
    const first = chosen(titles, query.choices);
    const { from, to, offset, limit } = cut(query, first.length);
    const filter = (except?: Attribute): string[] => [...filterOf(query, only, except), ...(titles.length ? [`id NOT IN ${JSON.stringify(titles.map((t) => t.id))}`] : [])];
    const common = { indexUid: this.search.name(items), q: query.text, matchingStrategy: 'frequency', locales: ['cmn'], attributesToSearchOn: searchedAttributes } satisfies MultiSearchQuery;
    const hits = { ...common, filter: filter(), sort: orders[query.sort], attributesToRetrieve: ['id', 'kind', 'spelling', ...readWords], showMatchesPosition: query.text !== '' };
    // Only by pages does Meilisearch count exactly; behind the first page the others begin in the middle of one.
    const aligned = offset % query.size === 0 && (limit === query.size || offset === 0);
    const main: MultiSearchQuery = aligned ? { ...hits, page: offset / query.size + 1, hitsPerPage: query.size, facets: facetAttributes } : { ...common, filter: filter(), hitsPerPage: 0, facets: facetAttributes };
    const rest: MultiSearchQuery[] = aligned ? [] : [{ ...hits, offset, limit }];
    const siblings = query.choices.map(({ attribute }) => ({ ...common, filter: filter(attribute), facets: [attribute], limit: 0 }));
    const { results } = await this.search.ask((client) => client.multiSearch<{ queries: MultiSearchQuery[] }, IndexDocument>({ queries: [main, ...siblings, ...rest] }));
    const counted = results[0];
    const page = aligned ? counted : results.at(-1);
    if (!counted || !page) throw new Error('search gave no result');
    const facets = countsOf(counted, query.choices, results.slice(1, 1 + siblings.length));
    countIn(facets, titles, query.choices);
    return { items: [...first.slice(from, to), ...page.hits.slice(0, limit).map(itemOf)], total: (counted.totalHits ?? 0) + first.length, facets };
  }
}

function filterOf(query: Query, only: readonly string[] | null, except?: Attribute): string[] {
  const chosen = query.choices.filter((c) => c.attribute !== except).map((c) => `${c.attribute} IN ${JSON.stringify(c.values)}`);
  if (only) chosen.push(`id IN ${JSON.stringify(only)}`);
  return query.pendingOnly ? [...chosen, 'pending = true'] : chosen;
}

function countsOf(main: MultiSearchResult<IndexDocument>, choices: readonly Choice[], siblings: readonly MultiSearchResult<IndexDocument>[]): FacetCounts {
  const sources = new Map<Attribute, MultiSearchResult<IndexDocument> | undefined>(choices.map((c, i) => [c.attribute, siblings[i]]));
  return new Map(
    facetAttributes.map((attribute) => {
      const source = sources.get(attribute) ?? main;
      return [attribute, new Map(Object.entries(source.facetDistribution?.[attribute] ?? {}))];
    }),
  );
}

type Hit = MultiSearchResult<IndexDocument>['hits'][number];
type Position = { start: number; length: number; indices?: number[] };

function itemOf(hit: Hit): FoundItem {
  const positions: Partial<Record<string, Position[]>> = hit._matchesPosition ?? {};
  const words = readWords.flatMap((attribute) => wordsAt(hit[attribute], positions[attribute] ?? []));
  return { id: hit.id, kind: SearchKind.parse(hit['kind']), words: meaningful(words), spelt: [...new Set(wordsAt(hit.spelling, positions['spelling'] ?? []))] };
}

/** The words at these positions, which Meilisearch counts in bytes; neighbours are one word (锂 + 电池). */
function wordsAt(value: string | string[], positions: Position[]): string[] {
  const runs: { item: number; start: number; end: number }[] = [];
  for (const { start, length, indices } of [...positions].sort((a, b) => (a.indices?.[0] ?? 0) - (b.indices?.[0] ?? 0) || a.start - b.start)) {
    const item = indices?.[0] ?? 0;
    const last = runs.at(-1);
    if (last && last.item === item && start <= last.end) last.end = Math.max(last.end, start + length);
    else runs.push({ item, start, end: start + length });
  }
  const bytes = (Array.isArray(value) ? value : [value]).map((text) => Buffer.from(text));
  return runs.map(({ item, start, end }) => (bytes[item] ?? Buffer.alloc(0)).subarray(start, end).toString().trim());
}

/** A single character says nothing beside a word: 膜 alone is not why 石墨烯导热膜 found it. */
function meaningful(words: string[]): string[] {
  const all = [...new Set(words)].filter(Boolean);
  const long = all.filter((word) => word.length > 1);
  return long.length ? long : all;
}
