import type { ContractTextDraft, SignedCopyKind } from '@jihui/domain';
import { graphql, type ResultOf, type VariablesOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Whole = graphql(`
  query ContractWholeText($contractId: ID!) {
    contractText(contractId: $contractId) {
      revision
      name
      text
      sha256
      parties {
        label
        name
        uscc
        place
      }
      articles {
        heading
        state
      }
      clauses {
        key
        text
      }
      questions {
        code
        group
        basis
        certainty
        start
        end
        words
        params
      }
      signedCopies {
        id
        kind
        fileId
        fileName
        sha256
        revision
        textSha256
        addedByName
        createdAt
      }
      signing {
        configured
        name
      }
    }
  }
`);
const Draft = graphql(`
  query ContractTextDraft($id: ID!) {
    contract(id: $id) {
      id
      version
      revision
      status
      updatedAt
      registrationNo
      availableActions
      sellerConfirmedRevision
      buyerConfirmedRevision
      type
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
      paymentMode
      paymentTerms
      signedOn
      startsOn
      endsOn
      ipOwnership
      acceptance
      confidentiality
      brokerId
    }
    contractText(contractId: $id) {
      parties {
        label
        name
        uscc
        place
      }
      clauses {
        key
        text
      }
    }
  }
`);
const Save = graphql(
  'mutation SaveContractText($id: ID!, $version: Int!, $input: ContractTextInput!) { saveContractText(id: $id, version: $version, input: $input) { id version } }',
);
const AddCopy = graphql(
  'mutation AddSignedCopy($contractId: ID!, $fileId: ID!, $kind: SignedCopyKind!) { addSignedCopy(contractId: $contractId, fileId: $fileId, kind: $kind) { id } }',
);

export type WholeText = ResultOf<typeof Whole>['contractText'];
export type Question = WholeText['questions'][number];
export type DraftText = ResultOf<typeof Draft>;
type SaveInput = VariablesOf<typeof Save>['input'];

export const textKeys = { one: (id: string) => ['contracts', 'text', id], draft: (id: string) => ['contract-text-draft', id] };
export const getWholeText = async (contractId: string) => (await request(Whole, { contractId })).contractText;
export const getDraftText = (id: string) => request(Draft, { id });
export const saveText = async (ref: { id: string; version: number }, input: ContractTextDraft) =>
  (await request(Save, { ...ref, input: input satisfies SaveInput })).saveContractText;
export const addSignedCopy = (contractId: string, fileId: string, kind: SignedCopyKind) => request(AddCopy, { contractId, fileId, kind });
export const refreshTexts = () => queryClient.invalidateQueries();
export const documentUrl = (id: string, ending: 'pdf' | 'docx') => `/exports/contracts/${id}.${ending}`;
export const nationalFormUrl = (id: string, ending: 'xlsx' | 'json') => `/exports/contracts/${id}/national-form.${ending}`;
