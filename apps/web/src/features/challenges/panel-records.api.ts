import type { PanelRecordInput } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Panel = graphql(`
  query ChallengePanel($id: ID!) {
    challenge(id: $id) {
      id
      version
      reviewers {
        userId
        name
        organisationName
        isChair
        recusedAt
      }
      panel {
        round
        mayNameChair
        mayRecord
        scoresOpen
        openedOn
        decidedOn
        records {
          id
          round
          heldOn
          manner
          attendees {
            userId
            name
            organisationName
            isChair
          }
          conclusion
          dissent
          fileId
          fileName
          sha256
          correctsId
          correctionReason
          createdAt
        }
      }
    }
  }
`);
const NameChair = graphql(
  'mutation NameChallengeChair($id: ID!, $version: Int!, $userId: ID!) { nameChallengeChair(id: $id, version: $version, userId: $userId) { id } }',
);
const Record = graphql('mutation RecordPanel($input: PanelRecordInput!) { recordPanel(input: $input) { id } }');

export type PanelItem = ResultOf<typeof Panel>['challenge'];
export type PanelRecordRow = NonNullable<PanelItem['panel']>['records'][number];

export const panelKey = (id: string) => ['challenges', 'panel', id];
export const getPanel = async (id: string) => (await request(Panel, { id })).challenge;
export const nameChair = (ref: { id: string; version: number }, userId: string) => request(NameChair, { ...ref, userId });
export const recordPanel = (input: PanelRecordInput) => request(Record, { input });
