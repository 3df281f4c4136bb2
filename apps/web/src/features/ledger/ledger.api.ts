import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const State = graphql('query Ledger { ledger { entries unsealed days heads { chain seq hash } } }');
const Roots = graphql(
  'query LedgerRoots($page: PageInput!) { ledgerRoots(page: $page) { total items { day count total root heads { chain seq hash } } } }',
);

export type LedgerState = ResultOf<typeof State>['ledger'];
export type LedgerRoot = ResultOf<typeof Roots>['ledgerRoots']['items'][number];
export const rootsPageSize = 30;

export const getLedger = async () => (await request(State)).ledger;
export const getRoots = async (page: number) => (await request(Roots, { page: { page, size: rootsPageSize } })).ledgerRoots;
