import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { Readiness } from '../../platform/health/readiness.js';
import { WhileWorking } from '../../platform/jobs/job-registry.js';
import type { CandidateSource } from './candidates.service.js';
import { MatchIndex } from './match-index.js';

/** Longer than this without a word, a matcher has ended. */
const silentSeconds = 60;

export type MatchersState = { state: 'none' | 'building' | 'ready'; matchers: number; done: number; total: number; candidates: CandidateSource };

/** Each worker process builds its index when it starts, and tells how far it is: the others serve meanwhile, and lists follow once one is ready. */
@Injectable()
export class Matchers {
  private readonly id = randomUUID();
  private progress = { done: 0, total: 0 };

  constructor(
    private readonly db: Db,
    private readonly index: MatchIndex,
    readiness: Readiness,
  ) {
    readiness.add('matching', () => this.state());
  }

  @WhileWorking(20)
  async keepReady(): Promise<void> {
    await this.index.warm(this.db.em, async (done, total) => {
      this.progress = { done, total };
      await this.tell();
    });
    await this.tell();
    await this.db.em.query(`delete from matcher where "seenAt" < now() - make_interval(secs => $1)`, [silentSeconds]);
  }

  /** Ready as soon as one of them is; until then how far the furthest has come. */
  async state(): Promise<MatchersState> {
    const rows: { done: number; total: number; candidates: CandidateSource }[] = await this.db.em.query(
      `select done, total, candidates from matcher where "seenAt" > now() - make_interval(secs => $1) order by done = total desc, done desc`,
      [silentSeconds],
    );
    const [first] = rows;
    if (!first) return { state: 'none', matchers: 0, done: 0, total: 0, candidates: 'MEMORY' };
    // One that has to do without Meilisearch is worth knowing of, whichever is furthest.
    const candidates = rows.find((row) => row.candidates === 'LIMITED')?.candidates ?? first.candidates;
    return { state: first.done === first.total ? 'ready' : 'building', matchers: rows.length, ...first, candidates };
  }

  private async tell(): Promise<void> {
    await this.db.em.query(
      `insert into matcher (id, done, total, candidates, "seenAt") values ($1, $2, $3, $4, now())
       on conflict (id) do update set done = excluded.done, total = excluded.total, candidates = excluded.candidates, "seenAt" = excluded."seenAt"`,
      [this.id, this.progress.done, this.progress.total, this.index.candidateSource],
    );
  }
}
