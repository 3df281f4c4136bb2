import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { baseSymbol, SearchField, type SearchKind, type SearchQuery } from '@jihui/domain';
import { fold, pinyinOf } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Lanes } from '../../platform/lanes.js';
import { SearchAway, SearchClient } from '../../platform/search/search-client.js';
import { AskedQueries } from './asked-queries.js';
import { DatabaseSearch } from './database-search.js';
import { HitLoader } from './hit-loader.js';
import { IndicatorSearch } from './indicator-search.js';
import { IndexSearch } from './index-search.js';
import { items } from './index-settings.js';
import { countPublished } from './published-items.js';
import { attributes, queryOf, type FacetCounts, type Found, type Query } from './query.js';
import { SearchState } from './search-state.entity.js';
import { TitleSearch } from './title-search.js';
import type { SearchFacet, SearchHit, SearchResult, SearchStatus } from './search.types.js';

/** Longer lists of units are no choice any more; the chosen ones are always among them. */
const mostUnits = 60;
/** While the database answers for Meilisearch, the rest of the market still needs connections. */
const fallbacksAtOnce = 4;

/** What the public finds. */
@Injectable()
export class SearchService implements OnApplicationBootstrap {
  private readonly fallback = new Lanes(fallbacksAtOnce);

  constructor(
    private readonly db: Db,
    private readonly client: SearchClient,
    private readonly index: IndexSearch,
    private readonly titles: TitleSearch,
    private readonly database: DatabaseSearch,
    private readonly indicators: IndicatorSearch,
    private readonly hits: HitLoader,
    private readonly asked: AskedQueries,
    private readonly log: PinoLogger,
  ) {}

  /** The dictionaries take a third of a second to load: after the start, so that the first visitor does not wait for them. */
  onApplicationBootstrap(): void {
    setTimeout(() => pinyinOf(fold('预热')), 500).unref();
  }

  /** One page of published items with the counts of every facet; `limited` says that the database answered for the search engine. */
  async search(actor: Actor, input: SearchQuery): Promise<SearchResult> {
    const started = performance.now();
    const query = queryOf(input);
    const { found, limited } = await this.find(query);
    if (query.page === 1) this.asked.note(query.text, found.total);
    const names = this.hits.namesOf(actor, unitsOf(query, found.facets));
    const hits = await this.hits.load(actor, found.items, query, names);
    const facets = facetsOf(query, found.facets, await names);
    const understood = query.wanted.map((w) => ({ ...w, label: w.name, baseUnit: baseSymbol(w.dimension) }));
    return { hits, total: found.total, facets, understood, notUnderstood: query.notUnderstood, limited, tookMs: Math.round(performance.now() - started) };
  }

  /** How many items a query finds; nobody has asked it, so it is not remembered. */
  async count(input: SearchQuery): Promise<number> {
    return (await this.find(queryOf(input))).found.total;
  }

  /** The newest published items of a kind, straight from the database. */
  async latest(actor: Actor, kind: SearchKind, size: number): Promise<SearchHit[]> {
    const query = queryOf({ kinds: [kind], sort: 'NEWEST', size });
    return this.hits.load(actor, (await this.database.find(query, false)).items, query);
  }

  /** For the administrator: what the index holds beside what it should hold. */
  async status(): Promise<SearchStatus> {
    const answering = await this.client.isHealthy();
    const documents = answering
      ? await this.client.ask((c) => c.index(this.client.name(items)).getStats()).then((s) => s.numberOfDocuments, () => null)
      : null;
    const state = await this.db.em.findOneBy(SearchState, { index: items });
    return { answering, documents, expected: await countPublished(this.db.em), sweptAt: state?.sweptAt ?? null, repaired: state?.repaired ?? 0 };
  }

  private async find(query: Query): Promise<{ found: Found; limited: boolean }> {
    const only = query.wanted.length ? await this.indicators.items(query.wanted) : null;
    if (query.wanted.length && !only) return { found: await this.database.find(query, true), limited: false };
    try {
      return { found: await this.findInIndex(query, only), limited: false };
    } catch (error) {
      if (!(error instanceof SearchAway && error.isKnown)) this.log.warn({ err: error }, 'search failed, the database answers');
      return { found: await this.fallback.through('search', () => this.database.find(query, true)), limited: true };
    }
  }

  private async findInIndex(query: Query, only: readonly string[] | null): Promise<Found> {
    const titles = query.sort === 'RELEVANCE' ? await this.titles.near(query, only) : [];
    const found = await this.index.find(query, only, titles);
    if (found.total > 0 || query.text === '') return found;
    const sounding = await this.titles.near(query, only, true);
    return sounding.length ? this.index.find(query, only, sounding) : this.insideWords(query, found);
  }

  /** Meilisearch finds words from their beginning only; what stands inside a word the database finds. */
  private async insideWords(query: Query, nothing: Found): Promise<Found> {
    const found = await this.database.find(query, true);
    return found.total > 0 ? found : nothing;
  }
}

/** The organisations that the page names: the first of the list, and those that were chosen. */
function unitsOf({ choices }: Query, counts: FacetCounts): string[] {
  return [...[...(counts.get('organisationId')?.keys() ?? [])].slice(0, mostUnits), ...chosenUnits(choices)];
}

const chosenUnits = (choices: Query['choices']): string[] => choices.find((c) => c.attribute === 'organisationId')?.values.map(String) ?? [];

function facetsOf({ choices }: Query, counts: FacetCounts, names: ReadonlyMap<string, string>): SearchFacet[] {
  return SearchField.options.map((field) => {
    const found = counts.get(attributes[field]) ?? new Map<string, number>();
    const values = [...found].map(([value, count]) => ({ value, label: names.get(value) ?? null, count })).sort((a, b) => b.count - a.count);
    if (field !== 'ORGANISATION') return { field, values };
    const named = values.filter((v) => v.label !== null);
    const absent = chosenUnits(choices).filter((id) => names.has(id) && !found.has(id)).map((value) => ({ value, label: names.get(value) ?? null, count: 0 }));
    return { field, values: [...named, ...absent] };
  });
}
