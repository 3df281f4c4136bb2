import 'reflect-metadata';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrationFiles } from './migration-files.js';
import { Config } from './platform/config.js';

const url = new Config().get('DATABASE_URL');

type MigrationClass = new () => { up(): Promise<void>; down(): Promise<void> };

/** Whether each migration has been run: asked before they are loaded, since at most starts there is nothing to do. */
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

/** Brings the database to this version: the queue's tables, then ours. An advisory lock keeps two starters apart. Knows no entities: loading them takes a second. */
async function migrate(): Promise<void> {
  const modules = await Promise.all(migrationFiles().map((file) => import(file.href) as Promise<Record<string, MigrationClass>>));
  const migrations = modules.flatMap((m) => Object.values(m));
  const source = new DataSource({ type: 'postgres', url, poolSize: 1, migrations, migrationsTransactionMode: 'each' });
  await source.initialize();
  await source.query('select pg_advisory_lock(4101)');
  const done = await source.runMigrations();
  process.stdout.write(done.length ? `${done.map((m) => m.name).join('\n')}\n` : '');
  await source.destroy();
}

await runMigrations({ connectionString: url });
if (!(await isCurrent())) await migrate();
