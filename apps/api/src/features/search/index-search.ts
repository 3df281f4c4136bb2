import { Injectable } from '@nestjs/common';
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import { SearchKind, type SearchSort } from '@jihui/domain';
import { SearchClient } from '../../platform/search/search-client.js';
import { items } from './index-settings.js';
import { facetAttributes, type Attribute, type Choice, type FacetCounts, type Found, type FoundItem, type Query } from './query.js';
import type { IndexDocument } from './search-document.js';

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

  /** One page of what fits (among `only` these items, if given), with counts; a facet with a choice is counted as if nothing were chosen in it, so that its siblings stay. */
  async find(query: Query, withFacets: boolean, only: readonly string[] | null): Promise<Found> {
    const common = { indexUid: this.search.name(items), q: query.text, matchingStrategy: 'frequency', locales: ['cmn'] } satisfies MultiSearchQuery;
    const main: MultiSearchQuery = {
      ...common,
      filter: filterOf(query, only),
      sort: orders[query.sort],
      page: query.page,
      hitsPerPage: query.size,
      attributesToRetrieve: ['id', 'kind', 'spelling', ...readWords],
      showMatchesPosition: query.text !== '',
      ...(withFacets ? { facets: facetAttributes } : {}),
    };
    const siblings = withFacets ? query.choices.map(({ attribute }) => ({ ...common, filter: filterOf(query, only, attribute), facets: [attribute], limit: 0 })) : [];
    const { results } = await this.search.ask((client) => client.multiSearch<{ queries: MultiSearchQuery[] }, IndexDocument>({ queries: [main, ...siblings] }));
    const [first, ...others] = results;
    if (!first) throw new Error('search gave no result');
    return { items: first.hits.map(itemOf), total: first.totalHits ?? 0, facets: withFacets ? countsOf(first, query.choices, others) : new Map() };
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
