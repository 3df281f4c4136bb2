import { graphql, type ResultOf } from '@jihui/gql';
import type { MatchConstraints } from '@jihui/domain';
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
const Explain = graphql(`
  query MatchExplanation($demandId: ID!, $achievementId: ID!) {
    matchExplanation(demandId: $demandId, achievementId: $achievementId) {
      hint {
        score
        tried
        raises {
          side
          terms
          score
          band
        }
      }
      match {
        id
        demandId
        achievementId
        band
        score
        cosine
        similarity
        wordsScore
        covered
        missing
        modelVersion
        computedAt
        judgement {
          id
          verdict
          declineReason
        }
        shared {
          text
          share
        }
        mustHaves {
          kind
          verdict
        }
        introduction {
          id
          status
          dueOn
          negotiationId
        }
        demand {
          id
          title
          isOwn
          minTrl
          budgetMin
          budgetMax
          indicators {
            name
            op
            value
            unit
          }
          organisation {
            id
            name
          }
        }
        achievement {
          id
          title
          isOwn
          trl
          priceMode
          priceMin
          priceMax
          organisation {
            id
            name
          }
        }
      }
      demandTexts {
        field
        text
        spans {
          start
          end
          term
        }
      }
      achievementTexts {
        field
        text
        spans {
          start
          end
          term
        }
      }
    }
  }
`);

const Titles = graphql('query MatchedDemand($id: ID!) { item: demand(id: $id) { id title isOwn } }');
const AchievementTitle = graphql('query MatchedAchievement($id: ID!) { item: achievement(id: $id) { id title isOwn } }');
const AskForHints = graphql(
  'mutation AskForHints($demandId: ID!, $achievementId: ID!) { askForHints(demandId: $demandId, achievementId: $achievementId) }',
);

export type OfferedMatch = ResultOf<typeof OfDemand>['list']['items'][number];
export type WantedMatch = ResultOf<typeof OfAchievement>['list']['items'][number];
export type Match = OfferedMatch | WantedMatch;
export type Explanation = ResultOf<typeof Explain>['matchExplanation'];
export type MatchedText = Explanation['demandTexts'][number];
/** What every view of a match shows of it. */
export type MatchFigures = Pick<OfferedMatch, 'band' | 'score' | 'cosine' | 'covered' | 'missing' | 'shared' | 'mustHaves'>;

/** The item whose matches are shown: exactly one of the two. */
export type Item = { demandId?: string; achievementId?: string };
type ListOf<M> = Omit<ResultOf<typeof OfDemand>['list'], 'items'> & { items: M[] };
export type MatchList = ListOf<Match>;
export type Cost = MatchList['costs'][number];
export type Declined = MatchList['declined'][number];
export type Hint = NonNullable<Explanation['hint']>;

export const matchKeys = {
  all: ['matches'],
  of: ({ demandId, achievementId }: Item, constraints: MatchConstraints = {}) => [
    'matches',
    'of',
    demandId ?? null,
    achievementId ?? null,
    constraints,
  ],
  one: (demandId: string, achievementId: string) => ['matches', 'one', demandId, achievementId],
  item: ({ demandId, achievementId }: Item) => ['matches', 'item', demandId ?? null, achievementId ?? null],
};

export async function getMatches({ demandId, achievementId }: Item, constraints: MatchConstraints = {}): Promise<MatchList> {
  if (demandId) return (await request(OfDemand, { demandId, constraints })).list;
  return (await request(OfAchievement, { achievementId: achievementId ?? '', constraints })).list;
}
/** The item whose matches are listed: its name, and whether it is the reader's own. */
export const getItem = async ({ demandId, achievementId }: Item) =>
  demandId ? (await request(Titles, { id: demandId })).item : (await request(AchievementTitle, { id: achievementId ?? '' })).item;
export const explainMatch = async (demandId: string, achievementId: string) =>
  (await request(Explain, { demandId, achievementId })).matchExplanation;
export const askForHints = (demandId: string, achievementId: string) => request(AskForHints, { demandId, achievementId });
