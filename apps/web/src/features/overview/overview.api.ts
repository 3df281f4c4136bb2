import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const FrontPage = graphql(`
  query FrontPage {
    publicNumbers { code value unit link asOf }
    achievements: latestPublished(kind: ACHIEVEMENT, size: 6) { id unitName achievement { title trl priceMin priceMax publishedAt techField } }
    demands: latestPublished(kind: DEMAND, size: 6) { id unitName demand { title budgetMin budgetMax publishedAt techField } }
  }
`);
const HomePage = graphql(`
  query HomePage {
    overview {
      waiting { code count link records { title link at dueOn } }
      due { code title link at dueOn }
      news { code count link records { title link at dueOn } }
      region { regionCode numbers { code value unit link asOf } }
    }
    publicNumbers { code value unit link asOf }
  }
`);
const Metrics = graphql('query Metrics { metrics { group code value unit link source asOf } }');
const SearchState = graphql('query SearchState { searchStatus { answering documents expected sweptAt repaired } }');
const MyMatches = graphql(`
  query MyMatches($page: PageInput!) {
    myMatches(page: $page) { total items { id band foundAt demandId achievementId demand { title organisation { name } } achievement { title organisation { name } } } }
  }
`);

export type PublicNumber = ResultOf<typeof FrontPage>['publicNumbers'][number];
export type Front = ResultOf<typeof FrontPage>;
export type OverviewRecord = ResultOf<typeof HomePage>['overview']['waiting'][number]['records'][number];

export type Due = ResultOf<typeof HomePage>['overview']['due'][number];
export type MyMatch = ResultOf<typeof MyMatches>['myMatches']['items'][number];

export type MetricEntry = ResultOf<typeof Metrics>['metrics'][number];

export const matchesPerPage = 20;
export const overviewKeys = {
  front: ['overview', 'front'],
  home: ['overview', 'home'],
  searchState: ['overview', 'search'],
  metrics: ['overview', 'metrics'],
  matches: (page: number) => ['overview', 'matches', page],
} as const;
export const loadFront = () => request(FrontPage);
export const loadHome = () => request(HomePage);
export const loadMetrics = async () => (await request(Metrics)).metrics;
export const loadSearchState = async () => (await request(SearchState)).searchStatus;
export const loadMatches = async (page: number) => (await request(MyMatches, { page: { page, size: matchesPerPage } })).myMatches;
