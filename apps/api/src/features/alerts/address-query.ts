import { fenOfWanYuan, parse, searchQuery, type SearchQuery } from '@jihui/domain';

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
    ...limitsOf(params),
    trls: several('trl').map(Number),
    indicators: several('ind', ';'),
    pending: params.get('pending') === '1',
  });
}

/** Limits stand in the address as `from..to`, either end may be missing; prices in 万元. */
function limitsOf(params: URLSearchParams): Record<string, string | number | null> {
  const ends = (name: string): (string | null)[] => {
    const [from = '', to = ''] = (params.get(name) ?? '').split('..');
    return [from || null, to || null];
  };
  const money = ends('cost').map((end) => (end === null ? null : (fenOfWanYuan(end) ?? end)));
  const level = ends('level').map((end) => (end === null ? null : Number(end)));
  const day = ends('date');
  return { priceFrom: money[0] ?? null, priceTo: money[1] ?? null, trlFrom: level[0] ?? null, trlTo: level[1] ?? null, publishedFrom: day[0] ?? null, publishedTo: day[1] ?? null };
}
