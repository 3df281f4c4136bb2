import type { ContractChange, ContractRevocation, ExpertOpinionEntry, MatterFiling, MatterRefiling } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const After = graphql(`
  query ContractAfter($id: ID!) {
    contract(id: $id) {
      id
      version
      status
      techAmount
      registrationNo
      registeredVersion
      nationalNo
      availableActions
      seller {
        id
      }
      buyer {
        id
      }
      branch {
        id
      }
      examination {
        countedFrom
        dueOn
        days
        light
        stops {
          returned
          resubmitted
        }
        rule {
          key
          validFrom
          validTo
          basis
          certainty
          note
        }
      }
      expertOpinions {
        id
        name
        unit
        supports
        opinion
        createdAt
      }
      matters {
        id
        kind
        status
        dueOn
        light
        isOwn
        createdAt
        decidedAt
      }
    }
  }
`);
const One = graphql(`
  query ContractMatter($id: ID!) {
    contractMatter(id: $id) {
      id
      version
      kind
      status
      ground
      reason
      isOwn
      filedByName
      dueOn
      light
      agreedAt
      examinerName
      deciderName
      decidedAt
      opinion
      createdAt
      availableActions
      differences {
        field
        before
        after
      }
      files {
        id
        name
        size
        createdAt
      }
      contract {
        id
        title
        registrationNo
        status
        totalAmount
        refusalCode
        refusalReason
        seller {
          name
        }
        buyer {
          name
        }
      }
    }
  }
`);
const List = graphql(`
  query ContractMatters($all: Boolean!, $page: PageInput!) {
    contractMatters(all: $all, page: $page) {
      total
      items {
        id
        kind
        status
        dueOn
        light
        updatedAt
        contract {
          id
          title
          registrationNo
        }
      }
    }
  }
`);
const File = graphql('mutation FileMatter($input: MatterFilingInput!) { fileMatter(input: $input) { id } }');
const Change = graphql('mutation ProposeContractChange($input: ContractChangeInput!) { proposeContractChange(input: $input) { id } }');
const Revoke = graphql('mutation ProposeRevocation($input: ContractRevocationInput!) { proposeRevocation(input: $input) { id } }');
const Agree = graphql('mutation AgreeToMatter($id: ID!, $version: Int!) { agreeToMatter(id: $id, version: $version) { id } }');
const Withdraw = graphql('mutation WithdrawMatter($id: ID!, $version: Int!) { withdrawMatter(id: $id, version: $version) { id } }');
const Refile = graphql('mutation RefileMatter($input: MatterRefilingInput!) { refileMatter(input: $input) { id } }');
const Examine = graphql('mutation ExamineMatter($input: MatterOpinionInput!) { examineMatter(input: $input) { id } }');
const Return = graphql('mutation ReturnMatter($input: MatterReasonInput!) { returnMatter(input: $input) { id } }');
const Grant = graphql('mutation GrantMatter($input: MatterOpinionInput!) { grantMatter(input: $input) { id } }');
const Refuse = graphql('mutation RefuseMatter($input: MatterReasonInput!) { refuseMatter(input: $input) { id } }');
const Refer = graphql('mutation ReferContractToExperts($id: ID!, $version: Int!, $reason: String!) { referContractToExperts(id: $id, version: $version, reason: $reason) { id } }');
const Hear = graphql('mutation HearExpert($input: ExpertOpinionInput!) { hearExpert(input: $input) { id } }');
const Conclude = graphql('mutation ConcludeExperts($id: ID!, $version: Int!) { concludeExperts(id: $id, version: $version) { id } }');
const National = graphql('mutation EnterNationalNo($input: NationalNoInput!) { enterNationalNo(input: $input) { id } }');

export type AfterContract = ResultOf<typeof After>['contract'];
export type Matter = ResultOf<typeof One>['contractMatter'];
export type MatterItem = ResultOf<typeof List>['contractMatters']['items'][number];
type Ref = { id: string; version: number };
export const pageSize = 20;
export const matterKeys = {
  after: (id: string) => ['contracts', 'after', id],
  one: (id: string) => ['matters', 'one', id],
  list: (all: boolean, page: number) => ['matters', 'list', all, page],
};

export const getAfter = async (id: string) => (await request(After, { id })).contract;
export const getMatter = async (id: string) => (await request(One, { id })).contractMatter;
export const getMatters = async (all: boolean, page: number) => (await request(List, { all, page: { page, size: pageSize } })).contractMatters;
export const fileMatter = async (input: MatterFiling) => (await request(File, { input })).fileMatter.id;
export const proposeChange = async (input: ContractChange) => (await request(Change, { input })).proposeContractChange.id;
export const proposeRevocation = async (input: ContractRevocation) => (await request(Revoke, { input })).proposeRevocation.id;
const ref = ({ id, version }: Ref): Ref => ({ id, version });
export const matterSteps = {
  agree: (m: Ref) => request(Agree, ref(m)),
  withdraw: (m: Ref) => request(Withdraw, ref(m)),
  examine: (m: Ref, opinion: string | null) => request(Examine, { input: { ...ref(m), opinion } }),
  grant: (m: Ref, opinion: string | null) => request(Grant, { input: { ...ref(m), opinion } }),
  return: (m: Ref, reason: string) => request(Return, { input: { ...ref(m), reason } }),
  refuse: (m: Ref, reason: string) => request(Refuse, { input: { ...ref(m), reason } }),
  refile: (input: MatterRefiling) => request(Refile, { input }),
};
export const referToExperts = (c: Ref, reason: string) => request(Refer, { ...ref(c), reason });
export const hearExpert = (input: ExpertOpinionEntry) => request(Hear, { input });
export const concludeExperts = (c: Ref) => request(Conclude, ref(c));
export const enterNationalNo = (c: Ref, nationalNo: string) => request(National, { input: { ...ref(c), nationalNo } });
/** A decision may have changed the contract, its lists and every figure. */
export const refreshMatters = () => queryClient.invalidateQueries();
