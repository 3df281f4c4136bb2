import { graphql, type ResultOf } from '@jihui/gql';
import type { MatchConstraints, MatchSide } from '@jihui/domain';
import { request } from '../../lib/api.js';

const OfDemand = graphql(`
  query MatchesOfDemand($demandId: ID!, $constraints: MatchConstraintsInput) {
    list: matchesOfDemand(demandId: $demandId, constraints: $constraints) {
      computedAt
      total
      strong
      costs {
        constraint
        excluded
        strong
        only
        unknown
      }
      othersReasons {
        reason
        count
      }
      declined {
        id
        judgement {
          id
          declineReason
          note
        }
        item: achievement {
          id
          title
        }
      }
      items {
        id
        demandId
        achievementId
        band
        score
        cosine
        covered
        missing
        modelVersion
        judgement {
          id
          verdict
        }
        shared {
          text
          share
        }
        mustHaves {
          kind
          verdict
        }
        indicators {
          name
          verdict
          said
        }
        introduction {
          id
          status
          dueOn
          negotiationId
        }
        item: achievement {
          id
          title
          techField
          regionCode
          trl
          priceMode
          priceMin
          priceMax
          confirmedAt
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);
const OfAchievement = graphql(`
  query MatchesOfAchievement($achievementId: ID!, $constraints: MatchConstraintsInput) {
    list: matchesOfAchievement(achievementId: $achievementId, constraints: $constraints) {
      computedAt
      total
      strong
      costs {
        constraint
        excluded
        strong
        only
        unknown
      }
      othersReasons {
        reason
        count
      }
      declined {
        id
        judgement {
          id
          declineReason
          note
        }
        item: demand {
          id
          title
        }
      }
      items {
        id
        demandId
        achievementId
        band
        score
        cosine
        covered
        missing
        modelVersion
        judgement {
          id
          verdict
        }
        shared {
          text
          share
        }
        mustHaves {
          kind
          verdict
        }
        indicators {
          name
          verdict
          said
        }
        introduction {
          id
          status
          dueOn
          negotiationId
        }
        item: demand {
          id
          title
          techField
          regionCode
          minTrl
          budgetMin
          budgetMax
          deadline
          confirmedAt
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);
const Titles = graphql('query MatchedDemand($id: ID!) { item: demand(id: $id) { id title isOwn } }');
const AchievementTitle = graphql('query MatchedAchievement($id: ID!) { item: achievement(id: $id) { id title isOwn } }');

export type OfferedMatch = ResultOf<typeof OfDemand>['list']['items'][number];
export type WantedMatch = ResultOf<typeof OfAchievement>['list']['items'][number];
export type Match = OfferedMatch | WantedMatch;
/** What every view of a match shows of it. */
export type MatchFigures = Pick<OfferedMatch, 'band' | 'score' | 'cosine' | 'covered' | 'missing' | 'shared' | 'mustHaves' | 'indicators' | 'modelVersion'>;

/** The item whose matches are shown: exactly one of the two. */
export type Item = { demandId?: string; achievementId?: string };
type ListOf<M> = Omit<ResultOf<typeof OfDemand>['list'], 'items'> & { items: M[] };
export type MatchList = ListOf<Match>;
export type Cost = MatchList['costs'][number];
export type Declined = MatchList['declined'][number];

export const matchKeys = {
  all: ['matches'],
  of: ({ demandId, achievementId }: Item, constraints: MatchConstraints = {}) => [
    'matches',
    'of',
    demandId ?? null,
    achievementId ?? null,
    constraints,
  ],
  pair: (demandId: string, achievementId: string) => ['matches', 'one', demandId, achievementId],
  one: (demandId: string, achievementId: string, side: MatchSide, constraints: MatchConstraints) => ['matches', 'one', demandId, achievementId, side, constraints],
  item: ({ demandId, achievementId }: Item) => ['matches', 'item', demandId ?? null, achievementId ?? null],
};

export async function getMatches({ demandId, achievementId }: Item, constraints: MatchConstraints = {}): Promise<MatchList> {
  if (demandId) return (await request(OfDemand, { demandId, constraints })).list;
  return (await request(OfAchievement, { achievementId: achievementId ?? '', constraints })).list;
}
/** The item whose matches are listed: its name, and whether it is the reader's own. */
export const getItem = async ({ demandId, achievementId }: Item) =>
  demandId ? (await request(Titles, { id: demandId })).item : (await request(AchievementTitle, { id: achievementId ?? '' })).item;

/** Whether the list, or the reasons of some of it, are still being computed: asked again after a while. */
export const isIncomplete = (list: MatchList | undefined): boolean => list !== undefined && (list.computedAt === null || list.items.some((match) => !match.shared.length));
