import type { DistributionDraft, RightsGrantEntry, SharePayment } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const One = graphql(`
  query IncomeDistribution($id: ID!) {
    incomeDistribution(id: $id) {
      id
      version
      status
      mode
      income
      deductions {
        kind
        name
        amount
      }
      inHenan
      agreedBp
      receivedOn
      decidedBy
      decidedOn
      includesHead
      netIncome
      appliedBp
      pool
      payBy
      light
      lines
      rules
      noticedOn
      noticeLastDay
      cancelReason
      availableActions
      shares {
        name
        shareBp
        fen
        paidOn
        voucherNo
      }
      objections {
        on
        text
        answer
      }
      contract {
        id
        title
        registrationNo
      }
      contractId
    }
  }
`);
const List = graphql(`
  query IncomeDistributions($page: PageInput!) {
    incomeDistributions(page: $page) {
      total
      items {
        id
        status
        income
        pool
        payBy
        light
        noticeLastDay
        contract {
          id
          title
          registrationNo
        }
      }
    }
  }
`);
const Rights = graphql(`
  query Rights {
    rightsGrants {
      id
      version
      kind
      holders
      shareBp
      years
      agreedOn
      note
      implementedOn
      achievement {
        id
        title
      }
    }
    dormantAchievements {
      achievementId
      title
      since
      granted
      dormantOn
      daysLeft
      rule {
        key
        validFrom
        validTo
        basis
        certainty
        note
      }
    }
  }
`);
const OwnAchievements = graphql('query AchievementsToGrant($page: PageInput!) { myAchievements(page: $page) { items { id title } } }');
const Received = graphql('query ReceivedOf($id: ID!) { contract(id: $id) { id title registrationNo income { received } receipts { receivedOn voidedAt } } }');
const Draft = graphql('mutation DraftDistribution($input: DistributionInput!) { draftDistribution(input: $input) { id } }');
const Edit = graphql('mutation EditDistribution($id: ID!, $version: Int!, $input: DistributionInput!) { editDistribution(id: $id, version: $version, input: $input) { id } }');
const Notice = graphql('mutation NoticeDistribution($id: ID!, $version: Int!) { noticeDistribution(id: $id, version: $version) { id } }');
const Agree = graphql('mutation AgreeDistribution($id: ID!, $version: Int!) { agreeDistribution(id: $id, version: $version) { id } }');
const ObjectTo = graphql('mutation ObjectToDistribution($input: DistributionReasonInput!) { objectToDistribution(input: $input) { id } }');
const Answer = graphql('mutation AnswerDistribution($input: DistributionReasonInput!) { answerDistribution(input: $input) { id } }');
const Cancel = graphql('mutation CancelDistribution($input: DistributionReasonInput!) { cancelDistribution(input: $input) { id } }');
const Pay = graphql('mutation PayShares($input: SharePaymentInput!) { payShares(input: $input) { id } }');
const Grant = graphql('mutation EnterRightsGrant($input: RightsGrantInput!) { enterRightsGrant(input: $input) { id } }');
const Implement = graphql('mutation ImplementGrant($input: GrantImplementationInput!) { implementGrant(input: $input) { id } }');

export type Distribution = ResultOf<typeof One>['incomeDistribution'];
export type DistributionItem = ResultOf<typeof List>['incomeDistributions']['items'][number];
export type Grant = ResultOf<typeof Rights>['rightsGrants'][number];
export type Dormant = ResultOf<typeof Rights>['dormantAchievements'][number];
type Ref = { id: string; version: number };
export const pageSize = 20;
export const rewardKeys = {
  one: (id: string) => ['rewards', 'one', id],
  list: (page: number) => ['rewards', 'list', page],
  rights: ['rewards', 'rights'],
  received: (id: string) => ['rewards', 'received', id],
  achievements: ['rewards', 'achievements'],
};
const ref = ({ id, version }: Ref): Ref => ({ id, version });

export const getDistribution = async (id: string) => (await request(One, { id })).incomeDistribution;
export const getDistributions = async (page: number) => (await request(List, { page: { page, size: pageSize } })).incomeDistributions;
export const getRights = () => request(Rights);
export const getReceived = async (id: string) => (await request(Received, { id })).contract;
export const getOwnAchievements = async () => (await request(OwnAchievements, { page: { page: 1, size: 100 } })).myAchievements.items;
export const draftDistribution = async (input: DistributionDraft) => (await request(Draft, { input })).draftDistribution.id;
export const editDistribution = async (d: Ref, input: DistributionDraft) => (await request(Edit, { ...ref(d), input })).editDistribution.id;
export const rewardSteps = {
  notice: (d: Ref) => request(Notice, ref(d)),
  agree: (d: Ref) => request(Agree, ref(d)),
  object: (d: Ref, reason: string) => request(ObjectTo, { input: { ...ref(d), reason } }),
  answer: (d: Ref, reason: string) => request(Answer, { input: { ...ref(d), reason } }),
  cancel: (d: Ref, reason: string) => request(Cancel, { input: { ...ref(d), reason } }),
};
export const payShares = (input: SharePayment) => request(Pay, { input });
export const enterGrant = (input: RightsGrantEntry) => request(Grant, { input });
export const implementGrant = (g: Ref, day: string) => request(Implement, { input: { ...ref(g), day } });
export const refreshRewards = () => queryClient.invalidateQueries();
