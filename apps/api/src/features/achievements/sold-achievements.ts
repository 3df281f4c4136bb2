import { Injectable } from '@nestjs/common';
import { achievementMachine, civilClassOf, next, type ContractType } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Achievement } from './achievement.entity.js';

/**
 * What a registered contract has transferred is no longer its unit's to offer: it is closed, and search and matches follow. A licence or a
 * development leaves the right where it was. Its unit may reopen what the contract covers in part only.
 */
@Injectable()
export class SoldAchievements {
  constructor(private readonly db: Db) {}

  @OnEvent('contract.registered')
  async close({ id }: JobPayload): Promise<void> {
    await this.db.run(system, async (tx) => {
      const [sold]: { achievementId: string; type: ContractType }[] = await tx.em.query(
        `select "achievementId", type from technology_contract where id = $1 and status = 'REGISTERED' and "achievementId" is not null`,
        [id],
      );
      if (!sold || civilClassOf(sold.type) !== 'TRANSFER') return;
      const row = await tx.lock(Achievement, { id: sold.achievementId }, 'achievement.release');
      if (row.status !== 'PUBLISHED') return;
      row.status = next(achievementMachine, row.status, 'close');
      await tx.save(row);
      await tx.record('achievement.closed', row.id, {});
    });
  }
}
