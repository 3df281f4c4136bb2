import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const OfDemand = graphql(`
  query MatchesOfDemand($demandId: ID!) {
    list: matchesOfDemand(demandId: $demandId) {
      computedAt
      items {
        id
        demandId
        achievementId
        band
        score
        cosine
        covered
        missing
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
  query MatchesOfAchievement($achievementId: ID!) {
    list: matchesOfAchievement(achievementId: $achievementId) {
      computedAt
      items {
        id
        demandId
        achievementId
        band
        score
        cosine
        covered
        missing
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
      match {
        id
        demandId
        achievementId
        band
        score
        cosine
        covered
        missing
        modelVersion
        computedAt
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

export type OfferedMatch = ResultOf<typeof OfDemand>['list']['items'][number];
export type WantedMatch = ResultOf<typeof OfAchievement>['list']['items'][number];
export type Match = OfferedMatch | WantedMatch;
export type Explanation = ResultOf<typeof Explain>['matchExplanation'];
export type MatchedText = Explanation['demandTexts'][number];
/** What every view of a match shows of it. */
export type MatchFigures = Pick<OfferedMatch, 'band' | 'score' | 'cosine' | 'covered' | 'missing' | 'shared' | 'mustHaves'>;

/** The item whose matches are shown: exactly one of the two. */
export type Item = { demandId?: string; achievementId?: string };
export type MatchList = { computedAt: string | null; items: Match[] };

export const matchKeys = {
  all: ['matches'],
  of: ({ demandId, achievementId }: Item) => ['matches', 'of', demandId ?? null, achievementId ?? null],
  one: (demandId: string, achievementId: string) => ['matches', 'one', demandId, achievementId],
};

export async function getMatches({ demandId, achievementId }: Item): Promise<MatchList> {
  if (demandId) return (await request(OfDemand, { demandId })).list;
  return (await request(OfAchievement, { achievementId: achievementId ?? '' })).list;
}
export const explainMatch = async (demandId: string, achievementId: string) =>
  (await request(Explain, { demandId, achievementId })).matchExplanation;
