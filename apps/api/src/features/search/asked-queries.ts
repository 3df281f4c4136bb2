import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Db } from '../../platform/db/db.js';
import { Cron } from '../../platform/jobs/job-registry.js';

type Asked = { times: number; found: number };
const everyMs = 5000;
/** A flood of different texts is no set of queries worth keeping. */
const mostWaiting = 2000;
const longest = 60;

/** Counts what is looked for. Collected in memory and written every few seconds: nobody's search waits for it, and a crash loses seconds of it. */
@Injectable()
export class AskedQueries implements OnApplicationShutdown {
  private waiting = new Map<string, Asked>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Db,
    private readonly log: PinoLogger,
  ) {}

  note(text: string, found: number): void {
    if (text.length < 2 || text.length > longest || (this.waiting.size >= mostWaiting && !this.waiting.has(text))) return;
    this.waiting.set(text, { times: (this.waiting.get(text)?.times ?? 0) + 1, found });
    this.timer ??= setTimeout(() => void this.write().catch((error: unknown) => this.log.warn({ err: error }, 'asked queries were not written')), everyMs).unref();
  }

  /** Writes what has been collected. */
  async write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const rows = Array.from(this.waiting, ([text, asked]) => ({ text, ...asked }));
    this.waiting = new Map();
    if (!rows.length) return;
    await this.db.em.query(
      `insert into asked_query (text, times, found, "lastAt") select text, times, found, now() from jsonb_to_recordset($1::jsonb) as r(text text, times int, found int) order by text
       on conflict (text) do update set times = asked_query.times + excluded.times, found = excluded.found, "lastAt" = excluded."lastAt"`,
      [JSON.stringify(rows)],
    );
  }

  /** 03:50 in Zhengzhou. */
  @Cron('50 19 * * *')
  async forget(): Promise<void> {
    await this.db.em.query(`delete from asked_query where "lastAt" < now() - interval '90 days'`);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.write().catch((error: unknown) => this.log.warn({ err: error }, 'asked queries were not written'));
  }
}
