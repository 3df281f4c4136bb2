import 'reflect-metadata';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { migrationFiles } from './migration-files.js';
import { Config } from './platform/config.js';

const url = new Config().get('DATABASE_URL');

/** Whether each migration has been run: asked before the entities are loaded, since at most starts there is nothing to do. */
async function isCurrent(): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: there } = await client.query<{ found: boolean }>(`select to_regclass('migrations') is not null as found`);
    if (!there[0]?.found) return false;
    const { rows } = await client.query<{ run: number }>('select count(*)::int as run from migrations');
    return rows[0]?.run === migrationFiles().length;
  } finally {
    await client.end();
  }
}

/** Brings the database to this version: the queue's tables, then ours. An advisory lock keeps two starters apart. */
async function migrate(): Promise<void> {
  const { openDataSource } = await import('./data-source.js');
  const source = await openDataSource(url, 1);
  await source.query('select pg_advisory_lock(4101)');
  const done = await source.runMigrations();
  process.stdout.write(done.length ? `${done.map((m) => m.name).join('\n')}\n` : '');
  await source.destroy();
}

await runMigrations({ connectionString: url });
if (!(await isCurrent())) await migrate();
