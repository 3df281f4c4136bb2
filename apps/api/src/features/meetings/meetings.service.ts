import { Injectable } from '@nestjs/common';
import { DomainError, meetingMachine, negotiationMachine, next, type MeetingAgenda, type MeetingMinutes } from '@jihui/domain';
import { may } from '../../platform/auth/actor.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';
import { Meeting } from './meeting.entity.js';

const unconfirmed = { supplierConfirmedAt: null, supplierConfirmedByName: null, demanderConfirmedAt: null, demanderConfirmedByName: null };

/** Meetings of a room: planned by anybody in it, minuted, and confirmed by both sides. */
@Injectable()
export class Meetings {
  async plan(tx: Tx, negotiationId: string, { startsAt, place, agenda }: MeetingAgenda): Promise<Meeting> {
    await openRoom(tx, negotiationId, 'negotiation.write');
    const meeting = await tx.insert(Meeting, {
      ...{ ...unconfirmed, negotiationId, place, agenda, startsAt: new Date(startsAt), status: meetingMachine.initial },
      ...{ plannedByName: tx.actor.name, attendees: [], decisions: [], discussion: null, minutesByName: null },
    });
    await tx.record('meeting.planned', meeting.id, {});
    return meeting;
  }

  /** Another time, place or agenda, until there are minutes. */
  async change(tx: Tx, ref: Ref, { startsAt, place, agenda }: MeetingAgenda): Promise<Meeting> {
    const { meeting } = await this.lock(tx, ref, 'negotiation.write');
    const status = next(meetingMachine, meeting.status, 'plan');
    await tx.save(Object.assign(meeting, { status, startsAt: new Date(startsAt), place, agenda, plannedByName: tx.actor.name }));
    await tx.record('meeting.planned', meeting.id, {});
    return meeting;
  }

  /** New minutes take both confirmations away; the side that wrote them stands behind them, if the writer may speak for it. */
  async minute(tx: Tx, ref: Ref, minutes: MeetingMinutes): Promise<Meeting> {
    const { meeting, talk } = await this.lock(tx, ref, 'negotiation.write');
    const status = next(meetingMachine, meeting.status, 'writeMinutes');
    if (meeting.startsAt > tx.now) throw new DomainError('ILLEGAL_TRANSITION', { machine: meetingMachine.name, state: meeting.status, action: 'writeMinutes' });
    Object.assign(meeting, { ...minutes, ...unconfirmed, ...(may(tx.actor, 'termSheet.confirm') ? confirmationOf(tx, talk) : {}), status });
    await tx.save(Object.assign(meeting, { minutesByName: tx.actor.name }));
    await tx.record('meeting.minuted', meeting.id, {});
    return meeting;
  }

  async confirm(tx: Tx, ref: Ref): Promise<Meeting> {
    const { meeting, talk } = await this.lock(tx, ref, 'termSheet.confirm');
    const status = next(meetingMachine, meeting.status, 'confirmMinutes');
    const own = talk.supplierId === tx.actor.organisationId ? meeting.supplierConfirmedAt : meeting.demanderConfirmedAt;
    if (own) throw new DomainError('ALREADY_CONFIRMED');
    Object.assign(meeting, confirmationOf(tx, talk));
    if (meeting.supplierConfirmedAt && meeting.demanderConfirmedAt) meeting.status = status;
    await tx.save(meeting);
    await tx.record('meeting.confirmed', meeting.id, {});
    return meeting;
  }

  async cancel(tx: Tx, ref: Ref): Promise<Meeting> {
    const { meeting } = await this.lock(tx, ref, 'negotiation.write');
    meeting.status = next(meetingMachine, meeting.status, 'cancel');
    await tx.save(meeting);
    await tx.record('meeting.cancelled', meeting.id, {});
    return meeting;
  }

  private async lock(tx: Tx, ref: Ref, permission: 'negotiation.write' | 'termSheet.confirm'): Promise<{ meeting: Meeting; talk: Negotiation }> {
    const { negotiationId } = await tx.see(Meeting, ref.id);
    const talk = await openRoom(tx, negotiationId, permission);
    return { talk, meeting: await tx.lock(Meeting, ref, permission) };
  }
}

async function openRoom(tx: Tx, id: string, permission: 'negotiation.write' | 'termSheet.confirm'): Promise<Negotiation> {
  const talk = await tx.lock(Negotiation, { id }, permission);
  if (talk.status === 'CLOSED') throw new DomainError('ILLEGAL_TRANSITION', { machine: negotiationMachine.name, state: talk.status });
  return talk;
}

function confirmationOf(tx: Tx, talk: Negotiation): Partial<Meeting> {
  const { organisationId, name } = tx.actor;
  if (organisationId === talk.supplierId) return { supplierConfirmedAt: tx.now, supplierConfirmedByName: name };
  return organisationId === talk.demanderId ? { demanderConfirmedAt: tx.now, demanderConfirmedByName: name } : {};
}
