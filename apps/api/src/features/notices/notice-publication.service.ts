import { Injectable } from '@nestjs/common';
import {
  decisionText,
  DomainError,
  next,
  noticeFields,
  noticeStatusOn,
  noticeText,
  publicNoticeMachine,
  recorded,
  shanghaiDay,
  type NoticeContent,
} from '@jihui/domain';
import { applyChanges } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';
import { Ledger } from '../ledger/ledger.service.js';
import { NoticeDecision } from '../notice-papers/notice-decision.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { enterNotice } from './notice-entries.js';
import { NoticeVersion } from './notice-version.entity.js';
import { NoticePeriods } from './notice-periods.service.js';
import { PublicNotice } from './public-notice.entity.js';

/** A notice before the public: its beginning, its new texts, its withdrawal. */
@Injectable()
export class NoticePublication {
  constructor(
    private readonly periods: NoticePeriods,
    private readonly ledger: Ledger,
  ) {}

  /** Publishes the notice: its period begins tomorrow. */
  async publish(tx: Tx, ref: Ref): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    const owner = await tx.em.findOneByOrFail(Organisation, { id: row.organisationId });
    if (owner.status !== 'VERIFIED') throw new DomainError('ORGANISATION_NOT_VERIFIED');
    row.status = next(publicNoticeMachine, row.status, 'publish');
    await this.periods.begin(tx, row);
    await tx.save(row);
    await tx.record('notice.published', row.id, { sha256: await this.keepText(tx, row, owner.name, 'notice.published') });
    // What was decided while the notice was a draft: the ledger holds it from the day on which the public reads the price.
    for (const decision of await tx.em.find(NoticeDecision, { where: { noticeId: row.id }, order: { createdAt: 'ASC', id: 'ASC' } }))
      enterNotice(this.ledger, tx, row, 'notice.decisionEntered', decisionText(decision));
    return row;
  }

  /** Puts a new text before the public. Another price, buyer or mode begins the period again. */
  async revise(tx: Tx, ref: Ref, content: NoticeContent): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    row.status = next(publicNoticeMachine, noticeStatusOn(row, shanghaiDay(tx.now)), 'revise');
    const { achievementId: _, ...said } = recorded(noticeFields, content);
    const fields = applyChanges(row, said);
    if (!fields.length) return row;
    const restarted = await this.periods.restarts(tx, fields);
    if (restarted) await this.periods.begin(tx, row);
    await tx.save(row);
    const { name } = await tx.em.findOneByOrFail(Organisation, { id: row.organisationId });
    await tx.record('notice.revised', row.id, { fields, restarted, sha256: await this.keepText(tx, row, name, 'notice.revised') });
    return row;
  }

  /** Takes the notice back; its page stays and says why. */
  async withdraw(tx: Tx, ref: Ref, reason: string): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    row.status = next(publicNoticeMachine, noticeStatusOn(row, shanghaiDay(tx.now)), 'withdraw');
    row.withdrawReason = reason;
    await tx.save(row);
    await tx.record('notice.withdrawn', row.id, { reason });
    enterNotice(this.ledger, tx, row, 'notice.withdrawn', reason);
    return row;
  }

  private async keepText(tx: Tx, row: PublicNotice, unit: string, event: 'notice.published' | 'notice.revised'): Promise<string> {
    const text = noticeText(unit, row);
    const number = (await tx.em.countBy(NoticeVersion, { noticeId: row.id })) + 1;
    await tx.insert(NoticeVersion, { noticeId: row.id, number, round: row.round, text, sha256: sha256(text) });
    enterNotice(this.ledger, tx, row, event, text);
    return sha256(text);
  }
}
