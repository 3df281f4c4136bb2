import { z } from 'zod';
import type { Machine } from '../machine.js';

export const MeetingStatus = z.enum(['PLANNED', 'MINUTED', 'CONFIRMED', 'CANCELLED']).meta({ id: 'MeetingStatus' });
export type MeetingStatus = z.infer<typeof MeetingStatus>;
export const MeetingAction = z.enum(['plan', 'writeMinutes', 'confirmMinutes', 'cancel']).meta({ id: 'MeetingAction' });
export type MeetingAction = z.infer<typeof MeetingAction>;

/** 会谈: an agenda, then minutes that both sides confirm. Rewriting the minutes takes a confirmation away; what both have confirmed stays. */
export const meetingMachine: Machine<MeetingStatus, MeetingAction> = {
  name: 'meeting',
  initial: 'PLANNED',
  states: MeetingStatus.options,
  actions: {
    plan: { from: ['PLANNED'], to: 'PLANNED', permission: 'negotiation.write' },
    writeMinutes: { from: ['PLANNED', 'MINUTED'], to: 'MINUTED', permission: 'negotiation.write' },
    confirmMinutes: { from: ['MINUTED'], to: 'CONFIRMED', permission: 'termSheet.confirm' },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', permission: 'negotiation.write' },
  },
};

const line = z.string().trim().min(2).max(500);
const people = z.array(z.string().trim().min(2).max(100)).min(1).max(40);

export const meetingAgenda = z
  .object({
    startsAt: z.iso.datetime({ offset: true }).meta({ scalar: 'String' }),
    place: z.string().trim().min(2).max(200),
    agenda: z.array(line).min(1).max(30),
  })
  .meta({ id: 'MeetingAgendaInput' });
export type MeetingAgenda = z.output<typeof meetingAgenda>;

/** Who was there, and what was decided; a meeting that decided nothing has no decisions, but a discussion. */
export const meetingMinutes = z
  .object({ attendees: people, discussion: z.string().trim().min(2).max(4000), decisions: z.array(line).max(30) })
  .meta({ id: 'MeetingMinutesInput' });
export type MeetingMinutes = z.output<typeof meetingMinutes>;
