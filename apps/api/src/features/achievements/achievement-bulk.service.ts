import { Injectable } from '@nestjs/common';
import { achievementMachine, achievementReleasable, DomainError, next, parse, type AchievementContent } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { achievementValues } from './achievement-values.js';
import { Achievement } from './achievement.entity.js';

type Owner = { organisationId: string; createdBy: string; regionCode: string; importId: string };
export type NewAchievement = { content: AchievementContent; release: boolean };

/** Hundreds of achievements at once, as an import brings them: the same rules and the same trail as one by one, in a few statements. */
@Injectable()
export class AchievementBulk {
  /** Makes them all, and publishes at once those that are to be; gives their ids in the same order. */
  async create(tx: Tx, items: readonly NewAchievement[], owner: Owner): Promise<string[]> {
    tx.demand('achievement.write');
    if (items.some((i) => i.release)) await this.mayRelease(tx, owner.organisationId);
    const ids = await tx.insertAll(
      Achievement,
      items.map((item) => this.row(tx, item, owner)),
    );
    await tx.recordAll('achievement.created', ids, {});
    await tx.recordAll(
      'achievement.released',
      ids.filter((_, i) => items[i]?.release),
      {},
    );
    return ids;
  }

  /** Nobody else can hold a row that this transaction makes: it needs no lock, and its first two states are written as one. */
  private row(tx: Tx, { content, release }: NewAchievement, owner: Owner) {
    const values = { ...achievementValues(content), ...owner, returnReason: null, submittedAt: null };
    if (!release) return { ...values, version: 1, status: achievementMachine.initial, publishedAt: null, confirmedAt: null };
    parse(achievementReleasable, values);
    return {
      ...values,
      version: 2,
      status: next(achievementMachine, achievementMachine.initial, 'release'),
      publishedAt: tx.now,
      confirmedAt: tx.now,
    };
  }

  private async mayRelease(tx: Tx, organisationId: string): Promise<void> {
    tx.demand('achievement.release');
    if (!(await tx.em.existsBy(Organisation, { id: organisationId, status: 'VERIFIED' })))
      throw new DomainError('ORGANISATION_NOT_VERIFIED');
  }
}
