import type { NoticeContent, PublicNoticeStatus } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const One = graphql(`
  query PublicNotice($id: ID!) {
    publicNotice(id: $id) {
      id
      version
      status
      organisationId
      organisation {
        id
        name
      }
      achievement {
        id
        title
      }
      achievementId
      name
      summary
      pricingMode
      transferMode
      price
      buyer
      relatedParty
      relatedNote
      objectionProcedure
      days
      round
      startedOn
      lastDay
      frozenOn
      daysLeft
      withdrawReason
      readings
      updatedAt
      availableActions
      decisions {
        id
        organ
        decidedOn
        paperNo
        decided
        price
        withdrew
        fileId
        fileName
        sha256
        correctsId
        correctionReason
        createdAt
      }
      trades {
        id
        venue
        lotNo
        listedFrom
        listedUntil
        bidders
        outcome
        dealPrice
        buyer
        fileId
        fileName
        sha256
        correctsId
        correctionReason
        createdAt
      }
      findings {
        code
        stated
        found
      }
      versions {
        number
        round
        text
        sha256
        createdAt
      }
      objections {
        id
        version
        receipt
        name
        contact
        text
        upheld
        answer
        answeredAt
        createdAt
      }
    }
  }
`);
const List = graphql(`
  query PublicNotices($status: PublicNoticeStatus, $page: PageInput!) {
    publicNotices(status: $status, page: $page) {
      total
      items {
        id
        status
        name
        transferMode
        price
        startedOn
        lastDay
        daysLeft
        organisation {
          id
          name
        }
      }
    }
  }
`);
const Mine = graphql(`
  query MyNotices($page: PageInput!) {
    myNotices(page: $page) {
      total
      items {
        id
        status
        name
        price
        startedOn
        lastDay
        daysLeft
        updatedAt
        availableActions
        objections {
          id
          answeredAt
        }
      }
    }
  }
`);
const OwnAchievements = graphql(
  'query AchievementsToPrice($page: PageInput!) { myAchievements(status: PUBLISHED, page: $page) { items { id title summary techField trl } } }',
);
const Create = graphql('mutation CreateNotice($input: PublicNoticeInput!) { createNotice(input: $input) { id version } }');
const Edit = graphql(
  'mutation EditNotice($id: ID!, $version: Int!, $input: PublicNoticeInput!) { editNotice(id: $id, version: $version, input: $input) { id version } }',
);
const Revise = graphql(
  'mutation ReviseNotice($id: ID!, $version: Int!, $input: PublicNoticeInput!) { reviseNotice(id: $id, version: $version, input: $input) { id version round } }',
);
const Publish = graphql('mutation PublishNotice($id: ID!, $version: Int!) { publishNotice(id: $id, version: $version) { lastDay } }');
const Withdraw = graphql(
  'mutation WithdrawNotice($id: ID!, $version: Int!, $reason: String!) { withdrawNotice(id: $id, version: $version, reason: $reason) { id } }',
);
const Objecting = graphql('mutation ObjectToNotice($input: NoticeObjectionInput!) { objectToNotice(input: $input) }');
const Answer = graphql('mutation AnswerObjection($input: ObjectionAnswerInput!) { answerObjection(input: $input) { id status } }');

export type Notice = ResultOf<typeof One>['publicNotice'];
export type NoticeItem = ResultOf<typeof List>['publicNotices']['items'][number];
export type OwnNotice = ResultOf<typeof Mine>['myNotices']['items'][number];
export type Objection = Notice['objections'][number];
type Ref = { id: string; version: number };

export const pageSize = 20;
export const noticeKeys = {
  one: (id: string) => ['notices', 'one', id],
  list: (status: PublicNoticeStatus | null, page: number) => ['notices', 'list', status, page],
  mine: (page: number) => ['notices', 'mine', page],
};

export const getNotice = async (id: string) => (await request(One, { id })).publicNotice;
export const getNotices = async (status: PublicNoticeStatus | null, page: number) =>
  (await request(List, { status, page: { page, size: pageSize } })).publicNotices;
export const getMine = async (page: number) => (await request(Mine, { page: { page, size: pageSize } })).myNotices;
export const getOwnAchievements = async () => (await request(OwnAchievements, { page: { page: 1, size: 100 } })).myAchievements.items;
export const createNotice = async (input: NoticeContent) => (await request(Create, { input })).createNotice;
export const editNotice = async (ref: Ref, input: NoticeContent) =>
  (await request(Edit, { id: ref.id, version: ref.version, input })).editNotice;
export const reviseNotice = async (ref: Ref, input: NoticeContent) =>
  (await request(Revise, { id: ref.id, version: ref.version, input })).reviseNotice;
export const publishNotice = async (ref: Ref) => (await request(Publish, ref)).publishNotice.lastDay;
export const withdrawNotice = (ref: Ref, reason: string) => request(Withdraw, { ...ref, reason });
export const objectToNotice = async (input: { noticeId: string; name: string; contact: string; text: string }) =>
  (await request(Objecting, { input })).objectToNotice;
export const answerObjection = (input: Ref & { upheld: boolean; answer: string }) => request(Answer, { input });
export const refreshNotices = () => Promise.all(['notices', 'overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
