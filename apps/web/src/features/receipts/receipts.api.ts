import type { FollowUpDone, ReceiptEntry, RoyaltyStatement } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Money = graphql(`
  query ContractMoney($id: ID!) {
    contract(id: $id) {
      id
      title
      status
      totalAmount
      techAmount
      seller {
        id
      }
      buyer {
        id
      }
      branch {
        id
      }
      income {
        received
        techIncome
        outstanding
        royalties
      }
      receipts {
        id
        version
        kind
        amount
        techIncome
        receivedOn
        voucherNo
        invoiceNo
        voucherFileId
        invoiceFileId
        note
        excessReason
        voidedAt
        voidReason
      }
      royaltyStatements {
        id
        version
        status
        from
        until
        sales
        royalty
        performance
        dispute
      }
      followUps {
        id
        version
        kind
        dueOn
        light
        doneOn
        note
        fileId
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
  }
`);
const Income = graphql('query TechIncome { techIncome { unitId unitName year receipts amount techIncome } }');
const Tasks = graphql(`
  query MyFollowUps($page: PageInput!) {
    myFollowUps(page: $page) {
      total
      items {
        id
        kind
        dueOn
        light
        contract {
          id
          title
          registrationNo
        }
      }
    }
  }
`);
const Enter = graphql('mutation EnterReceipt($input: ReceiptInput!) { enterReceipt(input: $input) { id } }');
const Void = graphql('mutation VoidReceipt($input: ReceiptVoidingInput!) { voidReceipt(input: $input) { id } }');
const Report = graphql('mutation ReportRoyalty($input: RoyaltyStatementInput!) { reportRoyalty(input: $input) { id } }');
const Confirm = graphql('mutation ConfirmRoyalty($id: ID!, $version: Int!) { confirmRoyalty(id: $id, version: $version) { id } }');
const Dispute = graphql('mutation DisputeRoyalty($id: ID!, $version: Int!, $reason: String!) { disputeRoyalty(id: $id, version: $version, reason: $reason) { id } }');
const Finish = graphql('mutation FinishFollowUp($input: FollowUpDoneInput!) { finishFollowUp(input: $input) { id } }');

export type MoneyContract = ResultOf<typeof Money>['contract'];
export type Receipt = MoneyContract['receipts'][number];
export type Royalty = MoneyContract['royaltyStatements'][number];
export type FollowUp = MoneyContract['followUps'][number];
export type TechIncome = ResultOf<typeof Income>['techIncome'][number];
export type Task = ResultOf<typeof Tasks>['myFollowUps']['items'][number];
type Ref = { id: string; version: number };
export const receiptKeys = { money: (id: string) => ['contracts', 'money', id], income: ['tech-income'], tasks: ['follow-ups'] };

export const getMoney = async (id: string) => (await request(Money, { id })).contract;
export const getTechIncome = async () => (await request(Income)).techIncome;
export const getTasks = async () => (await request(Tasks, { page: { page: 1, size: 100 } })).myFollowUps;
export const enterReceipt = (input: ReceiptEntry) => request(Enter, { input });
export const voidReceipt = ({ id, version }: Ref, reason: string) => request(Void, { input: { id, version, reason } });
export const reportRoyalty = (input: RoyaltyStatement) => request(Report, { input });
export const confirmRoyalty = ({ id, version }: Ref) => request(Confirm, { id, version });
export const disputeRoyalty = ({ id, version }: Ref, reason: string) => request(Dispute, { id, version, reason });
export const finishFollowUp = (input: FollowUpDone) => request(Finish, { input });
export const refreshMoney = () => queryClient.invalidateQueries();
