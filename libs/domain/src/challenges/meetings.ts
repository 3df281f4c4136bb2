import { z } from 'zod';
import { DomainError } from '../errors.js';
import { rule } from '../issues.js';
import type { Machine } from '../machine.js';

/** 供需对接: one talk between the owner of an item and one qualified bidder, before the review. */
export const MeetingStatus = z.enum(['PLANNED', 'HELD', 'CANCELLED']).meta({ id: 'MeetingStatus' });
export type MeetingStatus = z.infer<typeof MeetingStatus>;
export const MeetingAction = z
  .enum(['writeMinutes', 'confirmMinutes', 'hold', 'cancel', 'handIntention', 'signIntention'])
  .meta({ id: 'MeetingAction' });
export type MeetingAction = z.infer<typeof MeetingAction>;

/** Minutes are one text that both sides confirm under its hash: the first confirmation waits, the second (`hold`) ends it. The intention follows, as a file. */
export const meetingMachine: Machine<MeetingStatus, MeetingAction> = {
  name: 'meeting',
  initial: 'PLANNED',
  states: MeetingStatus.options,
  actions: {
    writeMinutes: { from: ['PLANNED'], to: 'PLANNED', permission: 'meeting.act' },
    confirmMinutes: { from: ['PLANNED'], to: 'PLANNED', permission: 'meeting.act' },
    hold: { from: ['PLANNED'], to: 'HELD', permission: 'meeting.act' },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', permission: 'challenge.answer' },
    handIntention: { from: ['HELD'], to: 'HELD', permission: 'meeting.act' },
    signIntention: { from: ['HELD'], to: 'HELD', permission: 'meeting.act' },
  },
};

export const meetingPlan = z
  .object({
    claimId: z.uuid(),
    at: z.iso.datetime({ offset: true }).meta({ scalar: 'String' }),
    place: z.string().trim().min(2).max(120),
  })
  .meta({ id: 'MeetingPlanInput' });
export type MeetingPlan = z.output<typeof meetingPlan>;

export const MeetingSide = z.enum(['OWNER', 'BIDDER']).meta({ id: 'MeetingSide' });
export type MeetingSide = z.infer<typeof MeetingSide>;
const attendee = z
  .object({ side: MeetingSide, name: z.string().trim().min(2).max(40), title: z.string().trim().max(60) })
  .meta({ id: 'MeetingAttendeeInput' });
/** Who spoke for each side, and what was said. */
export const meetingMinutes = z
  .object({ attendees: z.array(attendee).min(2).max(20), text: z.string().trim().min(20).max(5000) })
  .superRefine(({ attendees }, ctx) => {
    for (const side of MeetingSide.options)
      if (!attendees.some((a) => a.side === side)) ctx.addIssue({ code: 'custom', path: ['attendees'], ...rule('both_sides') });
  })
  .meta({ id: 'MeetingMinutesInput' });
export type MeetingMinutes = z.output<typeof meetingMinutes>;
/** 合作意向书 as one file. */
export const meetingIntention = z.object({ fileId: z.uuid() }).meta({ id: 'MeetingIntentionInput' });

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
const tests: Partial<Record<MeetingAction, (f: MeetingFacts) => MeetingFault | null>> = {
  writeMinutes: (f) => unless(f.isPast, 'meeting_ahead'),
  confirmMinutes: confirming,
  hold: confirming,
  handIntention: (f) => unless(f.signatures < MeetingSide.options.length, 'intention_signed'),
  signIntention: (f) => unless(f.hasIntention, 'no_intention') ?? unless(!f.signed, 'signed_already'),
};

/** Why a step cannot be taken although the state allows it; null when it can. */
export function meetingFault(action: MeetingAction, facts: MeetingFacts): MeetingFault | null {
  return tests[action]?.(facts) ?? null;
}

/** Refuses it with STEP_NOT_READY. */
export function demandMeetingStep(action: MeetingAction, facts: MeetingFacts): void {
  const what = meetingFault(action, facts);
  if (what) throw new DomainError('STEP_NOT_READY', { what });
}
