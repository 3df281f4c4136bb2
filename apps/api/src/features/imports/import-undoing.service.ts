import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { DomainError, importMachine, next } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Introduction } from '../introductions/introduction.entity.js';
import { actingPerson } from './acting-person.js';
import { Import } from './import.entity.js';
import { ImportedItems } from './imported-items.js';

/** Takes a whole import back, or nothing of it: drafts are deleted, what was public is withdrawn. What others have begun to build on stays. */
@Injectable()
export class ImportUndoing {
  constructor(
    private readonly db: Db,
    private readonly items: ImportedItems,
  ) {}

  /** Refuses at once when an introduction or a contract names one of the records; else the worker does it. */
  async request(tx: Tx, ref: Ref): Promise<Import> {
    const row = await tx.lock(Import, ref, 'import.run');
    row.status = next(importMachine, row.status, 'undo');
    const dependants = await countDependants(tx.em, row);
    if (dependants) throw new DomainError('HAS_DEPENDANTS', { count: dependants });
    row.actingUserId = tx.actor.userId ?? row.actingUserId;
    await tx.save(row);
    await tx.record('import.undoRequested', row.id, {});
    return row;
  }

  @OnEvent('import.undoRequested')
  async undo({ id }: JobPayload): Promise<void> {
    const record = await this.db.em.findOneBy(Import, { id, status: 'UNDOING' });
    const actor = record && (await actingPerson(this.db.em, record.actingUserId));
    if (!actor) return;
    try {
      await this.db.run(actor, (tx) => this.remove(tx, id));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Somebody has asked for an introduction in between: nothing was taken away.
      await this.db.run(actor, (tx) => this.giveUp(tx, id));
    }
  }

  private async remove(tx: Tx, id: string): Promise<void> {
    const row = await tx.lock(Import, { id }, 'import.run');
    if (row.status !== 'UNDOING') return;
    const reason = `撤销批量导入：${row.fileName}`.slice(0, 200);
    const of = { where: { importId: id }, order: { id: 'ASC' } } as const;
    const achievements = await tx.em.find(Achievement, { ...of, lock: { mode: 'pessimistic_write' } });
    const demands = await tx.em.find(Demand, { ...of, lock: { mode: 'pessimistic_write' } });
    // Asked again under the locks: who asks for an introduction locks the record too.
    if (await countDependants(tx.em, row)) throw new DomainError('HAS_DEPENDANTS');
    // What follows for search and matches follows from `import.undone`, once for all of them.
    const silent = tx.with({ silent: true });
    for (const item of achievements) await this.items.removeAchievement(silent, item, reason);
    for (const item of demands) await this.items.removeDemand(silent, item, reason);
    await tx.save(Object.assign(row, { status: 'UNDONE', finishedAt: tx.now }));
    await tx.record('import.undone', id, { removed: achievements.length + demands.length });
  }

  private async giveUp(tx: Tx, id: string): Promise<void> {
    const row = await tx.lock(Import, { id }, 'import.run');
    if (row.status === 'UNDOING') await tx.save(Object.assign(row, { status: 'DONE' }));
  }
}

/** How many introductions and contracts name a record of the import. */
async function countDependants(em: EntityManager, { id }: Import): Promise<number> {
  const named = (alias: string) =>
    `(${alias}.achievementId in (select a.id from achievement a where a."importId" = :id) or ${alias}.demandId in (select d.id from demand d where d."importId" = :id))`;
  const contracts = await em
    .createQueryBuilder(TechnologyContract, 'c')
    .where(named('c'), { id })
    .andWhere({ status: Not('CANCELLED') })
    .getCount();
  const introductions = await em.createQueryBuilder(Introduction, 'n').where(named('n'), { id }).getCount();
  return contracts + introductions;
}
