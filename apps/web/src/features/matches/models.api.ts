import { graphql, type ResultOf } from '@jihui/gql';
import type { MatchModelAction } from '@jihui/domain';
import { queryClient, request } from '../../lib/api.js';

const All = graphql(`
  query MatchModels {
    matchModelInUse
    matchModels {
      id
      version
      createdAt
      name
      status
      intercept
      slope
      ceiling
      withSimilarity {
        embedder
        intercept
        slope
        similarity
        report {
          pairs
          demands
          ndcg10 {
            mean
            low
            high
          }
          recall10 {
            mean
            low
            high
          }
          recall50 {
            mean
            low
            high
          }
          logLoss {
            mean
            low
            high
          }
        }
      }
      recommendedByName
      decidedByName
      availableActions
      comparison {
        fittedOn
        logLossGain
        comparedOnMarket
        candidate {
          ndcg10
          ndcg10Low
          ndcg10High
          logLoss
          calibrationError
          strongPairs
          strongShare
        }
        inUse {
          ndcg10
          ndcg10Low
          ndcg10High
          logLoss
          calibrationError
          strongPairs
          strongShare
        }
        moves {
          from
          to
          pairs
        }
        sample {
          demandTitle
          achievementTitle
          before
          after
        }
      }
    }
  }
`);
const steps = {
  recommend: graphql(
    'mutation RecommendMatchModel($id: ID!, $version: Int!) { step: recommendMatchModel(id: $id, version: $version) { id } }',
  ),
  approve: graphql('mutation ApproveMatchModel($id: ID!, $version: Int!) { step: approveMatchModel(id: $id, version: $version) { id } }'),
  drop: graphql('mutation DropMatchModel($id: ID!, $version: Int!) { step: dropMatchModel(id: $id, version: $version) { id } }'),
};

export type MatchModels = ResultOf<typeof All>;
export type MatchModel = MatchModels['matchModels'][number];
export type Comparison = MatchModel['comparison'];

export const modelKeys = { all: ['matchModels'] };
export const loadModels = () => request(All);
export async function stepModel(action: MatchModelAction, { id, version }: MatchModel): Promise<void> {
  await request(steps[action], { id, version });
  await queryClient.invalidateQueries({ queryKey: modelKeys.all });
}
