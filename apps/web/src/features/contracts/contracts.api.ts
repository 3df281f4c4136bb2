import type { ContractFilter, ContractInput } from '@jihui/domain';
import { graphql, type ResultOf, type VariablesOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const ById = graphql(`
  query Contract($id: ID!) {
    contract(id: $id) {
      id
      version
      revision
      status
      type
      contractClass
      title
      subject
      techField
      totalAmount
      techAmount
      amountLines {
        category
        name
        quantity
        unitPrice
        carrier
        needed
        reason
      }
      amounts {
        lines {
          code
          params
          fen
          rule
        }
        rules {
          key
          validFrom
          validTo
          basis
          certainty
          note
        }
      }
      paymentMode
      paymentTerms
      signedOn
      startsOn
      endsOn
      ipOwnership
      acceptance
      confidentiality
      sellerConfirmedRevision
      buyerConfirmedRevision
      submittedAt
      dueOn
      returnReason
      refusalCode
      refusalReason
      registrationNo
      registeredAt
      updatedAt
      negotiationId
      firstReviewerName
      flags
      availableActions
      seller {
        id
        name
        kind
        verified
      }
      buyer {
        id
        name
        kind
        verified
      }
      broker {
        id
        name
      }
      branch {
        id
        name
      }
      achievement {
        id
        title
      }
      demand {
        id
        title
      }
      files {
        id
        name
        size
        createdAt
      }
      checks {
        code
        ok
        variant
        params
        quotes {
          field
          words
        }
      }
      changes {
        field
        before
        after
      }
      reviews {
        id
        stage
        decision
        revision
        reviewerName
        opinion
        createdAt
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
  query MyContracts($filter: ContractFilterInput!, $page: PageInput!) {
    myContracts(filter: $filter, page: $page) {
      total
      items {
        id
        title
        type
        status
        totalAmount
        registrationNo
        dueOn
        updatedAt
        seller {
          id
          name
        }
        buyer {
          id
          name
        }
      }
    }
  }
`);
const Create = graphql('mutation CreateContract($input: ContractCreateInput!) { createContract(input: $input) { id version } }');
const Edit = graphql(
  'mutation EditContract($id: ID!, $version: Int!, $input: ContractInput!) { editContract(id: $id, version: $version, input: $input) { id version } }',
);
const Confirm = graphql('mutation ConfirmContract($id: ID!, $version: Int!) { confirmContract(id: $id, version: $version) { id } }');
const Submit = graphql('mutation SubmitContract($id: ID!, $version: Int!) { submitContract(id: $id, version: $version) { id } }');
const Cancel = graphql('mutation CancelContract($id: ID!, $version: Int!) { cancelContract(id: $id, version: $version) { id } }');
const Attach = graphql('mutation AttachContractFile($id: ID!, $fileId: ID!) { attachContractFile(id: $id, fileId: $fileId) { id } }');
const Detach = graphql('mutation RemoveContractFile($id: ID!, $fileId: ID!) { removeContractFile(id: $id, fileId: $fileId) { id } }');
const Parties = graphql(`
  query ContractParties($text: String, $kind: OrganisationKind, $page: PageInput!) {
    organisations(text: $text, kind: $kind, page: $page) {
      items {
        id
        name
        kind
      }
    }
  }
`);
const OwnAchievements = graphql(
  'query OwnPublishedAchievements($page: PageInput!) { myAchievements(status: PUBLISHED, page: $page) { items { id title } } }',
);
const OwnDemands = graphql(
  'query OwnPublishedDemands($page: PageInput!) { myDemands(status: PUBLISHED, page: $page) { items { id title } } }',
);

export type Contract = ResultOf<typeof ById>['contract'];
export type ContractItem = ResultOf<typeof Mine>['myContracts']['items'][number];
export type PartyOption = ResultOf<typeof Parties>['organisations']['items'][number];
export type ContractCreateInput = VariablesOf<typeof Create>['input'];
export type Ref = { id: string; version: number };

export const pageSize = 20;
const choices = { page: 1, size: 100 };
export const contractKeys = {
  one: (id: string) => ['contracts', 'one', id],
  mine: (filter: ContractFilter, page: number) => ['contracts', 'mine', filter, page],
  desk: (stage: string | null, share: string | null) => ['contracts', 'desk', stage, share],
  parties: (text: string, kind: string | null) => ['contracts', 'parties', text, kind],
};

export const getContract = async (id: string) => (await request(ById, { id })).contract;
export const getMine = async (filter: ContractFilter, page: number) =>
  (await request(Mine, { filter, page: { page, size: pageSize } })).myContracts;
export const getParties = async (text: string, kind: 'BROKER_FIRM' | null) =>
  (await request(Parties, { text: text || null, kind, page: { page: 1, size: 30 } })).organisations.items;
export const getOwnAchievements = async () => (await request(OwnAchievements, { page: choices })).myAchievements.items;
export const getOwnDemands = async () => (await request(OwnDemands, { page: choices })).myDemands.items;
export const createContract = async (input: ContractCreateInput) => (await request(Create, { input })).createContract;
export const editContract = async (ref: Ref, input: ContractInput): Promise<Ref> => (await request(Edit, { ...ref, input })).editContract;

/** The steps of the two sides. */
export const contractSteps = {
  confirm: (ref: Ref) => request(Confirm, ref),
  submit: (ref: Ref) => request(Submit, ref),
  cancel: (ref: Ref) => request(Cancel, ref),
  attach: (id: string, fileId: string) => request(Attach, { id, fileId }),
  removeFile: (id: string, fileId: string) => request(Detach, { id, fileId }),
};
/** After a step every list and figure may have changed. */
export const refreshAll = () => queryClient.invalidateQueries();
