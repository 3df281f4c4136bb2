import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DomainError,
  next,
  noticeFields,
  noticeLastDay,
  noticeText,
  publicNoticeMachine,
  recorded,
  restartingFields,
  shanghaiDay,
  type NoticeContent,
} from '@jihui/domain';
import { applyChanges } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { NoticeVersion } from './notice-version.entity.js';
import { PublicNotice } from './public-notice.entity.js';

/** A notice before the public: its beginning, its new texts, its withdrawal. */
@Injectable()
export class NoticePublication {
  /** Publishes the notice: its period begins tomorrow. */
  async publish(tx: Tx, ref: Ref): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    const owner = await tx.em.findOneByOrFail(Organisation, { id: row.organisationId });
    if (owner.status !== 'VERIFIED') throw new DomainError('ORGANISATION_NOT_VERIFIED');
    row.status = next(publicNoticeMachine, row.status, 'publish');
    this.begin(tx, row);
    await tx.save(row);
    await tx.record('notice.published', row.id, { sha256: await this.keepText(tx, row, owner.name) });
    return row;
  }

  /** Puts a new text before the public. Another price, buyer or mode begins the period again. */
  async revise(tx: Tx, ref: Ref, content: NoticeContent): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    row.status = next(publicNoticeMachine, row.status, 'revise');
    this.stillRuns(tx, row);
    const { achievementId: _, ...said } = recorded(noticeFields, content);
    const fields = applyChanges(row, said);
    if (!fields.length) return row;
    const restarted = restartingFields.some((f) => fields.includes(f)) || fields.includes('days');
    if (restarted) this.begin(tx, row);
    await tx.save(row);
    const { name } = await tx.em.findOneByOrFail(Organisation, { id: row.organisationId });
    await tx.record('notice.revised', row.id, { fields, restarted, sha256: await this.keepText(tx, row, name) });
    return row;
  }

  /** Takes the notice back; its page stays and says why. */
  async withdraw(tx: Tx, ref: Ref, reason: string): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    row.status = next(publicNoticeMachine, row.status, 'withdraw');
    row.withdrawReason = reason;
    await tx.save(row);
    await tx.record('notice.withdrawn', row.id, { reason });
    return row;
  }

  /** Over since midnight, though the worker may not have said so yet. */
  private stillRuns(tx: Tx, row: PublicNotice): void {
    if (row.lastDay !== null && row.lastDay < shanghaiDay(tx.now))
      throw new DomainError('ILLEGAL_TRANSITION', { machine: publicNoticeMachine.name, state: 'ENDED', action: 'revise' });
  }

  private begin(tx: Tx, row: PublicNotice): void {
    row.startedOn = shanghaiDay(tx.now);
    row.lastDay = noticeLastDay(row.startedOn, row.days);
    row.round += 1;
  }

  private async keepText(tx: Tx, row: PublicNotice, unit: string): Promise<string> {
    const text = noticeText(unit, row);
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    const number = (await tx.em.countBy(NoticeVersion, { noticeId: row.id })) + 1;
    await tx.insert(NoticeVersion, { noticeId: row.id, number, round: row.round, text, sha256 });
    return sha256;
  }
}
