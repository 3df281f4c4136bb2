import type { DuplicateStatus, DuplicateVerdict, QualityProblem } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Board = graphql(`
  query QualityBoard {
    qualityBoard {
      asOf
      items
      score
      counts {
        problem
        count
      }
      rows {
        organisationId
        organisationName
        items
        score
        counts {
          problem
          count
        }
      }
    }
  }
`);
const Items = graphql(`
  query QualityItems($problem: QualityProblem, $organisationId: ID, $page: PageInput!) {
    qualityItems(problem: $problem, organisationId: $organisationId, page: $page) {
      total
      items {
        id
        kind
        title
        organisationId
        organisationName
        score
        missing
        problems
        confirmedAt
      }
    }
  }
`);
const Duplicates = graphql(`
  query Duplicates($status: DuplicateStatus!, $page: PageInput!) {
    duplicates(status: $status, page: $page) {
      total
      items {
        id
        titles
        grounds
        resemblance
        containment
        createdAt
      }
    }
  }
`);
const Duplicate = graphql(`
  query Duplicate($id: ID!) {
    duplicate(id: $id) {
      id
      version
      status
      grounds
      resemblance
      containment
      patents
      titles
      reason
      decidedByOrganisation
      decidedAt
      availableActions
      first {
        id
        kind
        title
        organisationName
        isOwn
        isPublished
        publishedAt
        texts {
          field
          text
          differs {
            start
            end
          }
        }
      }
      second {
        id
        kind
        title
        organisationName
        isOwn
        isPublished
        publishedAt
        texts {
          field
          text
          differs {
            start
            end
          }
        }
      }
    }
  }
`);
const Decide = graphql(`
  mutation DecideDuplicate($id: ID!, $version: Int!, $input: DuplicateDecisionInput!) {
    decideDuplicate(id: $id, version: $version, input: $input) {
      id
    }
  }
`);
const Reconsider = graphql(`
  mutation ReconsiderDuplicate($id: ID!, $version: Int!, $reason: String!) {
    reconsiderDuplicate(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);

export type QualityRow = ResultOf<typeof Board>['qualityBoard']['rows'][number];
export type QualityItem = ResultOf<typeof Items>['qualityItems']['items'][number];
export type DuplicateLine = ResultOf<typeof Duplicates>['duplicates']['items'][number];
export type Duplicate = ResultOf<typeof Duplicate>['duplicate'];
export type DuplicateSide = NonNullable<Duplicate['first']>;

export const pageSize = 20;
export const qualityKeys = {
  board: ['quality', 'board'],
  items: (problem: string | null, unit: string | null, page: number) => ['quality', 'items', problem, unit, page],
  duplicates: (status: string, page: number) => ['quality', 'duplicates', status, page],
  duplicate: (id: string) => ['quality', 'duplicate', id],
} as const;
export const getBoard = async () => (await request(Board)).qualityBoard;
export const getItems = async (problem: QualityProblem | null, organisationId: string | null, page: number) =>
  (await request(Items, { problem, organisationId, page: { page, size: pageSize } })).qualityItems;
export const getDuplicates = async (status: DuplicateStatus, page: number) =>
  (await request(Duplicates, { status, page: { page, size: pageSize } })).duplicates;
export const getDuplicate = async (id: string) => (await request(Duplicate, { id })).duplicate;
export const decide = ({ id, version }: Duplicate, verdict: DuplicateVerdict, reason: string) =>
  request(Decide, { id, version, input: { verdict, reason } });
export const reconsider = ({ id, version }: Duplicate, reason: string) => request(Reconsider, { id, version, reason });
export const refreshQuality = () => queryClient.invalidateQueries({ queryKey: ['quality'] });
