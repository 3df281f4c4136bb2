import { graphql, type ResultOf, type VariablesOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const SearchItems = graphql(`
  query SearchItems($input: SearchInput!) {
    search(input: $input) {
      total
      limited
      notUnderstood
      understood { label op low high unit change text inText baseLow baseHigh baseUnit }
      hits {
        id
        kind
        unitName
        matched
        indicators { label op low high unit change }
        title { text marks { start end } }
        snippet { text marks { start end } }
        achievement { techField trl priceMode priceMin priceMax confirmedAt publishedAt freshness }
        demand { techField minTrl budgetMin budgetMax deadline confirmedAt publishedAt freshness }
      }
      facets { field values { value label count } }
    }
  }
`);

export type SearchInput = VariablesOf<typeof SearchItems>['input'];
export type SearchResult = ResultOf<typeof SearchItems>['search'];
export type Hit = SearchResult['hits'][number];
export type Facet = SearchResult['facets'][number];

export const searchItems = async (input: SearchInput): Promise<SearchResult> => (await request(SearchItems, { input })).search;
