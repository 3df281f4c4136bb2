import type { z } from 'zod';
import type { organisationCreate, organisationEdit, OrganisationKind, organisationSignUp } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const List = graphql(`
  query Organisations($kind: OrganisationKind, $regionCode: String, $text: String, $page: PageInput!) {
    organisations(kind: $kind, regionCode: $regionCode, text: $text, page: $page) {
      total
      items {
        id
        kind
        name
        nameEn
        intro
        disciplines
        region {
          code
          name
          nameEn
        }
      }
    }
  }
`);
const ById = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id
      version
      kind
      name
      nameEn
      uscc
      regionCode
      status
      intro
      address
      rejectionReason
      submittedAt
      disciplines
      branchCode
      availableActions
      canEdit
      createdAt
      region {
        code
        name
        nameEn
      }
      branch {
        id
        name
      }
      applicant {
        name
        email
        phone
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
const Queue = graphql(`
  query OrganisationsToVerify($page: PageInput!) {
    organisationsToVerify(page: $page) {
      total
      items {
        id
        name
        kind
        submittedAt
        region {
          name
        }
      }
    }
  }
`);
const SignUp = graphql(
  'mutation SignUpOrganisation($input: OrganisationSignUpInput!) { signUpOrganisation(input: $input) { id name branch { name } } }',
);
const Edit = graphql(
  'mutation EditOrganisation($id: ID!, $version: Int!, $input: OrganisationEditInput!) { editOrganisation(id: $id, version: $version, input: $input) { id } }',
);
const Create = graphql('mutation CreateOrganisation($input: OrganisationCreateInput!) { createOrganisation(input: $input) { id name } }');
const Verify = graphql('mutation VerifyOrganisation($id: ID!, $version: Int!) { verifyOrganisation(id: $id, version: $version) { id } }');
const Reject = graphql(
  'mutation RejectOrganisation($id: ID!, $version: Int!, $reason: String!) { rejectOrganisation(id: $id, version: $version, reason: $reason) { id } }',
);
const Resubmit = graphql(
  'mutation ResubmitOrganisation($id: ID!, $version: Int!) { resubmitOrganisation(id: $id, version: $version) { id } }',
);
const Suspend = graphql(
  'mutation SuspendOrganisation($id: ID!, $version: Int!, $reason: String!) { suspendOrganisation(id: $id, version: $version, reason: $reason) { id } }',
);
const Restore = graphql(
  'mutation RestoreOrganisation($id: ID!, $version: Int!) { restoreOrganisation(id: $id, version: $version) { id } }',
);

export type Organisation = ResultOf<typeof ById>['organisation'];
export type OrganisationItem = ResultOf<typeof List>['organisations']['items'][number];
export type QueuedOrganisation = ResultOf<typeof Queue>['organisationsToVerify']['items'][number];
export type SignedUp = ResultOf<typeof SignUp>['signUpOrganisation'];
export type Ref = { id: string; version: number };
export type OrganisationFilter = { kind: OrganisationKind | null; regionCode: string | null; text: string | null; page: number };

export const organisationKeys = {
  list: (filter: OrganisationFilter) => ['organisations', 'list', filter],
  one: (id: string) => ['organisations', 'one', id],
  queue: ['organisations', 'queue'],
};
export const pageSize = 20;

export const getOrganisations = async ({ page, ...filter }: OrganisationFilter) =>
  (await request(List, { ...filter, page: { page, size: pageSize } })).organisations;
export const getOrganisation = async (id: string) => (await request(ById, { id })).organisation;
export const getQueue = async () => (await request(Queue, { page: { page: 1, size: 50 } })).organisationsToVerify;
export const signUp = async (input: z.output<typeof organisationSignUp>) => (await request(SignUp, { input })).signUpOrganisation;
export const editOrganisation = (ref: Ref, input: z.output<typeof organisationEdit>) => request(Edit, { ...ref, input });
export const createOrganisation = async (input: z.output<typeof organisationCreate>) =>
  (await request(Create, { input })).createOrganisation;

/** The steps of the lifecycle that a button takes. */
export const organisationSteps = {
  verify: (ref: Ref) => request(Verify, ref),
  reject: (ref: Ref, reason: string) => request(Reject, { ...ref, reason }),
  resubmit: (ref: Ref) => request(Resubmit, ref),
  suspend: (ref: Ref, reason: string) => request(Suspend, { ...ref, reason }),
  restore: (ref: Ref) => request(Restore, ref),
};
/** After a step every list and the session's own organisation may have changed. */
export const refreshAll = () => queryClient.invalidateQueries();
