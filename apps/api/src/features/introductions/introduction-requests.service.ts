import { Injectable } from '@nestjs/common';
import { addWorkingDays, DomainError, introductionDeadline, introductionMachine, next, shanghaiDay, type Issue } from '@jihui/domain';
import type { z } from 'zod';
import type { introductionRequest } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Ledger } from '../ledger/ledger.service.js';
import { NegotiationOpening } from '../negotiations/negotiation-opening.service.js';
import { enterIntroduction } from './introduction-entries.js';
import { partiesOf } from './introduction-parties.js';
import { Introduction } from './introduction.entity.js';

/** Asking for an introduction, and taking the question back. */
@Injectable()
export class IntroductionRequests {
  constructor(
    private readonly talks: NegotiationOpening,
    private readonly ledger: Ledger,
  ) {}

  /** Refused to unverified organisations, between an organisation and itself, and while the same two are asking or talking about the same items. */
  async request(tx: Tx, input: z.output<typeof introductionRequest>): Promise<Introduction> {
    tx.demand('introduction.request');
    if (!tx.actor.organisationVerified && tx.actor.kind === 'PERSON') throw new DomainError('ORGANISATION_NOT_VERIFIED');
    const demand = input.demandId ? await tx.see(Demand, input.demandId) : null;
    const achievement = input.achievementId ? await tx.see(Achievement, input.achievementId) : null;
    const parties = await partiesOf(tx, demand, achievement);
    const issues: Issue[] = [];
    if (demand && demand.status !== 'PUBLISHED') issues.push({ path: 'demandId', code: 'not_published' });
    if (achievement && achievement.status !== 'PUBLISHED') issues.push({ path: 'achievementId', code: 'not_published' });
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const pair = { demandId: demand?.id ?? null, achievementId: achievement?.id ?? null };
    const talk = await this.talks.findOpen(tx, { ...pair, supplierId: parties.supplierId, demanderId: parties.demanderId });
    if (talk) throw new DomainError('ALREADY_EXISTS', { negotiationId: talk.id });
    const introduction = await tx.insert(Introduction, {
      ...unanswered,
      ...parties,
      ...pair,
      demandTitle: demand?.title ?? null,
      achievementTitle: achievement?.title ?? null,
      isAnswererHidden: demand !== null && demand.anonymous && demand.organisationId === parties.answererId,
      requestedBy: tx.actor.userId,
      requestedByName: tx.actor.name,
      message: input.message,
      status: introductionMachine.initial,
      dueOn: addWorkingDays(shanghaiDay(tx.now), introductionDeadline.workingDays),
    });
    await tx.record('introduction.requested', introduction.id, {});
    await enterIntroduction(this.ledger, tx, introduction, 'introduction.requested');
    return introduction;
  }

  async cancel(tx: Tx, ref: Ref): Promise<Introduction> {
    const introduction = await tx.lock(Introduction, ref, 'introduction.request');
    introduction.status = next(introductionMachine, introduction.status, 'cancel');
    await tx.save(introduction);
    await tx.record('introduction.cancelled', introduction.id, {});
    return introduction;
  }
}

const unanswered = { remindedAt: null, declineReason: null, declineNote: null, answeredBy: null, answeredAt: null, negotiationId: null };
