import type { ReadingCorrection } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../api.js';

const OfDemand = graphql('query DemandReadings($id: ID!) { demand(id: $id) { correctedReadings { key state change indicator { name op value unit } } } }');
const OfAchievement = graphql('query AchievementReadings($id: ID!) { achievement(id: $id) { correctedReadings { key state change indicator { name op value unit } } } }');
const CorrectDemand = graphql(
  'mutation CorrectDemandReading($id: ID!, $input: ReadingCorrectionInput!) { correctDemandReading(id: $id, input: $input) { key state change indicator { name op value unit } } }',
);
const CorrectAchievement = graphql(
  'mutation CorrectAchievementReading($id: ID!, $input: ReadingCorrectionInput!) { correctAchievementReading(id: $id, input: $input) { key state change indicator { name op value unit } } }',
);

export type ItemKind = 'DEMAND' | 'ACHIEVEMENT';
export type Corrections = ResultOf<typeof CorrectDemand>['correctDemandReading'];
export const readingsKey = (id: string) => ['readings', id];

export const getCorrections = async (kind: ItemKind, id: string): Promise<Corrections> =>
  (kind === 'DEMAND' ? (await request(OfDemand, { id })).demand.correctedReadings : (await request(OfAchievement, { id })).achievement.correctedReadings) ?? [];

/** Says what a reading is; the answer is all that has been said of the item. */
export async function correctReading(kind: ItemKind, id: string, input: ReadingCorrection): Promise<void> {
  const corrections =
    kind === 'DEMAND' ? (await request(CorrectDemand, { id, input })).correctDemandReading : (await request(CorrectAchievement, { id, input })).correctAchievementReading;
  queryClient.setQueryData(readingsKey(id), corrections);
}
