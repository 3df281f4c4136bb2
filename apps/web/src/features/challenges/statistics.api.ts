import type { BoardFilter, ChallengeCut } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Figures = graphql(
  'query ChallengeFigures($cut: ChallengeCut!, $filter: BoardFilterInput!) { challengeFigures(cut: $cut, filter: $filter) { key count cash fiscal claims awarded accepted noClaim terminated } }',
);
export type Figure = ResultOf<typeof Figures>['challengeFigures'][number];

export const figureKeys = { of: (cut: ChallengeCut, filter: BoardFilter) => ['challenges', 'figures', cut, filter] };
export const getFigures = async (cut: ChallengeCut, filter: BoardFilter) => (await request(Figures, { cut, filter })).challengeFigures;
