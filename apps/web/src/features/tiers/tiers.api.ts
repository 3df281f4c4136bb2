import type { NdaAcceptance, NdaBox, NdaStatus, NdaWishInput, TierEdit, TierSubject } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Parts = graphql(`
  query ConfidentialParts($subjectKind: TierSubject!, $subjectId: ID!) {
    confidentialParts(subjectKind: $subjectKind, subjectId: $subjectId) {
      subjectKind
      subjectId
      version
      ownerId
      ownerName
      state
      approvalRequired
      accessMonths
      termYears
      hasText
      fileCount
      text
      files {
        id
        name
        size
        addedAt
      }
      nda {
        id
        version
        status
        acceptedAt
        openUntil
        reason
        availableActions
      }
      authorised
      wish {
        id
        version
        purpose
        askedByName
        createdAt
      }
    }
  }
`);
const Draft = graphql('query NdaDraft($input: TierRefInput!) { ndaDraft(input: $input) { text sha256 approvalRequired } }');
const Ndas = graphql(`
  query Ndas($box: NdaBox!, $status: NdaStatus, $page: PageInput!) {
    ndas(box: $box, status: $status, page: $page) {
      total
      items {
        id
        version
        subjectKind
        subjectId
        status
        title
        purpose
        readerName
        ownerName
        text
        sha256
        acceptedByName
        acceptedAt
        answeredByName
        answeredAt
        openUntil
        bindsUntil
        reason
        isInForce
        availableActions
      }
    }
  }
`);
const Openings = graphql(`
  query TierOpenings($box: NdaBox!, $subjectId: ID, $page: PageInput!) {
    tierOpenings(box: $box, subjectId: $subjectId, page: $page) {
      total
      items {
        id
        createdAt
        subjectKind
        subjectId
        title
        readerName
        personName
        what
        fileName
        code
      }
    }
  }
`);
const Save = graphql('mutation SaveConfidentialPart($input: TierEditInput!) { saveConfidentialPart(input: $input) { version } }');
const AddFile = graphql(
  'mutation AddConfidentialFile($subjectKind: TierSubject!, $subjectId: ID!, $fileId: ID!) { addConfidentialFile(subjectKind: $subjectKind, subjectId: $subjectId, fileId: $fileId) { version } }',
);
const RemoveFile = graphql('mutation RemoveConfidentialFile($fileId: ID!) { removeConfidentialFile(fileId: $fileId) { version } }');
const OpenText = graphql('mutation OpenConfidentialText($input: TierRefInput!) { openConfidentialText(input: $input) }');
const Accept = graphql('mutation AcceptNda($input: NdaAcceptanceInput!) { acceptNda(input: $input) { id status } }');
const Cancel = graphql('mutation CancelNda($id: ID!, $version: Int!) { cancelNda(id: $id, version: $version) { id } }');
const Wishes = graphql('query NdaWishes { ndaWishes { id version subjectKind subjectId title purpose askedByName createdAt } }');
const Ask = graphql('mutation AskForNda($input: NdaWishInput!) { askForNda(input: $input) { id } }');
const Dismiss = graphql('mutation DismissNdaWish($id: ID!, $version: Int!) { dismissNdaWish(id: $id, version: $version) { id } }');
const Approve = graphql('mutation ApproveNda($id: ID!, $version: Int!) { approveNda(id: $id, version: $version) { id } }');
const Decline = graphql(
  'mutation DeclineNda($id: ID!, $version: Int!, $reason: String!) { declineNda(id: $id, version: $version, reason: $reason) { id } }',
);
const End = graphql(
  'mutation EndNda($id: ID!, $version: Int!, $reason: String!) { endNda(id: $id, version: $version, reason: $reason) { id } }',
);

export type ConfidentialPart = ResultOf<typeof Parts>['confidentialParts'][number];
export type Nda = ResultOf<typeof Ndas>['ndas']['items'][number];
export type Wish = ResultOf<typeof Wishes>['ndaWishes'][number];
export type Opening = ResultOf<typeof Openings>['tierOpenings']['items'][number];
type Ref = { id: string; version: number };

export const pageSize = 20;
export const tierKeys = {
  parts: (kind: TierSubject, id: string) => ['tiers', 'parts', kind, id],
  draft: (kind: TierSubject, id: string, ownerId: string | null) => ['tiers', 'draft', kind, id, ownerId],
  ndas: (box: NdaBox, status: NdaStatus | null, page: number) => ['tiers', 'ndas', box, status, page],
  wishes: ['tiers', 'wishes'],
  openings: (box: NdaBox, subjectId: string | null, page: number) => ['tiers', 'openings', box, subjectId, page],
};
export const refOf = ({ subjectKind, subjectId, ownerId }: ConfidentialPart) => ({ subjectKind, subjectId, ownerId });

export const getParts = async (subjectKind: TierSubject, subjectId: string) =>
  (await request(Parts, { subjectKind, subjectId })).confidentialParts;
export const getDraft = async (part: ConfidentialPart) => (await request(Draft, { input: refOf(part) })).ndaDraft;
export const getNdas = async (box: NdaBox, status: NdaStatus | null, page: number) =>
  (await request(Ndas, { box, status, page: { page, size: pageSize } })).ndas;
export const getOpenings = async (box: NdaBox, subjectId: string | null, page: number, size = pageSize) =>
  (await request(Openings, { box, subjectId, page: { page, size } })).tierOpenings;
export const savePart = (input: TierEdit) => request(Save, { input });
export const addFile = (subjectKind: TierSubject, subjectId: string, fileId: string) =>
  request(AddFile, { subjectKind, subjectId, fileId });
export const removeFile = (fileId: string) => request(RemoveFile, { fileId });
export const openText = async (part: ConfidentialPart) => (await request(OpenText, { input: refOf(part) })).openConfidentialText;
export const acceptNda = async (input: NdaAcceptance) => (await request(Accept, { input })).acceptNda;
export const getWishes = async () => (await request(Wishes)).ndaWishes;
export const askForNda = (input: NdaWishInput) => request(Ask, { input });
export const dismissWish = ({ id, version }: Ref) => request(Dismiss, { id, version });
export const ndaSteps = {
  cancel: ({ id, version }: Ref) => request(Cancel, { id, version }),
  approve: ({ id, version }: Ref) => request(Approve, { id, version }),
  decline: ({ id, version }: Ref, reason: string) => request(Decline, { id, version, reason }),
  end: ({ id, version }: Ref, reason: string) => request(End, { id, version, reason }),
};
export const refreshTiers = () => queryClient.invalidateQueries({ queryKey: ['tiers'] });
