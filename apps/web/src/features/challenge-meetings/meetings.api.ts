import type { ChallengeMeetingMinutes, ChallengeMeetingPlan } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const OfItem = graphql(`
  query ChallengeMeetings($id: ID!) {
    challenge(id: $id) {
      id
      status
      availableActions
      claims {
        id
        status
        organisation {
          name
        }
      }
      meetings {
        id
        version
        claimId
        status
        at
        place
        attendees {
          side
          name
          title
        }
        minutes
        digest
        confirmations {
          side
          name
          at
        }
        intentionFileId
        intentionName
        intentionSha256
        intentionMarks {
          side
          name
          at
        }
        cancelReason
        mySide
        availableActions
        bidder {
          name
        }
      }
    }
  }
`);
const Plan = graphql('mutation PlanMeeting($input: ChallengeMeetingPlanInput!) { planChallengeMeeting(input: $input) { id } }');
const Write = graphql('mutation WriteMeetingMinutes($id: ID!, $version: Int!, $input: ChallengeMeetingMinutesInput!) { writeChallengeMeetingMinutes(id: $id, version: $version, input: $input) { id } }');
const Confirm = graphql('mutation ConfirmMeetingMinutes($id: ID!, $version: Int!) { confirmChallengeMeetingMinutes(id: $id, version: $version) { id } }');
const Hand = graphql('mutation HandMeetingIntention($id: ID!, $version: Int!, $input: ChallengeMeetingIntentionInput!) { handChallengeMeetingIntention(id: $id, version: $version, input: $input) { id } }');
const Sign = graphql('mutation SignMeetingIntention($id: ID!, $version: Int!) { signChallengeMeetingIntention(id: $id, version: $version) { id } }');
const Cancel = graphql('mutation CancelMeeting($id: ID!, $version: Int!, $reason: String!) { cancelChallengeMeeting(id: $id, version: $version, reason: $reason) { id } }');

export type MeetingItem = ResultOf<typeof OfItem>['challenge'];
export type Meeting = MeetingItem['meetings'][number];
type Ref = { id: string; version: number };

export const meetingKeys = { item: (id: string) => ['challengeMeetings', id] };
export const getMeetings = async (id: string) => (await request(OfItem, { id })).challenge;
export const planChallengeMeeting = (input: ChallengeMeetingPlan) => request(Plan, { input });
export const writeMinutes = (ref: Ref, input: ChallengeMeetingMinutes) => request(Write, { ...ref, input });
export const confirmMinutes = (ref: Ref) => request(Confirm, ref);
export const handIntention = (ref: Ref, fileId: string) => request(Hand, { ...ref, input: { fileId } });
export const signIntention = (ref: Ref) => request(Sign, ref);
export const cancelChallengeMeeting = (ref: Ref, reason: string) => request(Cancel, { ...ref, reason });
