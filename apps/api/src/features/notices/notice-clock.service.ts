import { Injectable } from '@nestjs/common';
import { noticeStatusOn, shanghaiDay } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Ledger } from '../ledger/ledger.service.js';
import { enterNotice } from './notice-entries.js';
import { PublicNotice } from './public-notice.entity.js';

/** The end of a notice. Each row in its own transaction: one that fails holds up no other. */
@Injectable()
export class NoticeClock {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** Just after midnight in Shanghai. */
  @Cron('7 16 * * *')
  async endAtMidnight(): Promise<void> {
    await this.end(new Date());
  }

  /** Ends what has run to the end of its last day without an open objection; gives how many. */
  async end(now: Date): Promise<number> {
    const today = shanghaiDay(now);
    const due = await this.db.em
      .createQueryBuilder(PublicNotice, 'n')
      .select(['n.id'])
      .where(`n.status = 'RUNNING' and n.lastDay < :today`, { today })
      .getMany();
    let ended = 0;
    for (const { id } of due) if (await this.db.run(system, (tx) => this.endOne(tx, id), { now })) ended++;
    return ended;
  }

  /** Ends this one if its last day is over and nobody has objected meanwhile. */
  async endOne(tx: Tx, id: string): Promise<boolean> {
    const row = await tx.lock(PublicNotice, { id }, 'notice.write');
    if (row.status !== 'RUNNING' || noticeStatusOn(row, shanghaiDay(tx.now)) !== 'ENDED') return false;
    await tx.save(Object.assign(row, { status: 'ENDED' as const }));
    await tx.record('notice.ended', id, {});
    enterNotice(this.ledger, tx, row, 'notice.ended');
    return true;
  }
}
