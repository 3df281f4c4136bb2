import { limitsInAddress, parse, searchFieldsOf, searchQuery, type SearchQuery } from '@jihui/domain';

const lists = {
  kind: 'kinds',
  field: 'techFields',
  chain: 'chains',
  region: 'regions',
  mode: 'transferModes',
  price: 'priceBands',
  unit: 'organisationIds',
} as const;

/** The query of a search page's address, as the page itself reads it; INVALID_INPUT where a value is none. */
export function queryOfAddress(address: string): SearchQuery {
  const params = new URL(address, 'http://search').searchParams;
  const several = (name: string, separator = ','): string[] => (params.get(name) ?? '').split(separator).filter(Boolean);
  const chosen = Object.fromEntries(Object.entries(lists).map(([name, key]) => [key, several(name)]));
  return parse(searchQuery, {
    ...chosen,
    text: params.get('q') ?? '',
    ...searchFieldsOf(limitsInAddress(params)),
    trls: several('trl').map(Number),
    indicators: several('ind', ';'),
    pending: params.get('pending') === '1',
  });
}
