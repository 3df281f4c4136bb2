import { z } from 'zod';
import { DomainError } from '../errors.js';
import { rule } from '../issues.js';
import type { Machine } from '../machine.js';

/** 供需对接: one talk between the owner of an item and one qualified bidder, before the review. */
export const ChallengeMeetingStatus = z.enum(['PLANNED', 'HELD', 'CANCELLED']).meta({ id: 'ChallengeMeetingStatus' });
export type ChallengeMeetingStatus = z.infer<typeof ChallengeMeetingStatus>;
export const ChallengeMeetingAction = z
  .enum(['writeMinutes', 'confirmMinutes', 'hold', 'cancel', 'handIntention', 'signIntention'])
  .meta({ id: 'ChallengeMeetingAction' });
export type ChallengeMeetingAction = z.infer<typeof ChallengeMeetingAction>;

/** Minutes are one text that both sides confirm under its hash: the first confirmation waits, the second (`hold`) ends it. The intention follows, as a file. */
export const challengeMeetingMachine: Machine<ChallengeMeetingStatus, ChallengeMeetingAction> = {
  name: 'challengeMeeting',
  initial: 'PLANNED',
  states: ChallengeMeetingStatus.options,
  actions: {
    writeMinutes: { from: ['PLANNED'], to: 'PLANNED', permission: 'challengeMeeting.act' },
    confirmMinutes: { from: ['PLANNED'], to: 'PLANNED', permission: 'challengeMeeting.act' },
    hold: { from: ['PLANNED'], to: 'HELD', permission: 'challengeMeeting.act' },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', permission: 'challenge.answer' },
    handIntention: { from: ['HELD'], to: 'HELD', permission: 'challengeMeeting.act' },
    signIntention: { from: ['HELD'], to: 'HELD', permission: 'challengeMeeting.act' },
  },
};

export const challengeMeetingPlan = z
  .object({
    claimId: z.uuid(),
    at: z.iso.datetime({ offset: true }).meta({ scalar: 'String' }),
    place: z.string().trim().min(2).max(120),
  })
  .meta({ id: 'ChallengeMeetingPlanInput' });
export type ChallengeMeetingPlan = z.output<typeof challengeMeetingPlan>;

export const ChallengeMeetingSide = z.enum(['OWNER', 'BIDDER']).meta({ id: 'ChallengeMeetingSide' });
export type ChallengeMeetingSide = z.infer<typeof ChallengeMeetingSide>;
const attendee = z
  .object({ side: ChallengeMeetingSide, name: z.string().trim().min(2).max(40), title: z.string().trim().max(60) })
  .meta({ id: 'ChallengeMeetingAttendeeInput' });
/** Who spoke for each side, and what was said. */
export const challengeMeetingMinutes = z
  .object({ attendees: z.array(attendee).min(2).max(20), text: z.string().trim().min(20).max(5000) })
  .superRefine(({ attendees }, ctx) => {
    for (const side of ChallengeMeetingSide.options)
      if (!attendees.some((a) => a.side === side)) ctx.addIssue({ code: 'custom', path: ['attendees'], ...rule('both_sides') });
  })
  .meta({ id: 'ChallengeMeetingMinutesInput' });
export type ChallengeMeetingMinutes = z.output<typeof challengeMeetingMinutes>;
/** 合作意向书 as one file. */
export const challengeMeetingIntention = z.object({ fileId: z.uuid() }).meta({ id: 'ChallengeMeetingIntentionInput' });

export const meetingFaults = ['meeting_ahead', 'no_minutes', 'confirmed_already', 'no_intention', 'signed_already', 'intention_signed'] as const;
export type MeetingFault = (typeof meetingFaults)[number];
export type MeetingFacts = {
  /** Its time is past. */
  isPast: boolean;
  hasMinutes: boolean;
  /** The actor's own side. */
  confirmed: boolean;
  hasIntention: boolean;
  signed: boolean;
  signatures: number;
};

const unless = (holds: boolean, fault: MeetingFault): MeetingFault | null => (holds ? null : fault);
const confirming = (f: MeetingFacts) => unless(f.hasMinutes, 'no_minutes') ?? unless(!f.confirmed, 'confirmed_already');
const tests: Partial<Record<ChallengeMeetingAction, (f: MeetingFacts) => MeetingFault | null>> = {
  writeMinutes: (f) => unless(f.isPast, 'meeting_ahead'),
  confirmMinutes: confirming,
  hold: confirming,
  handIntention: (f) => unless(f.signatures < ChallengeMeetingSide.options.length, 'intention_signed'),
  signIntention: (f) => unless(f.hasIntention, 'no_intention') ?? unless(!f.signed, 'signed_already'),
};

/** Why a step cannot be taken although the state allows it; null when it can. */
export function meetingFault(action: ChallengeMeetingAction, facts: MeetingFacts): MeetingFault | null {
  return tests[action]?.(facts) ?? null;
}

/** Refuses it with STEP_NOT_READY. */
export function demandMeetingStep(action: ChallengeMeetingAction, facts: MeetingFacts): void {
  const what = meetingFault(action, facts);
  if (what) throw new DomainError('STEP_NOT_READY', { what });
}
