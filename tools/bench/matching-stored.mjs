import { inRoot } from '../paths.mjs';
import { say } from '../progress.mjs';
import { runCommand } from '../run-command.mjs';
import { workerMemory } from './matching-worker.mjs';
import { milliseconds, percentile, timedAsync } from './timing.mjs';

const published = 100;

/** The same market in PostgreSQL, in a database of its own: everything matched anew, and one publication until both sides are stored. */
export async function storedMatching(sizes) {
  if (!process.env.DATABASE_URL) return say('PostgreSQL: DATABASE_URL is not set, so not measured');
  const { default: pg } = await import('pg');
  const server = process.env.DATABASE_URL;
  const name = `bench_matching_${process.pid}`;
  await onServer(pg, server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  Object.assign(process.env, { DATABASE_URL: url.href, LOG_LEVEL: 'silent', MEILI_URL: process.env.MEILI_URL ?? 'http://127.0.0.1:1' });
  const drop = () => onServer(pg, server, `drop database if exists ${name} with (force)`);
  // Its time is over: the database goes all the same.
  process.once('SIGTERM', () => void drop().finally(() => process.exit(3)));
  try {
    await measure(sizes);
  } finally {
    await drop();
  }
}

async function measure(sizes) {
  const dist = (file) => import(inRoot('apps/api/dist', file));
  await import('reflect-metadata');
  const [{ NestFactory }, { SeedModule }, { MarketLoader }, { MatchingService }, { Db }] = await Promise.all([
    import('@nestjs/core'),
    dist('seed/seed.module.js'),
    dist('seed/market-loader.js'),
    dist('features/matches/matching.service.js'),
    dist('platform/db/db.js'),
  ]);
  await runCommand(['node', inRoot('apps/api/dist/migrate.js')], { stdio: 'ignore' });
  const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error'], abortOnError: false });
  try {
    const { em } = app.get(Db);
    const filled = await timedAsync(() => app.get(MarketLoader).loadRows(() => undefined, sizes));
    say(`PostgreSQL: rows written in ${(filled / 1000).toFixed(1)} s`);
    const matching = app.get(MatchingService);
    const rematch = async (what) => {
      const cpu = process.cpuUsage();
      const took = await timedAsync(() => matching.rematchAll());
      const { user, system } = process.cpuUsage(cpu);
      say(`${what.padEnd(52)} ${(took / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor here)`);
    };
    await rematch('  process just started: texts read, indexed, matched');
    const [{ pairs }] = await em.query('select count(*) as pairs from match');
    say(`  pairs stored                                       ${pairs}`);
    say(`  reasons of all of them, after the lists            ${((await timedAsync(() => matching.name())) / 1000).toFixed(1)} s`);
    await em.query('analyze');
    await rematch('  full re-match, nothing has changed');
    await em.query('truncate match');
    await rematch('  full re-match, every pair written');
    await matching.name();
    await em.query('analyze');
    await publications(em, matching);
    await workerMemory(em);
    say('');
  } finally {
    await app.close();
  }
}

/** Drafts of real size become public, one after the other: from the commit to both sides' lists committed. */
async function publications(em, matching) {
  for (const [side, follow] of [
    ['achievement', (id) => matching.followAchievement({ id })],
    ['demand', (id) => matching.followDemand({ id })],
  ]) {
    const rows = await em.query(`select id from ${side} where status = 'PUBLISHED' order by md5(id::text) limit $1`, [published]);
    const ids = rows.map((row) => row.id);
    await em.query(`update ${side} set status = 'DRAFT', version = version + 1 where id = any($1)`, [ids]);
    await matching.followMany();
    const times = [];
    for (const id of ids) {
      times.push(
        await timedAsync(async () => {
          await em.query(`update ${side} set status = 'PUBLISHED', version = version + 1 where id = $1`, [id]);
          await follow(id);
        }),
      );
    }
    const [p50, p95, p99] = [50, 95, 99].map((p) => milliseconds(percentile(times, p)));
    say(`  ${`${side} published → both sides stored`.padEnd(50)} p50 ${p50}  p95 ${p95}  p99 ${p99} (${ids.length})`);
  }
}

async function onServer(pg, connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
