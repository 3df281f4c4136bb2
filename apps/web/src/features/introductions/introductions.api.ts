import type { DeclineReason, IntroductionBox, IntroductionStatus } from '@jihui/domain';
import { graphql, type ResultOf, type VariablesOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const List = graphql(`
  query Introductions($box: IntroductionBox!, $status: IntroductionStatus, $page: PageInput!) {
    introductions(box: $box, status: $status, page: $page) {
      total
      items {
        id
        version
        status
        box
        dueOn
        message
        requestedByName
        requesterId
        requesterName
        answererName
        brokerName
        createdAt
        answeredAt
        demandId
        achievementId
        demandTitle
        achievementTitle
        declineReason
        declineNote
        negotiationId
        availableActions
        demand {
          id
        }
        achievement {
          id
        }
      }
    }
  }
`);
const On = graphql(
  'query IntroductionOn($demandId: ID, $achievementId: ID) { introductionOn(demandId: $demandId, achievementId: $achievementId) { id status dueOn negotiationId } }',
);
const Request = graphql(
  'mutation RequestIntroduction($input: IntroductionRequestInput!) { requestIntroduction(input: $input) { id status dueOn negotiationId } }',
);
const Cancel = graphql('mutation CancelIntroduction($id: ID!, $version: Int!) { cancelIntroduction(id: $id, version: $version) { id } }');
const Accept = graphql(
  'mutation AcceptIntroduction($id: ID!, $version: Int!) { acceptIntroduction(id: $id, version: $version) { id negotiationId } }',
);
const Decline = graphql('mutation DeclineIntroduction($input: IntroductionDeclineInput!) { declineIntroduction(input: $input) { id } }');
const OwnAchievements = graphql(
  'query AchievementsToOffer($page: PageInput!) { myAchievements(status: PUBLISHED, page: $page) { items { id title } } }',
);
const OwnDemands = graphql('query DemandsToName($page: PageInput!) { myDemands(status: PUBLISHED, page: $page) { items { id title } } }');

export type Introduction = ResultOf<typeof List>['introductions']['items'][number];
/** What stands between two already. */
export type CurrentIntroduction = NonNullable<ResultOf<typeof On>['introductionOn']>;
export type RequestInput = VariablesOf<typeof Request>['input'];
export type Pair = { demandId?: string; achievementId?: string };
type Ref = { id: string; version: number };

export const pageSize = 20;
const choices = { page: 1, size: 100 };
export const introductionKeys = {
  all: ['introductions'],
  list: (box: IntroductionBox, status: IntroductionStatus | null, page: number) => ['introductions', 'list', box, status, page],
  on: ({ demandId, achievementId }: Pair) => ['introductions', 'on', demandId ?? null, achievementId ?? null],
  own: (kind: 'demand' | 'achievement') => ['introductions', 'own', kind],
};

export const getIntroductions = async (box: IntroductionBox, status: IntroductionStatus | null, page: number) =>
  (await request(List, { box, status, page: { page, size: pageSize } })).introductions;
export const getIntroductionOn = async (pair: Pair) => (await request(On, pair)).introductionOn;
export const getOwnAchievements = async () => (await request(OwnAchievements, { page: choices })).myAchievements.items;
export const getOwnDemands = async () => (await request(OwnDemands, { page: choices })).myDemands.items;
export const requestIntroduction = async (input: RequestInput) => (await request(Request, { input })).requestIntroduction;
export const cancelIntroduction = (ref: Ref) => request(Cancel, ref);
export const acceptIntroduction = async (ref: Ref) => (await request(Accept, ref)).acceptIntroduction.negotiationId;
export const declineIntroduction = (ref: Ref, reason: DeclineReason, note: string | null) =>
  request(Decline, { input: { ...ref, reason, note } });

/** After a step the lists, the buttons on matches and the talks may have changed. */
export const refreshTalks = () =>
  Promise.all(['introductions', 'matches', 'negotiations', 'overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
