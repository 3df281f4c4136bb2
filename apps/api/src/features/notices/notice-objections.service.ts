import { Injectable } from '@nestjs/common';
import {
  DomainError,
  next,
  noticeStatusOn,
  publicNoticeMachine,
  shanghaiDay,
  type NoticeObjectionInput,
  type ObjectionAnswerInput,
} from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { newReceiptNumber } from '../../platform/receipt-number.js';
import { Ledger } from '../ledger/ledger.service.js';
import { enterNotice } from './notice-entries.js';
import { NoticeObjection } from './notice-objection.entity.js';
import { NoticePeriods } from './notice-periods.service.js';
import { PublicNotice } from './public-notice.entity.js';

/** Objections and their answers: the clock stands from the first objection to the last answer. */
@Injectable()
export class NoticeObjections {
  constructor(
    private readonly periods: NoticePeriods,
    private readonly ledger: Ledger,
  ) {}

  /** Anybody but the owner objects, until the end of the last day. */
  async object(tx: Tx, { noticeId, name, contact, text }: NoticeObjectionInput): Promise<NoticeObjection> {
    const notice = await tx.lock(PublicNotice, { id: noticeId }, 'notice.object');
    const today = shanghaiDay(tx.now);
    notice.status = next(publicNoticeMachine, noticeStatusOn(notice, today), 'object');
    notice.frozenOn ??= today;
    await tx.save(notice);
    const row = await tx.insert(NoticeObjection, {
      noticeId,
      organisationId: notice.organisationId,
      branchId: notice.branchId,
      receipt: newReceiptNumber('YY'),
      name,
      contact,
      text,
      upheld: null,
      answer: null,
      answeredBy: null,
      answeredAt: null,
    });
    await tx.record('notice.objected', noticeId, { receipt: row.receipt });
    enterNotice(this.ledger, tx, notice, 'notice.objected', text);
    return row;
  }

  /** The owner's answer, which is public at once. After the last one the clock goes on with the days it had left. */
  async answer(tx: Tx, { id, version, upheld, answer }: ObjectionAnswerInput): Promise<PublicNotice> {
    const { noticeId } = await tx.see(NoticeObjection, id);
    // The notice first, as whoever objects does: two orders of locking would wait for one another.
    const notice = await tx.lock(PublicNotice, { id: noticeId }, 'notice.write');
    const row = await tx.lock(NoticeObjection, { id, version }, 'notice.write');
    if (row.answeredAt) throw new DomainError('STALE');
    next(publicNoticeMachine, notice.status, 'answer');
    await tx.save(Object.assign(row, { upheld, answer, answeredBy: tx.actor.userId, answeredAt: tx.now }));
    await tx.record('notice.objectionAnswered', noticeId, { receipt: row.receipt, upheld });
    if (
      !(await tx.em
        .createQueryBuilder(NoticeObjection, 'o')
        .where('o.noticeId = :noticeId and o.answeredAt is null', { noticeId })
        .getExists())
    )
      await this.resume(tx, notice);
    enterNotice(this.ledger, tx, notice, 'notice.objectionAnswered', answer);
    return notice;
  }

  private async resume(tx: Tx, notice: PublicNotice): Promise<void> {
    const lastDay = await this.periods.lastDay(tx, notice, shanghaiDay(tx.now));
    await tx.save(Object.assign(notice, { status: 'RUNNING', frozenOn: null, lastDay }));
    await tx.record('notice.resumed', notice.id, { lastDay });
  }
}
