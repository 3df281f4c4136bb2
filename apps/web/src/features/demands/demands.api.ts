import type { DemandInput, DemandStatus } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const ById = graphql(`
  query Demand($id: ID!) {
    demand(id: $id) {
      id
      version
      status
      title
      problem
      indicators {
        name
        op
        value
        unit
      }
      currentState
      budgetMin
      budgetMax
      deadline
      acceptance
      deliverables
      exclusions
      isImported
      complexity {
        score
        route
        reasons {
          point
          adds
          found
        }
      }
      techField
      chain
      minTrl
      keywords
      anonymous
      contactName
      contactPhone
      regionCode
      returnReason
      submittedAt
      publishedAt
      confirmedAt
      freshness
      updatedAt
      dueOn
      isOwn
      availableActions
      organisation {
        id
        name
      }
      author {
        name
      }
      history {
        id
        at
        event
        actorName
        organisationName
        data
      }
    }
  }
`);
const Mine = graphql(`
  query MyDemands($status: DemandStatus, $text: String, $importId: ID, $page: PageInput!) {
    myDemands(status: $status, text: $text, importId: $importId, page: $page) {
      total
      items {
        id
        version
        status
        title
        techField
        budgetMin
        budgetMax
        deadline
        anonymous
        keywords
        returnReason
        updatedAt
        availableActions
      }
    }
    myDemandCounts(text: $text, importId: $importId) {
      status
      count
    }
  }
`);
const Queue = graphql(`
  query DemandsToPublish($page: PageInput!) {
    demandsToPublish(page: $page) {
      total
      items {
        id
        title
        dueOn
        submittedAt
        anonymous
        organisation {
          name
        }
      }
    }
  }
`);
const Create = graphql('mutation CreateDemand($input: DemandInput!) { createDemand(input: $input) { id version } }');
const Save = graphql(
  'mutation SaveDemand($id: ID!, $version: Int!, $input: DemandInput!) { saveDemand(id: $id, version: $version, input: $input) { id version } }',
);
const Delete = graphql('mutation DeleteDemand($id: ID!, $version: Int!) { deleteDemand(id: $id, version: $version) }');
const Submit = graphql('mutation SubmitDemand($id: ID!, $version: Int!) { submitDemand(id: $id, version: $version) { id dueOn } }');
const Publish = graphql('mutation PublishDemand($id: ID!, $version: Int!) { publishDemand(id: $id, version: $version) { id } }');
const Return = graphql(
  'mutation ReturnDemand($id: ID!, $version: Int!, $reason: String!) { returnDemand(id: $id, version: $version, reason: $reason) { id } }',
);
const Revise = graphql('mutation ReviseDemand($id: ID!, $version: Int!) { reviseDemand(id: $id, version: $version) { id } }');
const Confirm = graphql('mutation ConfirmDemand($id: ID!, $version: Int!) { confirmDemand(id: $id, version: $version) { id } }');
const Withdraw = graphql(
  'mutation WithdrawDemand($id: ID!, $version: Int!, $reason: String!) { withdrawDemand(id: $id, version: $version, reason: $reason) { id } }',
);
const Reopen = graphql('mutation ReopenDemand($id: ID!, $version: Int!) { reopenDemand(id: $id, version: $version) { id } }');
const Close = graphql('mutation CloseDemand($id: ID!, $version: Int!) { closeDemand(id: $id, version: $version) { id } }');

export type Demand = ResultOf<typeof ById>['demand'];
export type DemandItem = ResultOf<typeof Mine>['myDemands']['items'][number];
export type QueuedDemand = ResultOf<typeof Queue>['demandsToPublish']['items'][number];
export type Ref = { id: string; version: number };
export type DemandFilter = { status: DemandStatus | null; text: string | null; importId: string | null; page: number };

export const demandKeys = {
  one: (id: string) => ['demands', 'one', id],
  mine: (filter: DemandFilter) => ['demands', 'mine', filter],
  queue: ['demands', 'queue'],
};
export const pageSize = 20;
export const queueSize = 50;

export const getDemand = async (id: string) => (await request(ById, { id })).demand;
export const getMine = ({ page, ...filter }: DemandFilter) => request(Mine, { ...filter, page: { page, size: pageSize } });
export const getQueue = async () => (await request(Queue, { page: { page: 1, size: queueSize } })).demandsToPublish;
export const saveDraft = async (saved: Ref | null, input: DemandInput): Promise<Ref> =>
  saved ? (await request(Save, { ...saved, input })).saveDemand : (await request(Create, { input })).createDemand;
export const submitDemand = async (ref: Ref) => (await request(Submit, ref)).submitDemand;

/** The steps of the lifecycle that a button takes. */
export const demandSteps = {
  publish: (ref: Ref) => request(Publish, ref),
  returnToOwner: (ref: Ref, reason: string) => request(Return, { ...ref, reason }),
  confirm: ({ id, version }: Ref) => request(Confirm, { id, version }),
  revise: (ref: Ref) => request(Revise, ref),
  withdraw: (ref: Ref, reason: string) => request(Withdraw, { ...ref, reason }),
  reopen: (ref: Ref) => request(Reopen, ref),
  close: (ref: Ref) => request(Close, ref),
  delete: (ref: Ref) => request(Delete, ref),
};
/** After a step every list and figure may have changed. */
export const refreshAll = () => queryClient.invalidateQueries();
