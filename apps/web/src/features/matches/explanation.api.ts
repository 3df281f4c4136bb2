import { graphql, type ResultOf } from '@jihui/gql';
import type { MatchConstraints, MatchSide } from '@jihui/domain';
import { request } from '../../lib/api.js';

const Explain = graphql(`
  query MatchExplanation($demandId: ID!, $achievementId: ID!, $side: MatchSide!, $constraints: MatchConstraintsInput) {
    matchExplanation(demandId: $demandId, achievementId: $achievementId, side: $side, constraints: $constraints) {
      constraints {
        constraint
        verdict
      }
      synonyms {
        demand
        achievement
        added
      }
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
const AskForHints = graphql(
  'mutation AskForHints($demandId: ID!, $achievementId: ID!) { askForHints(demandId: $demandId, achievementId: $achievementId) }',
);

export type Explanation = ResultOf<typeof Explain>['matchExplanation'];
export type MatchedText = Explanation['demandTexts'][number];
export type Hint = NonNullable<Explanation['hint']>;

export const explainMatch = async (demandId: string, achievementId: string, side: MatchSide, constraints: MatchConstraints) =>
  (await request(Explain, { demandId, achievementId, side, constraints })).matchExplanation;
export const askForHints = (demandId: string, achievementId: string) => request(AskForHints, { demandId, achievementId });
