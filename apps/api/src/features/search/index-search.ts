import { Injectable } from '@nestjs/common';
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import { SearchKind, type SearchSort } from '@jihui/domain';
import { SearchClient } from '../../platform/search/search-client.js';
import { items } from './index-settings.js';
import { chosen, countIn, cut } from './near-titles.js';
import { limitsOf } from './index-limits.js';
import { facetAttributes, type Attribute, type Choice, type FacetCounts, type Found, type Query } from './query.js';
import type { IndexDocument } from './search-document.js';
import type { NearTitle } from './title-search.js';

const orders: Record<SearchSort, string[]> = {
  RELEVANCE: [],
  NEWEST: ['publishedAt:desc'],
  PRICE_LOW: ['price:asc'],
  PRICE_HIGH: ['price:desc'],
  TRL_HIGH: ['trl:desc', 'publishedAt:desc'],
};

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
    const common = { indexUid: this.search.name(items), ...wordsOf(query) };
    const hits = { ...common, ...hitsOf(query), filter: filter() };
    // Only by pages does Meilisearch count exactly; behind the first page the others begin in the middle of one.
    const aligned = offset % query.size === 0 && (limit === query.size || offset === 0);
    const main: MultiSearchQuery = aligned ? { ...hits, page: offset / query.size + 1, hitsPerPage: query.size, facets: facetAttributes } : { ...common, filter: filter(), hitsPerPage: 0, facets: facetAttributes };
    const rest: MultiSearchQuery[] = aligned ? [] : [{ ...hits, offset, limit }];
    const siblings = query.choices.map(({ attribute }) => ({ ...common, filter: filter(attribute), facets: [attribute], limit: 0 }));
    // Meilisearch answers the questions of one request one after the other: what does not need the page is asked beside it.
    const [[counted, following], beside] = await Promise.all([this.ask([main, ...rest]), this.ask(siblings)]);
    const page = aligned ? counted : following;
    if (!counted || !page) throw new Error('search gave no result');
    const facets = countsOf(counted, query.choices, beside);
    countIn(facets, titles, query.choices);
    const others = page.hits.slice(0, limit).map((hit) => ({ id: hit.id, kind: SearchKind.parse(hit['kind']), words: null, spelt: [] }));
    return { items: [...first.slice(from, to), ...others], total: (counted.totalHits ?? 0) + first.length, facets };
  }

  private async ask(queries: MultiSearchQuery[]): Promise<MultiSearchResult<IndexDocument>[]> {
    if (!queries.length) return [];
    const { results } = await this.search.ask((client) => client.multiSearch<{ queries: MultiSearchQuery[] }, IndexDocument>({ queries }));
    return results;
  }
}

type Words = { q: string; matchingStrategy: 'frequency'; locales: string[] };
const wordsOf = (query: Query): Words => ({ q: query.text, matchingStrategy: 'frequency', locales: ['cmn'] });
const hitsOf = (query: Query) => ({ sort: orders[query.sort], attributesToRetrieve: ['id', 'kind'] });

/** The one question to Meilisearch that gives a page and its facets: what a measurement has to be compared with. */
export function mainQuery(query: Query): Omit<MultiSearchQuery, 'indexUid'> {
  return { ...wordsOf(query), ...hitsOf(query), filter: filterOf(query, null), page: query.page, hitsPerPage: query.size, facets: facetAttributes };
}

function filterOf(query: Query, only: readonly string[] | null, except?: Attribute): string[] {
  const chosen = query.choices.filter((c) => c.attribute !== except).map((c) => `${c.attribute} IN ${JSON.stringify(c.values)}`);
  return [...chosen, ...limitsOf(query, only)];
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
