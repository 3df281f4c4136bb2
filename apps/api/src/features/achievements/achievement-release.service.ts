import { Injectable } from '@nestjs/common';
import {
  achievementComplete,
  achievementMachine,
  achievementReleasable,
  DomainError,
  next,
  parse,
  reasonGiven,
  type Issue,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Achievement } from './achievement.entity.js';

export type Released = { id: string; achievement: Achievement | null; code: string | null; issues: Issue[] };

/** The way of an achievement from its author through the TTO to the public, and back. */
@Injectable()
export class AchievementRelease {
  constructor(private readonly db: Db) {}

  /** The author hands a complete draft to the TTO of the unit. */
  async submit(tx: Tx, ref: Ref): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.write');
    row.status = next(achievementMachine, row.status, 'submit');
    await this.requireVerified(tx, row);
    parse(achievementComplete, row);
    row.submittedAt = tx.now;
    row.returnReason = null;
    await tx.save(row);
    await tx.record('achievement.submitted', row.id, {});
    return row;
  }

  /** Back to the author, who reads why. */
  async returnToInventor(tx: Tx, ref: Ref, given: string): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.release');
    row.status = next(achievementMachine, row.status, 'returnToInventor');
    const { reason } = parse(reasonGiven, { reason: given });
    row.returnReason = reason;
    await tx.save(row);
    await tx.record('achievement.returned', row.id, { reason });
    return row;
  }

  /** Publishes it. A row of an import may lack what its spreadsheet never held. */
  async release(tx: Tx, ref: Ref): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.release');
    row.status = next(achievementMachine, row.status, 'release');
    await this.requireVerified(tx, row);
    parse(row.importId ? achievementReleasable : achievementComplete, row);
    row.publishedAt = row.confirmedAt = tx.now;
    row.returnReason = null;
    await tx.save(row);
    await tx.record('achievement.released', row.id, {});
    return row;
  }

  /** Publishes many, each in a transaction of its own: what cannot be published is named and holds nothing else up. */
  async releaseMany(actor: Actor, refs: Ref[]): Promise<Released[]> {
    const results: Released[] = [];
    for (const ref of refs) {
      try {
        const achievement = await this.db.run(actor, (tx) => this.release(tx, ref));
        results.push({ id: ref.id, achievement, code: null, issues: [] });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        results.push({ id: ref.id, achievement: null, code: error.code, issues: error.params.issues ?? [] });
      }
    }
    return results;
  }

  /** Its owner says that all of it still holds. */
  async confirm(tx: Tx, ref: Ref): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.write');
    row.status = next(achievementMachine, row.status, 'confirm');
    row.confirmedAt = tx.now;
    await tx.save(row);
    await tx.record('achievement.confirmed', row.id, {});
    return row;
  }

  /** Takes it from the public. */
  async withdraw(tx: Tx, ref: Ref, given: string): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.release');
    row.status = next(achievementMachine, row.status, 'withdraw');
    const { reason } = parse(reasonGiven, { reason: given });
    await tx.save(row);
    await tx.record('achievement.withdrawn', row.id, { reason });
    return row;
  }

  /** A withdrawn or closed one becomes a draft again. */
  async reopen(tx: Tx, ref: Ref): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.release');
    row.status = next(achievementMachine, row.status, 'reopen');
    await tx.save(row);
    await tx.record('achievement.reopened', row.id, {});
    return row;
  }

  /** It is converted, or no longer on offer. */
  async close(tx: Tx, ref: Ref): Promise<Achievement> {
    const row = await tx.lock(Achievement, ref, 'achievement.release');
    row.status = next(achievementMachine, row.status, 'close');
    await tx.save(row);
    await tx.record('achievement.closed', row.id, {});
    return row;
  }

  private async requireVerified(tx: Tx, row: Achievement): Promise<void> {
    if (!(await tx.em.existsBy(Organisation, { id: row.organisationId, status: 'VERIFIED' })))
      throw new DomainError('ORGANISATION_NOT_VERIFIED');
  }
}
