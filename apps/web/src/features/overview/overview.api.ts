import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const FrontPage = graphql(`
  query FrontPage($achievements: SearchInput!, $demands: SearchInput!) {
    publicNumbers { code value unit link asOf }
    achievements: search(input: $achievements) { hits { id achievement { id title trl priceMode priceMin priceMax publishedAt techField organisation { name } } } }
    demands: search(input: $demands) { hits { id demand { id title budgetMin budgetMax deadline publishedAt techField organisation { name } } } }
  }
`);
const HomePage = graphql(`
  query HomePage {
    overview {
      waiting { code count link records { title link at dueOn } }
      news { code count link records { title link at dueOn } }
    }
    publicNumbers { code value unit link asOf }
  }
`);

export type PublicNumber = ResultOf<typeof FrontPage>['publicNumbers'][number];
export type Front = ResultOf<typeof FrontPage>;
export type OverviewRecord = ResultOf<typeof HomePage>['overview']['waiting'][number]['records'][number];

const newest = (kind: 'ACHIEVEMENT' | 'DEMAND') => ({ kinds: [kind], sort: 'NEWEST' as const, page: 1, size: 6 });

export const overviewKeys = { front: ['overview', 'front'], home: ['overview', 'home'] } as const;
export const loadFront = () => request(FrontPage, { achievements: newest('ACHIEVEMENT'), demands: newest('DEMAND') });
export const loadHome = () => request(HomePage);
