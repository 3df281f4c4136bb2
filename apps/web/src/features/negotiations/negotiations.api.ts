import type { HandoverRefusalInput, MeetingAgenda, MeetingMinutes, NegotiationStatus, TermAcceptance, TermProposal } from '@jihui/domain';
import { graphql, type ResultOf, type VariablesOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const List = graphql(`
  query Negotiations($status: NegotiationStatus, $page: PageInput!) {
    negotiations(status: $status, page: $page) {
      total
      items {
        id
        title
        status
        mySide
        nextStep
        supplierName
        demanderName
        brokerName
        lastActivityAt
        contractId
      }
    }
  }
`);
const ById = graphql(`
  query Negotiation($id: ID!) {
    negotiation(id: $id) {
      id
      version
      title
      status
      mySide
      nextStep
      isWritable
      isMatched
      availableActions
      agreedNumber
      contractId
      createdAt
      supplierId
      demanderId
      brokerId
      supplierName
      demanderName
      brokerName
      demandId
      achievementId
      demand {
        id
        title
      }
      achievement {
        id
        title
      }
      termWordings {
        id
        key
        number
        type
        totalAmount
        paymentMode
        termMonths
        text
        reason
        side
        proposedByName
        createdAt
        supplierAcceptedAt
        supplierAcceptedByName
        demanderAcceptedAt
        demanderAcceptedByName
      }
      meetings {
        id
        version
        status
        startsAt
        place
        agenda
        plannedByName
        attendees
        discussion
        decisions
        minutesByName
        supplierConfirmedAt
        supplierConfirmedByName
        demanderConfirmedAt
        demanderConfirmedByName
        availableActions
      }
      files {
        id
        name
        size
        updatedAt
        organisationId
      }
      mandates {
        id
        status
        scope
        commissionPermille
        clientName
        brokerFirmName
        createdAt
      }
    }
  }
`);
const Messages = graphql(`
  query NegotiationMessages($negotiationId: ID!, $before: ID) {
    negotiationMessages(negotiationId: $negotiationId, before: $before) {
      id
      authorName
      organisationId
      text
      createdAt
    }
  }
`);
const Contacts = graphql(
  'query NegotiationContacts($negotiationId: ID!) { negotiationContacts(negotiationId: $negotiationId) { side organisationName name phone } }',
);
const Write = graphql(
  'mutation WriteNegotiationMessage($input: NegotiationMessageInput!) { writeNegotiationMessage(input: $input) { id } }',
);
const AddFile = graphql(
  'mutation AddNegotiationFile($negotiationId: ID!, $fileId: ID!) { addNegotiationFile(negotiationId: $negotiationId, fileId: $fileId) { id } }',
);
const Propose = graphql('mutation ProposeTerms($input: TermProposalInput!) { proposeTerms(input: $input) { id } }');
const Accept = graphql('mutation AcceptTerms($input: TermAcceptanceInput!) { acceptTerms(input: $input) { id } }');
const PlanMeeting = graphql(
  'mutation PlanMeeting($negotiationId: ID!, $input: MeetingAgendaInput!) { planMeeting(negotiationId: $negotiationId, input: $input) { id } }',
);
const ChangeMeeting = graphql(
  'mutation ChangeMeeting($id: ID!, $version: Int!, $input: MeetingAgendaInput!) { changeMeeting(id: $id, version: $version, input: $input) { id } }',
);
const WriteMinutes = graphql(
  'mutation WriteMinutes($id: ID!, $version: Int!, $input: MeetingMinutesInput!) { writeMinutes(id: $id, version: $version, input: $input) { id } }',
);
const ConfirmMinutes = graphql('mutation ConfirmMinutes($id: ID!, $version: Int!) { confirmMinutes(id: $id, version: $version) { id } }');
const CancelMeeting = graphql('mutation CancelMeeting($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version) { id } }');
const Draft = graphql(
  'mutation DraftContract($negotiationId: ID!) { draftContractFromTermSheet(negotiationId: $negotiationId) { id contractId } }',
);
const Close = graphql('mutation CloseNegotiation($id: ID!, $version: Int!) { closeNegotiation(id: $id, version: $version) { id } }');
const MyMandates = graphql(`
  query MyMandates($page: PageInput!) {
    myMandates(page: $page) {
      total
      items {
        id
        version
        negotiationId
        demandId
        until
        dueOn
        refusal
        refusalNote
        status
        title
        scope
        commissionPermille
        clientName
        brokerFirmName
        createdAt
        availableActions
      }
    }
  }
`);
const BrokerFirms = graphql('query BrokerFirms { brokerFirms { id name } }');
const Grant = graphql('mutation GrantMandate($input: MandateGrantInput!) { grantMandate(input: $input) { id } }');
const AcceptMandate = graphql(
  'mutation AcceptMandate($id: ID!, $version: Int!) { acceptMandate(id: $id, version: $version) { id negotiationId } }',
);
const AcceptHandover = graphql('mutation AcceptHandover($id: ID!, $version: Int!) { acceptHandover(id: $id, version: $version) { id demandId } }');
const RefuseHandover = graphql(
  'mutation RefuseHandover($id: ID!, $version: Int!, $input: HandoverRefusalInput!) { refuseHandover(id: $id, version: $version, input: $input) { id } }',
);
const DeclineMandate = graphql('mutation DeclineMandate($id: ID!, $version: Int!) { declineMandate(id: $id, version: $version) { id } }');

export type NegotiationItem = ResultOf<typeof List>['negotiations']['items'][number];
export type Negotiation = ResultOf<typeof ById>['negotiation'];
export type Wording = Negotiation['termWordings'][number];
export type Meeting = Negotiation['meetings'][number];
export type Message = ResultOf<typeof Messages>['negotiationMessages'][number];
export type Mandate = ResultOf<typeof MyMandates>['myMandates']['items'][number];
export type MandateInput = VariablesOf<typeof Grant>['input'];
type Ref = { id: string; version: number };

export const pageSize = 20;
export const messagesAtOnce = 50;
export const negotiationKeys = {
  list: (status: NegotiationStatus | null, page: number) => ['negotiations', 'list', status, page],
  one: (id: string) => ['negotiations', 'one', id],
  messages: (id: string) => ['negotiations', 'messages', id],
  contacts: (id: string) => ['negotiations', 'contacts', id],
  mandates: (page: number) => ['negotiations', 'mandates', page],
  brokers: ['negotiations', 'brokers'],
};

export const getNegotiations = async (status: NegotiationStatus | null, page: number) =>
  (await request(List, { status, page: { page, size: pageSize } })).negotiations;
export const getNegotiation = async (id: string) => (await request(ById, { id })).negotiation;
export const getMessages = async (negotiationId: string, before?: string) =>
  (await request(Messages, { negotiationId, before: before ?? null })).negotiationMessages;
export const getContacts = async (negotiationId: string) => (await request(Contacts, { negotiationId })).negotiationContacts;
export const getMandates = async (page: number) => (await request(MyMandates, { page: { page, size: pageSize } })).myMandates;
export const getBrokerFirms = async () => (await request(BrokerFirms)).brokerFirms;
export const writeMessage = (negotiationId: string, text: string) => request(Write, { input: { negotiationId, text } });
export const addFile = (negotiationId: string, fileId: string) => request(AddFile, { negotiationId, fileId });
export const proposeTerms = (input: TermProposal) => request(Propose, { input });
export const acceptTerms = (input: TermAcceptance) => request(Accept, { input });
export const planMeeting = (negotiationId: string, input: MeetingAgenda) => request(PlanMeeting, { negotiationId, input });
export const changeMeeting = (ref: Ref, input: MeetingAgenda) => request(ChangeMeeting, { ...ref, input });
export const writeMinutes = (ref: Ref, input: MeetingMinutes) => request(WriteMinutes, { ...ref, input });
export const confirmMinutes = (ref: Ref) => request(ConfirmMinutes, ref);
export const cancelMeeting = (ref: Ref) => request(CancelMeeting, ref);
export const draftContract = async (negotiationId: string) =>
  (await request(Draft, { negotiationId })).draftContractFromTermSheet.contractId;
export const closeNegotiation = (ref: Ref) => request(Close, ref);
export const grantMandate = (input: MandateInput) => request(Grant, { input });
export const acceptMandate = async (ref: Ref) => (await request(AcceptMandate, ref)).acceptMandate.negotiationId;
export const acceptHandover = async (ref: Ref) => (await request(AcceptHandover, ref)).acceptHandover.demandId;
export const refuseHandover = (ref: Ref, input: HandoverRefusalInput) => request(RefuseHandover, { ...ref, input });
export const declineMandate = (ref: Ref) => request(DeclineMandate, ref);

/** After a step the room, the lists and the overview may have changed. */
export const refreshRoom = () =>
  Promise.all(['negotiations', 'contracts', 'overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
