import { Injectable } from '@nestjs/common';
import { introductionDeadline, shanghaiDay, workingDaysBetween } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Introduction } from './introduction.entity.js';

/** What time does to a question without an answer. Each row in its own transaction: one that fails holds up no other. */
@Injectable()
export class IntroductionDeadlines {
  constructor(private readonly db: Db) {}

  /** In the morning in Shanghai. */
  @Cron('0 1 * * *')
  async remindInTheMorning(): Promise<void> {
    await this.remind(new Date());
  }

  /** Just after midnight in Shanghai. */
  @Cron('5 16 * * *')
  async closeAtMidnight(): Promise<void> {
    await this.expire(new Date());
  }

  /** Reminds once, when three working days are left. */
  async remind(now: Date): Promise<number> {
    const today = shanghaiDay(now);
    return this.each(now, 'i.remindedAt is null and i.dueOn >= :today', async (tx, row) => {
      if (row.remindedAt || workingDaysBetween(today, row.dueOn) > introductionDeadline.remindBefore) return false;
      await tx.save(Object.assign(row, { remindedAt: tx.now }));
      await tx.record('introduction.reminded', row.id, {});
      return true;
    });
  }

  /** Closes what nobody has answered by the end of its last day. */
  async expire(now: Date): Promise<number> {
    return this.each(now, 'i.dueOn < :today', async (tx, row) => {
      row.status = 'EXPIRED';
      await tx.save(row);
      await tx.record('introduction.expired', row.id, {});
      return true;
    });
  }

  private async each(now: Date, condition: string, work: (tx: Tx, row: Introduction) => Promise<boolean>): Promise<number> {
    const due = await this.db.em
      .createQueryBuilder(Introduction, 'i')
      .select(['i.id'])
      .where(`i.status = 'REQUESTED'`)
      .andWhere(condition, { today: shanghaiDay(now) })
      .getMany();
    let done = 0;
    for (const { id } of due) {
      await this.db.run(
        system,
        async (tx) => {
          const row = await tx.lock(Introduction, { id }, 'introduction.answer');
          // Answered while we were looking.
          if (row.status === 'REQUESTED' && (await work(tx, row))) done++;
        },
        { now },
      );
    }
    return done;
  }
}
