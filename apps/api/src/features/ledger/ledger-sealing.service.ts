import { Injectable } from '@nestjs/common';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Cron, WhileWorking } from '../../platform/jobs/job-registry.js';

/** Gives every day that is over its root, in Asia/Shanghai. */
@Injectable()
export class LedgerSealing {
  constructor(private readonly db: Db) {}

  /** What was missed while no worker ran: at each worker's start and every hour. */
  @WhileWorking(3600)
  async catchUp(): Promise<void> {
    await this.sealDays();
  }

  /** Every day that is over and has no root yet; 16:05 UTC is 00:05 in Shanghai. */
  @Cron('5 16 * * *')
  async sealDays(): Promise<void> {
    while (await this.sealNext());
  }

  /** The root of the first day that has none and is over; false when there is no such day. A trigger computes it (migration 0110). */
  private sealNext(): Promise<boolean> {
    return this.db.run(system, async ({ em }) => {
      const [due]: { day: string }[] = await em.query(
        `select day::text from next_ledger_day() as day where (day + 1)::timestamp at time zone 'Asia/Shanghai' <= clock_timestamp()`,
      );
      if (!due) return false;
      // Two workers at once: the second waits here, and then the day has its root.
      await em.query('lock table ledger_head in exclusive mode');
      await em.query('insert into ledger_root (day) select $1::date where next_ledger_day() = $1::date', [due.day]);
      return true;
    });
  }
}
