import { Injectable } from '@nestjs/common';
import {
  challengeMachine,
  demandMeetingStep,
  DomainError,
  challengeMeetingMachine,
  next,
  parse,
  reasonGiven,
  type ChallengeMeetingAction,
  type ChallengeMeetingMinutes,
  type ChallengeMeetingPlan,
} from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { sha256 } from '../../platform/sha256.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Claim } from '../challenges/claim.entity.js';
import { ChallengeMeeting } from './challenge-meeting.entity.js';
import { meetingSideOf } from './meeting-access.js';

/** 供需对接: owner and qualified bidders talk before the review; both confirm the minutes, and may sign an intention. */
@Injectable()
export class ChallengeMeetings {
  constructor(private readonly files: FilesService) {}

  /** The owner, or the branch for him, arranges a talk with a qualified bidder. A bidder has one that is open or held. */
  async plan(tx: Tx, { claimId, at, place }: ChallengeMeetingPlan): Promise<ChallengeMeeting> {
    const claim = await tx.see(Claim, claimId);
    const challenge = await tx.lock(Challenge, { id: claim.challengeId }, 'challenge.answer');
    next(challengeMachine, challenge.status, 'meet');
    if (claim.status !== 'QUALIFIED') throw new DomainError('ILLEGAL_TRANSITION');
    const others = await tx.em.findBy(ChallengeMeeting, { claimId });
    if (others.some((m) => m.status !== 'CANCELLED')) throw new DomainError('ALREADY_EXISTS');
    const row = await tx.insert(ChallengeMeeting, {
      ...{ challengeId: challenge.id, claimId, organisationId: claim.organisationId, ownerId: challenge.organisationId },
      ...{ branchId: challenge.branchId, title: challenge.title, status: challengeMeetingMachine.initial, at: new Date(at), place },
      ...{ attendees: [], minutes: null, digest: null, confirmations: [], cancelReason: null },
      ...{ intentionFileId: null, intentionName: null, intentionSha256: null, intentionMarks: [] },
    });
    await tx.record('challengeMeeting.planned', row.id, { at: row.at.toISOString(), place });
    await tx.record('challenge.meetingPlanned', challenge.id, {});
    return row;
  }

  /** Either side writes the minutes, or writes them anew: what was confirmed before falls. */
  async writeMinutes(tx: Tx, ref: Ref, { attendees, text }: ChallengeMeetingMinutes): Promise<ChallengeMeeting> {
    const row = await this.step(tx, ref, 'writeMinutes');
    const digest = sha256(JSON.stringify({ at: row.at.toISOString(), place: row.place, attendees, text }));
    await tx.save(Object.assign(row, { attendees, minutes: text, digest, confirmations: [] }));
    await tx.record('challengeMeeting.minutesWritten', row.id, { sha256: digest });
    return row;
  }

  /** One side confirms the minutes as they are; with the second the meeting is held. */
  async confirmMinutes(tx: Tx, ref: Ref): Promise<ChallengeMeeting> {
    const before = await this.lock(tx, ref);
    const side = meetingSideOf(tx.actor, before);
    const isSecond = before.confirmations.some((c) => c.side !== side);
    const row = await this.step(tx, ref, isSecond ? 'hold' : 'confirmMinutes');
    const { digest } = row;
    if (!side || !digest) throw new DomainError('FORBIDDEN');
    row.confirmations = [...row.confirmations, { side, name: tx.actor.name, at: tx.now.toISOString(), sha256: digest }];
    await tx.save(row);
    await tx.record('challengeMeeting.confirmed', row.id, { side, sha256: digest });
    if (isSecond) {
      await tx.record('challengeMeeting.held', row.id, {});
      await tx.record('challenge.meetingHeld', row.challengeId, {});
    }
    return row;
  }

  /** 合作意向书 as a file; another one takes its place until both have signed. */
  async handIntention(tx: Tx, ref: Ref, fileId: string): Promise<ChallengeMeeting> {
    const row = await this.step(tx, ref, 'handIntention');
    const { name, sha256 } = await this.files.attach(tx, fileId, 'challengeMeeting', row.id);
    await tx.save(Object.assign(row, { intentionFileId: fileId, intentionName: name, intentionSha256: sha256, intentionMarks: [] }));
    await tx.record('challengeMeeting.intentionHanded', row.id, { name, sha256 });
    return row;
  }

  /** One side signs the file under its hash. */
  async signIntention(tx: Tx, ref: Ref): Promise<ChallengeMeeting> {
    const row = await this.step(tx, ref, 'signIntention');
    const side = meetingSideOf(tx.actor, row);
    if (!side || !row.intentionSha256) throw new DomainError('FORBIDDEN');
    const mark = { side, name: tx.actor.name, at: tx.now.toISOString(), sha256: row.intentionSha256 };
    await tx.save(Object.assign(row, { intentionMarks: [...row.intentionMarks, mark] }));
    await tx.record('challengeMeeting.intentionSigned', row.id, { side, sha256: row.intentionSha256 });
    return row;
  }

  /** The talk does not take place. */
  async cancel(tx: Tx, ref: Ref, given: string): Promise<ChallengeMeeting> {
    const row = await this.step(tx, ref, 'cancel');
    const { reason } = parse(reasonGiven, { reason: given });
    await tx.save(Object.assign(row, { cancelReason: reason }));
    await tx.record('challengeMeeting.cancelled', row.id, { reason });
    return row;
  }

  /** The item first, then its meeting: the start of the review waits for a step, and no step follows it. */
  private async lock(tx: Tx, ref: Ref, permission: 'challengeMeeting.act' | 'challenge.answer' = 'challengeMeeting.act'): Promise<ChallengeMeeting> {
    const { challengeId } = await tx.see(ChallengeMeeting, ref.id);
    await tx.em.query('select 1 from challenge where id = $1 for update', [challengeId]);
    const { status } = await tx.em.findOneByOrFail(Challenge, { id: challengeId });
    next(challengeMachine, status, 'meet');
    return tx.lock(ChallengeMeeting, ref, permission);
  }

  private async step(tx: Tx, ref: Ref, action: ChallengeMeetingAction): Promise<ChallengeMeeting> {
    const row = await this.lock(tx, ref, action === 'cancel' ? 'challenge.answer' : 'challengeMeeting.act');
    row.status = next(challengeMeetingMachine, row.status, action);
    const side = meetingSideOf(tx.actor, row);
    demandMeetingStep(action, {
      isPast: row.at <= tx.now,
      hasMinutes: row.minutes !== null,
      confirmed: row.confirmations.some((c) => c.side === side),
      hasIntention: row.intentionFileId !== null,
      signed: row.intentionMarks.some((c) => c.side === side),
      signatures: row.intentionMarks.length,
    });
    return row;
  }
}
