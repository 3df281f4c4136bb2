import type {
  ChallengeObjectionInput,
  finalRequest,
  milestoneEvidence,
  RaceDecision,
  ReceiptKind,
  TaskAcceptance,
  TaskBook,
  TaskChange,
  TaskExemption,
  TaskTermination,
} from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import type { z } from 'zod';
import { queryClient, request } from '../../lib/api.js';

const OfItem = graphql(`
  query ChallengePerformance($id: ID!) {
    challenge(id: $id) {
      id
      version
      status
      mode
      isOrganiser
      availableActions
      gates {
        name
        day
        rule
      }
      objections {
        id
        version
        createdAt
        receipt
        name
        contact
        text
        upheld
        answer
        answeredAt
      }
      tasks {
        id
        status
        startedOn
        acceptedOn
        endedOn
        endReason
        gatesPassed
        availableActions
        mySide
        organisation {
          name
        }
        milestones {
          name
          day
          kind
          passed
          checkedOn
        }
      }
    }
  }
`);
const ById = graphql(`
  query ChallengeTask($id: ID!) {
    challengeTask(id: $id) {
      id
      version
      title
      status
      contractId
      contractStatus
      bookText
      pledge
      digest
      signatures {
        side
        name
        at
      }
      milestones {
        name
        day
        kind
        gate
        passed
        checkedOn
      }
      milestoneFiles {
        index
        deliverable
        evidence
        files {
          id
          name
          sha256
        }
        handedAt
        comment
      }
      endsOn
      change
      gatesPassed
      startedOn
      acceptedOn
      endedOn
      endReason
      cause
      acceptance
      finalFiles {
        id
        name
        sha256
      }
      clawBack
      repaid
      mySide
      availableActions
      organisation {
        id
        name
      }
      challenge {
        id
        number
        endsOn
        mode
        isOrganiser
        indicators {
          name
          target
          unit
          must
        }
        gates {
          name
          day
        }
        paymentPlan {
          name
          percent
        }
        organisation {
          id
          name
        }
      }
      payments {
        gate
        name
        openedOn
        fiscal
        cash
        released
      }
      receipts {
        id
        kind
        amount
        receivedOn
        note
        confirmedOn
      }
      releases {
        id
        gate
        amount
        releasedOn
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
const Check = graphql(
  'query ReleaseCheck($taskId: ID!, $input: TaskReleaseInput!) { releaseCheck(taskId: $taskId, input: $input) { allowed lines { code ok params basis } } }',
);
const Object_ = graphql('mutation ObjectToChallenge($input: ChallengeObjectionInput!) { receipt: objectToChallenge(input: $input) }');
const Answer = graphql(
  'mutation AnswerChallengeObjection($input: ChallengeObjectionAnswerInput!) { answerChallengeObjection(input: $input) { id } }',
);
const Gate = graphql(
  'mutation DecideRaceGate($id: ID!, $version: Int!, $input: RaceDecisionInput!) { decideRaceGate(id: $id, version: $version, input: $input) { id } }',
);
const Draft = graphql('mutation DraftTaskContract($id: ID!, $version: Int!) { draftTaskContract(id: $id, version: $version) { id contractId } }');
const Write = graphql('mutation WriteTaskBook($id: ID!, $version: Int!, $input: TaskBookInput!) { writeTaskBook(id: $id, version: $version, input: $input) { id } }');
const Sign = graphql('mutation SignTask($id: ID!, $version: Int!) { signTask(id: $id, version: $version) { id } }');
const Start = graphql('mutation StartTask($id: ID!, $version: Int!) { startTask(id: $id, version: $version) { id } }');
const Decline = graphql('mutation DeclineTask($id: ID!, $version: Int!, $reason: String!) { declineTask(id: $id, version: $version, reason: $reason) { id } }');
const Hand = graphql('mutation HandMilestone($id: ID!, $version: Int!, $input: MilestoneEvidenceInput!) { handMilestone(id: $id, version: $version, input: $input) { id } }');
const CheckOne = graphql('mutation CheckMilestone($id: ID!, $version: Int!, $input: MilestoneCheckInput!) { checkMilestone(id: $id, version: $version, input: $input) { id } }');
const Propose = graphql('mutation ProposeTaskChange($id: ID!, $version: Int!, $input: TaskChangeInput!) { proposeTaskChange(id: $id, version: $version, input: $input) { id } }');
const Agree = graphql('mutation AgreeTaskChange($id: ID!, $version: Int!) { agreeTaskChange(id: $id, version: $version) { id } }');
const Settle = graphql('mutation SettleTaskChange($id: ID!, $version: Int!, $approved: Boolean!) { settleTaskChange(id: $id, version: $version, approved: $approved) { id } }');
const Final = graphql('mutation RequestTaskFinal($id: ID!, $version: Int!, $input: FinalRequestInput!) { requestTaskFinal(id: $id, version: $version, input: $input) { id } }');
const ReturnFinal = graphql('mutation ReturnTaskFinal($id: ID!, $version: Int!, $reason: String!) { returnTaskFinal(id: $id, version: $version, reason: $reason) { id } }');
const Accept = graphql('mutation AcceptTask($id: ID!, $version: Int!, $input: TaskAcceptanceInput!) { acceptTask(id: $id, version: $version, input: $input) { id } }');
const Exempt = graphql('mutation ExemptTask($id: ID!, $version: Int!, $input: TaskExemptionInput!) { exemptTask(id: $id, version: $version, input: $input) { id } }');
const Terminate = graphql('mutation TerminateTask($id: ID!, $version: Int!, $input: TaskTerminationInput!) { terminateTask(id: $id, version: $version, input: $input) { id } }');
const Close = graphql('mutation CloseTask($id: ID!, $version: Int!) { closeTask(id: $id, version: $version) { id } }');
const Receipt = graphql('mutation RecordReceipt($id: ID!, $version: Int!, $input: TaskReceiptInput!) { recordReceipt(id: $id, version: $version, input: $input) { id } }');
const Confirm = graphql('mutation ConfirmReceipt($id: ID!) { confirmReceipt(id: $id) { id } }');
const Release = graphql('mutation ReleaseFiscal($id: ID!, $version: Int!, $input: TaskReleaseInput!) { releaseFiscal(id: $id, version: $version, input: $input) { id } }');
const Repay = graphql('mutation RecordRepayment($id: ID!, $version: Int!, $amount: Fen!) { recordRepayment(id: $id, version: $version, amount: $amount) { id } }');

export type Item = ResultOf<typeof OfItem>['challenge'];
export type Objection = Item['objections'][number];
export type Task = ResultOf<typeof ById>['challengeTask'];
export type Ref = { id: string; version: number };

export const taskKeys = {
  item: (id: string) => ['challengePerformance', id],
  one: (id: string) => ['challengeTask', id],
  check: (id: string, gate: number, amount: string) => ['releaseCheck', id, gate, amount],
};
export const getItem = async (id: string) => (await request(OfItem, { id })).challenge;
export const getTask = async (id: string) => (await request(ById, { id })).challengeTask;
export const getCheck = async (taskId: string, gate: number, amount: string) => (await request(Check, { taskId, input: { gate, amount } })).releaseCheck;
export const objectTo = async (input: ChallengeObjectionInput) => (await request(Object_, { input })).receipt;
export const answerObjection = (input: { id: string; version: number; upheld: boolean; answer: string }) => request(Answer, { input });
export const decideGate = (ref: Ref, input: RaceDecision) => request(Gate, { ...ref, input });
export const plainTaskSteps = {
  draftContract: (ref: Ref) => request(Draft, ref),
  sign: (ref: Ref) => request(Sign, ref),
  start: (ref: Ref) => request(Start, ref),
  agreeChange: (ref: Ref) => request(Agree, ref),
  close: (ref: Ref) => request(Close, ref),
};
export const reasonedTaskSteps = {
  decline: (ref: Ref, reason: string) => request(Decline, { ...ref, reason }),
  returnFinal: (ref: Ref, reason: string) => request(ReturnFinal, { ...ref, reason }),
};
export const writeBook = (ref: Ref, { milestones, ...book }: TaskBook) =>
  request(Write, { ...ref, input: { ...book, milestones: milestones.map((m) => ({ ...m, gate: m.gate ?? null })) } });
export const hand = (ref: Ref, { fileIds = [], ...input }: z.output<typeof milestoneEvidence>) => request(Hand, { ...ref, input: { ...input, fileIds } });
export const requestFinal = (ref: Ref, { fileIds = [] }: z.output<typeof finalRequest>) => request(Final, { ...ref, input: { fileIds } });
export const checkMilestone = (ref: Ref, input: { index: number; passed: boolean; comment: string }) => request(CheckOne, { ...ref, input });
export const proposeChange = (ref: Ref, input: TaskChange) => request(Propose, { ...ref, input });
export const settleChange = (ref: Ref, approved: boolean) => request(Settle, { ...ref, approved });
export const accept = (ref: Ref, input: TaskAcceptance) => request(Accept, { ...ref, input });
export const exempt = (ref: Ref, input: TaskExemption) => request(Exempt, { ...ref, input });
export const terminate = (ref: Ref, input: TaskTermination) => request(Terminate, { ...ref, input });
export const recordReceipt = (ref: Ref, input: { kind: ReceiptKind; amount: string; receivedOn: string; note: string }) => request(Receipt, { ...ref, input });
export const confirmReceipt = (id: string) => request(Confirm, { id });
export const release = (ref: Ref, input: { gate: number; amount: string }) => request(Release, { ...ref, input });
export const repay = (ref: Ref, amount: string) => request(Repay, { ...ref, amount });
export const refreshTasks = () => queryClient.invalidateQueries();
