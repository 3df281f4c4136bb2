import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inRoot } from '../paths.mjs';
import { Problem, explain, say } from '../progress.mjs';
import { runCommand } from '../run-command.mjs';
import { startServices } from '../services/index.mjs';
import { freePort } from '../services/ports.mjs';
import { waitReady } from '../wait-ready.mjs';

/** Runs a trial of the whole product on a data folder of its own; whatever it started ends with it, however it ends. */
export function runTrial(name, main) {
  const dataDir = fs.mkdtempSync(path.join(process.env.JIHUI_TEMP ?? os.tmpdir(), `jihui-${name}-`));
  // PostgreSQL runs as another user where we are root, and has to get in.
  fs.chmodSync(dataDir, 0o755);
  const toStop = [];
  const end = async (code) => {
    for (const stop of toStop.splice(0)) await stop().catch((error) => say(explain(error)));
    fs.rmSync(dataDir, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130));
  main({ dataDir, onEnd: (stop) => toStop.unshift(stop) }).then(
    () => end(0),
    (error) => {
      say(explain(error));
      return end(1);
    },
  );
}

/** PostgreSQL and Meilisearch of the trial. */
export async function startTrialServices({ dataDir, onEnd }, options = {}) {
  const services = await startServices({ dataDir, env: {}, ...options });
  onEnd(() => services.stop());
  return services;
}

/** A migrated database with a pool, and the environment of the processes that work on it. `database`: one of that name, made beside the first. */
export async function openDatabase({ dataDir, onEnd }, services, { database = null, ...pool } = {}) {
  const url = new URL(services.databaseUrl);
  if (database) {
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create database ${database}`);
    await admin.end();
    url.pathname = `/${database}`;
  }
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: url.href,
    MEILI_URL: services.meiliUrl,
    MEILI_KEY: services.meiliKey,
    ...(database ? { MEILI_PREFIX: database } : {}),
    DATA_DIR: path.join(dataDir, database ?? 'app'),
    PORT: String(await freePort()),
    RATE_LIMIT_PER_MINUTE: '100000000',
    LOG_LEVEL: 'error',
  };
  if ((await runCommand(['node', inRoot('apps/api/dist/migrate.js')], { env })) !== 0) throw new Problem('数据库迁移失败');
  const db = new pg.Pool({ connectionString: url.href, ...pool });
  onEnd(() => db.end());
  return { env, db };
}

/** The API, ready; `kill` and `gone` for who ends it himself. */
export async function startApi({ dataDir, onEnd }, env, name = 'api') {
  const logFile = path.join(dataDir, 'logs', `${name}.log`);
  const log = fs.openSync(logFile, 'a');
  const child = spawn(process.execPath, [inRoot('apps/api/dist/main.js')], { env, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  onEnd(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  await waitReady({ port: env.PORT, seconds: 30, logFile, stopped: () => false });
  return { kill: (signal) => child.kill(signal), gone };
}

/** One GraphQL request of the i-th client: { data }, { code } of a refusal, or how it was { lost }. */
export function asker(port, cookies) {
  return async (i, query, variables) => {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookies[i % cookies.length] },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(60_000),
      });
      const { data, errors } = await response.json();
      if (errors?.length) return { code: errors[0].extensions?.code ?? errors[0].message };
      return data ? { data } : { lost: 'under way' };
    } catch (error) {
      return { lost: error.cause?.code === 'ECONNREFUSED' ? 'unsent' : 'under way' };
    }
  };
}

/** Works on all items, so many at a time; the results in the items' order. */
export async function inParallel(items, together, work) {
  const results = [];
  let next = 0;
  const lane = async (n) => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i], i, n);
  };
  await Promise.all(Array.from({ length: together }, (_, n) => lane(n)));
  return results;
}
