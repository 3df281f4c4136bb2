import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';
import type { SearchInput } from './search.api.js';

const Suggest = graphql('query Suggest($text: String!) { searchSuggestions(text: $text) { kind text id } }');
const Looser = graphql('query Looser($input: SearchInput!) { looserQuery(input: $input) { text total } }');
const Registered = graphql('query RegisteredContract($number: String!) { certificate(number: $number) { number state title registeredOn } }');
const Compare = graphql(`
  query Compare($ids: [ID!]!) {
    comparedItems(ids: $ids) {
      id
      kind
      unitName
      indicators { label op low high unit change }
      achievement {
        title summary keywords techField chain trl transferModes priceMode priceMin priceMax regionCode confirmedAt publishedAt freshness
        ipRights { kind number status }
      }
      demand { title problem keywords techField chain minTrl budgetMin budgetMax deadline regionCode confirmedAt publishedAt freshness }
    }
  }
`);

export type Suggestion = ResultOf<typeof Suggest>['searchSuggestions'][number];
export type ComparedItem = ResultOf<typeof Compare>['comparedItems'][number];

export const suggest = async (text: string): Promise<Suggestion[]> => (await request(Suggest, { text })).searchSuggestions;
export const looserQuery = async (input: SearchInput) => (await request(Looser, { input })).looserQuery;
export const registeredContract = async (number: string) => (await request(Registered, { number })).certificate;
export const comparedItems = async (ids: string[]): Promise<ComparedItem[]> => (await request(Compare, { ids })).comparedItems;
