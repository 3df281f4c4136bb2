import { Injectable } from '@nestjs/common';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron, Job, OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { writeAppraisals } from './appraiser.js';
import { clearPairs, keepPairs } from './duplicate-keeper.js';
import { outdatedAppraisals, type Outdated } from './published-contents.js';
import { ShingleCounts } from './shingle-counts.js';

const atOnce = 200;

/** Keeps appraisals and pairs equal to what is published: what is outdated is found by comparing, so a lost or doubled event does no harm. */
@Injectable()
export class QualityJobs {
  constructor(
    private readonly db: Db,
    private readonly counts: ShingleCounts,
  ) {}

  @OnEvent(
    'achievement.released',
    'achievement.revised',
    'achievement.withdrawn',
    'achievement.closed',
    'achievement.reopened',
    'achievement.deleted',
    'demand.published',
    'demand.revised',
    'demand.withdrawn',
    'demand.closed',
    'demand.reopened',
    'demand.deleted',
  )
  async itemChanged({ id }: JobPayload): Promise<void> {
    const { generation } = await this.counts.current(this.db.em);
    // The item alone: looking through the whole market for what else is outdated takes thirty times as long, and the night does it.
    const outdated = await outdatedAppraisals(this.db.em, generation, [id]);
    if (outdated.length) await this.alone((tx) => this.appraise(tx, outdated));
  }

  /** An import is searched for and matched at once; what its rows are like can wait a minute, and would hold both up. */
  @OnEvent('import.finished')
  async importFinished({ id }: JobPayload): Promise<void> {
    await this.db.run(system, (tx) => tx.enqueue('QualityJobs.appraiseImported', { id }, new Date(Date.now() + 60_000)));
  }

  @Job()
  async appraiseImported(): Promise<void> {
    await this.catchUp();
  }

  @OnEvent('import.undone', 'organisation.verified', 'organisation.suspended', 'organisation.restored')
  async manyChanged(): Promise<void> {
    await this.catchUp();
  }

  /** Nightly, and after a bulk load: 03:40 in Zhengzhou. */
  @Cron('40 19 * * *')
  async appraiseAll(): Promise<{ items: number }> {
    await this.alone((tx) => this.counts.renew(tx.em));
    return { items: await this.catchUp() };
  }

  /** In transactions of some hundred items, so that a market that is loaded anew holds nothing up. */
  private async catchUp(): Promise<number> {
    let done = 0;
    for (;;) {
      const { generation } = await this.counts.current(this.db.em);
      const outdated = await outdatedAppraisals(this.db.em, generation);
      if (!outdated.length) return done;
      for (let at = 0; at < outdated.length; at += atOnce) await this.alone((tx) => this.appraise(tx, outdated.slice(at, at + atOnce)));
      done += outdated.length;
    }
  }

  private async appraise(tx: Tx, some: readonly Outdated[]): Promise<void> {
    const counts = await this.counts.current(tx.em);
    // Another worker may have done them while this one waited for its turn.
    const still = await outdatedAppraisals(tx.em, counts.generation, some.map((s) => s.id));
    const appraised = await writeAppraisals(tx.em, still, counts);
    await clearPairs(tx, still.filter((s) => s.source === null).map((s) => s.id));
    for (const item of appraised) await keepPairs(tx, item, counts.rarity);
  }

  /** One at a time over all workers: of two like items that are published at once the second must see the first. */
  private alone<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.db.run(system, async (tx) => {
      await tx.em.query(`set local statement_timeout = '15min'`);
      await tx.em.query(`select pg_advisory_xact_lock(hashtext('jihui:quality'))`);
      return work(tx);
    });
  }
}
