import { Injectable } from '@nestjs/common';
import { Logger, parseCronItems, run, runMigrations, runOnce, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { PinoLogger } from 'nestjs-pino';
import { Config } from '../config.js';
import { Metrics } from '../health/metrics.js';
import { JobRegistry, type JobPayload } from './job-registry.js';
import { WorkerLoop } from './worker-loop.js';

/** Runs the jobs in a worker process; several processes share the queue in PostgreSQL. */
@Injectable()
export class JobRunner {
  private runner: Runner | null = null;
  private pool: pg.Pool | null = null;
  // The queue's own lines are detail; what failed is logged below with its task.
  private readonly queueLog = new Logger(() => (level, message) => this.log[level === 'error' || level === 'warning' ? 'warn' : 'debug'](message));
  private loops: WorkerLoop[] = [];

  constructor(
    private readonly config: Config,
    private readonly registry: JobRegistry,
    private readonly log: PinoLogger,
    private readonly metrics: Metrics,
  ) {}

  /** Creates or upgrades the queue's own tables. */
  async migrate(): Promise<void> {
    await runMigrations({ connectionString: this.config.get('DATABASE_URL') });
  }

  async start(): Promise<void> {
    this.pool = this.openPool();
    this.runner = await run({
      pgPool: this.pool,
      logger: this.queueLog,
      concurrency: 4,
      pollInterval: 1000,
      noHandleSignals: true,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.registry.crons.map(({ task, pattern }) => ({ task, match: pattern, identifier: task }))),
    });
    this.loops = this.registry.loops.map(({ task, everySeconds, run: turn }) => new WorkerLoop(turn, everySeconds, (error) => this.log.warn({ err: error, task }, 'worker loop failed')));
  }

  /** Runs everything that is due and returns: for tests and for the end of a bulk load. */
  async drain(): Promise<void> {
    const pool = this.openPool();
    try {
      await runOnce({ pgPool: pool, logger: this.queueLog, taskList: this.tasks(), concurrency: 4, noHandleSignals: true });
    } finally {
      await pool.end();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    this.loops = [];
    await this.runner?.stop();
    await this.pool?.end();
    this.runner = null;
    this.pool = null;
  }

  private openPool(): pg.Pool {
    const pool = new pg.Pool({ connectionString: this.config.get('DATABASE_URL'), max: 8 });
    // An idle connection that PostgreSQL drops is no reason for the process to die: the pool opens another.
    pool.on('error', (error) => this.log.warn({ err: error }, 'job queue connection lost'));
    pool.on('connect', (client) => client.on('error', (error) => this.log.warn({ err: error }, 'job queue connection lost')));
    return pool;
  }

  private tasks(): TaskList {
    return Object.fromEntries(
      [...this.registry.handlers].map(([task, handler]) => [
        task,
        async (payload: unknown) => {
          const started = performance.now();
          try {
            await handler(payload as JobPayload);
            this.metrics.jobs.inc({ task, outcome: 'done' });
          } catch (error) {
            this.metrics.jobs.inc({ task, outcome: 'failed' });
            this.log.warn({ err: error, task, payload }, 'job failed, it will be tried again');
            throw error;
          } finally {
            this.metrics.jobSeconds.observe({ task }, (performance.now() - started) / 1000);
          }
        },
      ]),
    );
  }
}
