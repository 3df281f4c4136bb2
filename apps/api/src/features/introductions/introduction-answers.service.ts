import { Injectable } from '@nestjs/common';
import { introductionMachine, next } from '@jihui/domain';
import type { z } from 'zod';
import type { introductionDecline } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Ledger } from '../ledger/ledger.service.js';
import { NegotiationOpening } from '../negotiations/negotiation-opening.service.js';
import { enterIntroduction } from './introduction-entries.js';
import { Introduction } from './introduction.entity.js';

/** The answer of the side that was asked. */
@Injectable()
export class IntroductionAnswers {
  constructor(
    private readonly talks: NegotiationOpening,
    private readonly ledger: Ledger,
  ) {}

  /** Yes: the talk is open as soon as this is. */
  async accept(tx: Tx, ref: Ref): Promise<Introduction> {
    const row = await this.answer(tx, ref, 'accept');
    const bySupplier = row.answererId === row.supplierId;
    const { demandId, achievementId, supplierId, demanderId, brokerId } = row;
    const talk = await this.talks.open(tx, {
      introductionId: row.id,
      ...{ demandId, achievementId, supplierId, demanderId, brokerId },
      title: row.achievementTitle ?? row.demandTitle ?? '',
      supplierUserId: bySupplier ? row.answeredBy : row.requestedBy,
      demanderUserId: bySupplier ? row.requestedBy : row.answeredBy,
    });
    row.negotiationId = talk.id;
    await tx.save(row);
    await tx.record('introduction.accepted', row.id, {});
    await enterIntroduction(this.ledger, tx, row, 'introduction.accepted');
    return row;
  }

  /** No, with one of the ten reasons: what the other side can learn from. */
  async decline(tx: Tx, { id, version, reason, note }: z.output<typeof introductionDecline>): Promise<Introduction> {
    const row = await this.answer(tx, { id, version }, 'decline');
    await tx.save(Object.assign(row, { declineReason: reason, declineNote: note || null }));
    await tx.record('introduction.declined', row.id, { reason });
    await enterIntroduction(this.ledger, tx, row, 'introduction.declined');
    return row;
  }

  private async answer(tx: Tx, ref: Ref, action: 'accept' | 'decline'): Promise<Introduction> {
    const row = await tx.lock(Introduction, ref, 'introduction.answer');
    row.status = next(introductionMachine, row.status, action);
    return Object.assign(row, { answeredBy: tx.actor.userId, answeredAt: tx.now });
  }
}
