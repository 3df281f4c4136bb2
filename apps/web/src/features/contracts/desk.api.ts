import type { DeskShare, RefusalCode, ReviewStage } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';
import type { Ref } from './contracts.api.js';

const Desk = graphql(`
  query ReviewDesk($stage: ReviewStage, $share: DeskShare, $page: PageInput!) {
    desk(stage: $stage, share: $share, page: $page) {
      total
      items {
        id
        version
        title
        type
        status
        totalAmount
        dueOn
        flags
        firstReviewerName
        assigneeName
        seller {
          name
        }
      }
    }
    deskCounts {
      stage
      total
      overdue
    }
  }
`);
const Accept = graphql('mutation AcceptContract($id: ID!, $version: Int!) { acceptContract(id: $id, version: $version) { id } }');
const Claim = graphql('mutation ClaimContract($id: ID!, $version: Int!) { claimContract(id: $id, version: $version) { id } }');
const ApproveFirst = graphql('mutation ApproveContractFirst($input: ContractOpinionInput!) { approveContractFirst(input: $input) { id } }');
const Register = graphql(
  'mutation RegisterContract($input: ContractOpinionInput!) { registerContract(input: $input) { id registrationNo } }',
);
const Return = graphql('mutation ReturnContract($input: ContractReturnInput!) { returnContract(input: $input) { id } }');
const Refuse = graphql('mutation RefuseContract($input: ContractRefusalInput!) { refuseContract(input: $input) { id } }');

export type DeskItem = ResultOf<typeof Desk>['desk']['items'][number];
export type DeskCount = ResultOf<typeof Desk>['deskCounts'][number];

export const getDesk = (stage: ReviewStage | null, share: DeskShare | null) => request(Desk, { stage, share, page: { page: 1, size: 100 } });

/** The decisions of an operator. */
export const deskSteps = {
  accept: (ref: Ref) => request(Accept, ref),
  claim: (ref: Ref) => request(Claim, ref),
  approveFirst: (ref: Ref, opinion: string | null) => request(ApproveFirst, { input: { ...ref, opinion } }),
  register: async (ref: Ref, opinion: string | null) =>
    (await request(Register, { input: { ...ref, opinion } })).registerContract.registrationNo,
  return: (ref: Ref, reason: string) => request(Return, { input: { ...ref, reason } }),
  refuse: (ref: Ref, code: RefusalCode, reason: string) => request(Refuse, { input: { ...ref, code, reason } }),
};
