import { Injectable } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../auth/actor.js';
import { Db } from '../db/db.js';
import { DateTime } from '../graphql/scalars.js';
import type { Page, PageInput } from '../graphql/paged.js';
import { maskText } from '../log/log.module.js';

/** A job that failed as often as it may: nothing follows until somebody has it tried again. */
@ObjectType()
export class DeadJob {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  task!: string;

  @Field(() => Int)
  attempts!: number;

  /** The first line of the last error, personal data masked. */
  @Field(() => String)
  lastError!: string;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime)
  failedAt!: Date;
}

const nobody = '00000000-0000-0000-0000-000000000000';
const isDead = 'attempts >= max_attempts and locked_at is null';
type Rescheduled = { payload: { id?: unknown } | null };

/** The queue's dead letters. */
@Injectable()
export class DeadJobs {
  constructor(private readonly db: Db) {}

  /** Those that failed last first. */
  async list({ page, size }: PageInput): Promise<Page<DeadJob>> {
    const rows: (Omit<DeadJob, 'lastError'> & { lastError: string | null })[] = await this.db.em.query(
      `select id, task_identifier as task, attempts, last_error as "lastError", created_at as "createdAt", updated_at as "failedAt"
         from graphile_worker.jobs where ${isDead} order by updated_at desc, id desc offset $1 limit $2`,
      [(page - 1) * size, size],
    );
    const [count]: { total: number }[] = await this.db.em.query(`select count(*)::int as total from graphile_worker.jobs where ${isDead}`);
    return { items: rows.map((row) => ({ ...row, lastError: maskText(row.lastError?.split('\n')[0] ?? '') })), total: count?.total ?? 0 };
  }

  /** Has the job tried again from the beginning. */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.db.run(actor, async (tx) => {
      const [job]: { task: string }[] = /^\d{1,18}$/.test(id)
        ? await tx.em.query(`select task_identifier as task from graphile_worker.jobs where id = $1 and ${isDead}`, [id])
        : [];
      if (!job) throw new DomainError('NOT_FOUND');
      const rows: Rescheduled[] = await tx.em.query(
        'select payload from graphile_worker.reschedule_jobs(array[$1::bigint], run_at := now(), attempts := 0)',
        [id],
      );
      const subject = rows[0]?.payload?.id;
      await tx.record('job.retried', typeof subject === 'string' ? subject : nobody, { task: job.task });
    });
  }
}
