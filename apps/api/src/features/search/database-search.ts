import { Injectable } from '@nestjs/common';
import type { SearchKind, SearchSort } from '@jihui/domain';
import { foldKey } from '@jihui/matching';
import { Db } from '../../platform/db/db.js';
import { itemsAnswering } from './indicator-condition.js';
import { facetAttributes, listAttributes, type Attribute, type FacetCounts, type Found, type Query, type Range } from './query.js';
import { requiredWords } from './required-words.js';
import { Values } from './values.js';

const orders: Record<SearchSort, string> = {
  RELEVANCE: 'hits desc, "publishedAt" desc',
  NEWEST: '"publishedAt" desc',
  PRICE_LOW: 'price asc nulls last, "publishedAt" desc',
  PRICE_HIGH: 'price desc nulls last, "publishedAt" desc',
  TRL_HIGH: 'trl desc nulls last, "publishedAt" desc',
};
const latin = /^[a-z0-9]+$/;

/** The search while Meilisearch is away: every word must stand in the text; no synonyms, no slips of the pen. */
@Injectable()
export class DatabaseSearch {
  constructor(private readonly db: Db) {}

  async find(query: Query, withFacets: boolean): Promise<Found> {
    const words = requiredWords(query.text);
    const [page, facets] = await Promise.all([this.page(query, words), withFacets ? this.facets(query, words) : new Map<Attribute, Map<string, number>>()]);
    return { ...page, facets };
  }

  private async page(query: Query, words: string[]): Promise<Omit<Found, 'facets'>> {
    const values = new Values();
    const inTitle = words.map((word) => `(title like ${values.add(`%${word}%`)})::int`);
    const statement = `select "itemId" as id, kind, spelling, count(*) over ()::int as total, ${inTitle.join(' + ') || '0'} as hits from search_text
      where ${this.where(query, words, values)} order by ${orders[query.sort]}, "itemId" limit ${query.size} offset ${(query.page - 1) * query.size}`;
    const rows: { id: string; kind: SearchKind; spelling: string; total: number }[] = await this.db.em.query(statement, values.list);
    return {
      items: rows.map(({ id, kind, spelling }) => {
        const spelt = words.filter((word) => latin.test(word) && ` ${spelling}`.includes(` ${word}`));
        return { id, kind, words: words.filter((word) => !spelt.includes(word)), spelt };
      }),
      total: rows[0]?.total ?? (query.page > 1 ? await this.count(query, words) : 0),
    };
  }

  private async count(query: Query, words: string[]): Promise<number> {
    const values = new Values();
    const [row]: { total: number }[] = await this.db.em.query(`select count(*)::int as total from search_text where ${this.where(query, words, values)}`, values.list);
    return row?.total ?? 0;
  }

  /** All facets in one statement: the text is looked at once, each facet then leaves its own choice aside. */
  private async facets(query: Query, words: string[]): Promise<FacetCounts> {
    const values = new Values();
    const textOnly = this.where({ ...query, choices: [] }, words, values);
    const parts = facetAttributes.map((attribute) => {
      const value = listAttributes.includes(attribute) ? `unnest("${attribute}")` : `"${attribute}"::text`;
      return `select '${attribute}' as attribute, ${value} as value, count(*)::int as count from found where ${choicesSql(query, values, attribute)} group by 2`;
    });
    const columns = facetAttributes.map((a) => `"${a}"`).join(', ');
    const statement = `with found as materialized (select ${columns} from search_text where ${textOnly}) ${parts.join(' union all ')}`;
    const rows: { attribute: Attribute; value: string | null; count: number }[] = await this.db.em.query(statement, values.list);
    const counts: FacetCounts = new Map(facetAttributes.map((attribute) => [attribute, new Map<string, number>()]));
    for (const { attribute, value, count } of rows) if (value !== null) counts.get(attribute)?.set(value, count);
    return counts;
  }

  private where(query: Query, words: string[], values: Values): string {
    const conditions = words.map((word) => {
      const inText = `text like ${values.add(`%${foldKey(word)}%`)}`;
      return latin.test(word) ? `(${inText} or ' ' || spelling like ${values.add(`% ${word}%`)})` : inText;
    });
    if (query.wanted.length) conditions.push(`"itemId" in (${itemsAnswering(query.wanted, values.add)})`);
    return [...conditions, ...limitsSql(query, values), choicesSql(query, values)].join(' and ');
  }
}

function limitsSql({ ranges, pendingOnly }: Query, values: Values): string[] {
  const compared = (attribute: Range['attribute'], limit: number): string => (attribute === 'publishedAt' ? `${values.add(new Date(limit))}::timestamptz` : `${values.add(limit)}::bigint`);
  const between = ranges.flatMap(({ attribute, from, to }) => [
    ...(from === null ? [] : [`"${attribute}" >= ${compared(attribute, from)}`]),
    ...(to === null ? [] : [`"${attribute}" <= ${compared(attribute, to)}`]),
  ]);
  return pendingOnly ? [...between, 'pending'] : between;
}

function choicesSql(query: Query, values: Values, except?: Attribute): string {
  const conditions = query.choices
    .filter((c) => c.attribute !== except)
    .map(({ attribute, values: chosen }) =>
      listAttributes.includes(attribute) ? `"${attribute}" && ${values.add(chosen)}::text[]` : `"${attribute}"::text = any(${values.add(chosen.map(String))}::text[])`,
    );
  return conditions.join(' and ') || 'true';
}
