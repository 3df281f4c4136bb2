import { Injectable } from '@nestjs/common';
import { DomainError, next, noticeFields, publicNoticeMachine, recorded, supplierKinds, type NoticeContent } from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { PublicNotice } from './public-notice.entity.js';

/** A notice before the public reads it. */
@Injectable()
export class NoticeDrafting {
  /** A draft of the actor's unit; an achievement that it names must be the unit's own. */
  async create(tx: Tx, content: NoticeContent): Promise<PublicNotice> {
    tx.demand('notice.write');
    const owner = await tx.em.findOneByOrFail(Organisation, { id: tx.actor.organisationId ?? '' });
    if (!supplierKinds.includes(owner.kind)) throw new DomainError('FORBIDDEN');
    await this.ownAchievement(tx, content.achievementId ?? null, owner.id);
    const row = await tx.insert(PublicNotice, {
      ...recorded(noticeFields, content),
      organisationId: owner.id,
      branchId: owner.branchId,
      createdBy: tx.actor.userId,
      status: publicNoticeMachine.initial,
      round: 0,
      startedOn: null,
      lastDay: null,
      frozenOn: null,
      withdrawReason: null,
    });
    await tx.record('notice.created', row.id, {});
    return row;
  }

  /** Saves a draft. */
  async edit(tx: Tx, ref: Ref, content: NoticeContent): Promise<PublicNotice> {
    const row = await tx.lock(PublicNotice, ref, 'notice.write');
    row.status = next(publicNoticeMachine, row.status, 'edit');
    await this.ownAchievement(tx, content.achievementId ?? null, row.organisationId);
    const fields = applyChanges(row, recorded(noticeFields, content));
    if (!fields.length) return row;
    await tx.save(row);
    await recordEdit(tx, 'notice.edited', row.id, fields);
    return row;
  }

  private async ownAchievement(tx: Tx, id: string | null, organisationId: string): Promise<void> {
    if (!id || (await tx.em.existsBy(Achievement, { id, organisationId }))) return;
    throw new DomainError('INVALID_INPUT', { issues: [{ path: 'achievementId', code: 'required' }] });
  }
}
