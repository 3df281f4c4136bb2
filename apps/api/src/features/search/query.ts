import type { SearchField, SearchKind, SearchQuery, SearchSort } from '@jihui/domain';
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

export type Choice = { attribute: Attribute; values: readonly (string | number)[] };
/** A query ready to be asked: the text folded, the choices by attribute. */
export type Query = { text: string; choices: Choice[]; pendingOnly: boolean; sort: SearchSort; page: number; size: number };

export type FacetCounts = Map<Attribute, Map<string, number>>;
/** `words`: the folded words of the item that the query found; `spelt`: the pinyin that it found. */
export type FoundItem = { id: string; kind: SearchKind; words: string[]; spelt: string[] };
export type Found = { items: FoundItem[]; total: number; facets: FacetCounts };

/** Longer texts are pasted pages; the engine reads the first ten words anyway. */
const maxText = 200;

export function queryOf(input: SearchQuery): Query {
  const text = fold(input.text ?? '').slice(0, maxText);
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
    choices: facetAttributes.flatMap((attribute) => (chosen[attribute]?.length ? [{ attribute, values: chosen[attribute] }] : [])),
    pendingOnly: input.pending ?? false,
    // Without words nothing is more relevant than anything else.
    sort: !input.sort || (input.sort === 'RELEVANCE' && text === '') ? (text === '' ? 'NEWEST' : 'RELEVANCE') : input.sort,
    page: input.page ?? 1,
    size: input.size ?? 20,
  };
}
