import { endOfShanghaiDay, readIndicatorQuery, startOfShanghaiDay, type SearchField, type SearchKind, type SearchQuery, type SearchSort, type WantedIndicator } from '@jihui/domain';
import { fold } from '@jihui/matching';

/** The attribute of each facet: its name in the index is the column's name in search_text. */
export const attributes = {
  KIND: 'kind',
  TECH_FIELD: 'techField',
  CHAIN: 'chain',
  REGION: 'regions',
  TRL: 'trl',
  TRANSFER_MODE: 'transferModes',
  PRICE_BAND: 'priceBand',
  ORGANISATION: 'organisationId',
} as const satisfies Record<SearchField, string>;
export type Attribute = (typeof attributes)[SearchField];
export const facetAttributes = Object.values(attributes);
/** Those that hold several values per item. */
export const listAttributes: readonly Attribute[] = ['regions', 'transferModes'];

/** What is asked to lie between two values, both included; the name is the attribute's in the index and the column's in search_text. */
export type Range = { attribute: 'price' | 'trl' | 'publishedAt'; from: number | null; to: number | null };

export type Choice = { attribute: Attribute; values: readonly (string | number)[] };
/** An indicator that was asked for, and whether it stood among the words. */
export type AskedIndicator = WantedIndicator & { inText: boolean };
/** A query ready to be asked: the text folded and without the indicators in it, the choices by attribute. */
export type Query = { text: string; wanted: AskedIndicator[]; notUnderstood: string[]; choices: Choice[]; ranges: Range[]; pendingOnly: boolean; sort: SearchSort; page: number; size: number };

export type FacetCounts = Map<Attribute, Map<string, number>>;
/** `words`: the folded words of the item that the query found, null where only the texts can tell; `spelt`: the pinyin that it found. */
export type FoundItem = { id: string; kind: SearchKind; words: string[] | null; spelt: string[] };
export type NamedItem = FoundItem & { words: string[] };
export type Found = { items: FoundItem[]; total: number; facets: FacetCounts };

/** More conditions than these are none that anybody means. */
const mostWanted = 8;
/** Longer texts are pasted pages; the engine reads the first ten words anyway. */
const maxText = 200;

export function queryOf(input: SearchQuery): Query {
  const typed = readIndicatorQuery((input.text ?? '').slice(0, maxText));
  const filters = (input.indicators ?? []).map((filter) => ({ filter, ...readIndicatorQuery(filter, { everything: true }) }));
  const wanted = [...typed.wanted.map((w) => ({ ...w, inText: true })), ...filters.flatMap((f) => f.wanted.map((w) => ({ ...w, text: f.filter, inText: false })))];
  const text = fold(typed.rest).slice(0, maxText);
  const chosen: Record<Attribute, readonly (string | number)[] | null | undefined> = {
    kind: input.kinds,
    techField: input.techFields,
    chain: input.chains,
    regions: input.regions,
    trl: input.trls,
    transferModes: input.transferModes,
    priceBand: input.priceBands,
    organisationId: input.organisationIds,
  };
  return {
    text,
    wanted: wanted.slice(0, mostWanted),
    notUnderstood: filters.filter((f) => !f.wanted.length).map((f) => f.filter),
    choices: facetAttributes.flatMap((attribute) => (chosen[attribute]?.length ? [{ attribute, values: chosen[attribute] }] : [])),
    ranges: rangesOf(input),
    pendingOnly: input.pending ?? false,
    // Without words nothing is more relevant than anything else.
    sort: !input.sort || (input.sort === 'RELEVANCE' && text === '') ? (text === '' ? 'NEWEST' : 'RELEVANCE') : input.sort,
    page: input.page ?? 1,
    size: input.size ?? 20,
  };
}

function rangesOf(input: SearchQuery): Range[] {
  const { priceFrom, priceTo, trlFrom, trlTo, publishedFrom, publishedTo } = input;
  const ranges: Range[] = [
    { attribute: 'price', from: priceFrom ? Number(priceFrom) : null, to: priceTo ? Number(priceTo) : null },
    { attribute: 'trl', from: trlFrom ?? null, to: trlTo ?? null },
    { attribute: 'publishedAt', from: publishedFrom ? startOfShanghaiDay(publishedFrom).getTime() : null, to: publishedTo ? endOfShanghaiDay(publishedTo).getTime() : null },
  ];
  return ranges.filter(({ from, to }) => from !== null || to !== null);
}
