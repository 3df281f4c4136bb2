import { Injectable } from '@nestjs/common';
import {
  achievementComplete,
  achievementMachine,
  achievementReleasable,
  DomainError,
  next,
  parse,
  type AchievementAction,
  type AchievementContent,
  type AchievementStatus,
} from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Achievement } from './achievement.entity.js';
import { achievementValues } from './achievement-values.js';

/** Whose achievement it is; `regionCode` and `importId` for what does not come from a form. */
export type AchievementOwner = { organisationId: string; createdBy: string | null; regionCode?: string; importId?: string };

const changeIn: Partial<Record<AchievementStatus, AchievementAction>> = { IN_REVIEW: 'amend', PUBLISHED: 'revise' };

/** An achievement while it is written. */
@Injectable()
export class AchievementDrafting {
  /** A new draft; the region is its owner's unless given. */
  async create(tx: Tx, input: AchievementContent, owner: AchievementOwner): Promise<Achievement> {
    tx.demand('achievement.write');
    const regionCode = owner.regionCode ?? (await tx.em.findOneByOrFail(Organisation, { id: owner.organisationId })).regionCode;
    const row = await tx.insert(Achievement, {
      ...achievementValues(input),
      organisationId: owner.organisationId,
      createdBy: owner.createdBy,
      importId: owner.importId ?? null,
      regionCode,
      status: achievementMachine.initial,
      returnReason: null,
      submittedAt: null,
      publishedAt: null,
      confirmedAt: null,
    });
    await tx.record('achievement.created', row.id, {});
    return row;
  }

  /** Saves what a form holds. A published one stays complete, and saving it says that all of it holds today. */
  async save(tx: Tx, ref: Ref, input: AchievementContent): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.write');
    const action = changeIn[row.status] ?? 'edit';
    tx.demand(achievementMachine.actions[action].permission);
    row.status = next(achievementMachine, row.status, action);
    const fields = applyChanges(row, achievementValues(input));
    if (action === 'revise') {
      parse(row.importId ? achievementReleasable : achievementComplete, row);
      row.confirmedAt = tx.now;
    } else if (!fields.length) return row;
    await tx.save(row);
    if (action === 'revise') await tx.record('achievement.revised', row.id, { fields });
    else await recordEdit(tx, 'achievement.edited', row.id, fields);
    return row;
  }

  /** Deletes a draft that was never published. */
  async delete(tx: Tx, ref: Ref): Promise<void> {
    const row = await tx.lock(Achievement, ref, 'achievement.write');
    next(achievementMachine, row.status, 'delete');
    if (row.publishedAt) throw new DomainError('HAS_DEPENDANTS');
    await tx.em.delete(Achievement, { id: row.id });
    await tx.record('achievement.deleted', row.id, {});
  }
}
