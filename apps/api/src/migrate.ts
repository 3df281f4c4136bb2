import 'reflect-metadata';
import { runMigrations } from 'graphile-worker';
import { openDataSource } from './data-source.js';
import { Config } from './platform/config.js';

/** Brings the database to this version: the queue's tables, then ours. An advisory lock keeps two starters apart. */
const url = new Config().get('DATABASE_URL');
await runMigrations({ connectionString: url });
const source = await openDataSource(url, 1);
await source.query('select pg_advisory_lock(4101)');
const done = await source.runMigrations();
process.stdout.write(done.length ? `${done.map((m) => m.name).join('\n')}\n` : '');
await source.destroy();
