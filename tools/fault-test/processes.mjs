import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../paths.mjs';
import { waitReady } from '../wait-ready.mjs';

/** One of the product's processes, started again as soon as it is gone, however often: the product's own supervisor gives up after five in a minute. */
export function keep(script, { env, dataDir }) {
  const logFile = path.join(dataDir, 'logs', `${script}.log`);
  let child;
  let stopping = false;
  let gone = Promise.resolve();
  const launch = () => {
    const log = fs.openSync(logFile, 'a');
    child = spawn(process.execPath, [inRoot(`apps/api/dist/${script}.js`)], { env, stdio: ['ignore', log, log] });
    fs.closeSync(log);
    gone = new Promise((resolve) => child.once('exit', resolve));
    void gone.then(async () => {
      await sleep(100);
      if (!stopping) launch();
    });
  };
  launch();
  return {
    strike: () => child.kill('SIGKILL'),
    ready: () => waitReady({ port: env.PORT, seconds: 90, logFile, stopped: () => stopping }),
    async stop() {
      stopping = true;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** kill -9 in PostgreSQL: its main process (at most four times a minute, or its supervisor gives up), else one of those that serve a connection. */
export function postgresStriker(dataDir, db) {
  const pidFile = path.join(fs.realpathSync(path.join(dataDir, 'postgres')), 'cluster', 'postmaster.pid');
  const deaths = [];
  return async () => {
    const now = Date.now();
    const isFresh = deaths.filter((at) => now - at < 61_000).length < 4;
    const pid = isFresh && Math.random() < 0.5 ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : await busyBackend(db);
    if (!pid) return null;
    const isMain = String(pid) === fs.readFileSync(pidFile, 'utf8').split('\n')[0];
    if (isMain) deaths.push(now);
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      return null;
    }
    return isMain ? 'PostgreSQL 主进程' : 'PostgreSQL 服务进程';
  };
}

/** One that is in the middle of a transaction, if there is one. */
async function busyBackend(db) {
  const { rows } = await db
    .query(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by (xact_start is not null) desc, random() limit 1`,
    )
    .catch(() => ({ rows: [] }));
  return rows[0]?.pid ?? null;
}
