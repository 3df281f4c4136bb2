import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPlainLog, tail } from '../log-file.mjs';
import { Problem, say, stopwatch } from '../progress.mjs';
import { supervise } from '../supervise.mjs';
import { freePort } from './ports.mjs';
import { databaseEnvironment, endLeftover, ensureCluster, passwordOf, superuser } from './postgres-cluster.mjs';
import { databaseFolder, databaseUser, runnableBinaries } from './postgres-user.mjs';
import { endWithLauncher } from './processes.mjs';

const database = 'jihui';
const shutdown = { signal: 'SIGINT', graceMs: 60_000, hardSignal: 'SIGQUIT' };

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: 100,
  // Parallel queries take this before /dev/shm, which has 64 MB in a container.
  min_dynamic_shared_memory: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

const withoutDurability = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A PostgreSQL of our own on 127.0.0.1, with its files in `dataDir`: { url, port, version, stop() }. */
export async function startPostgres({ dataDir, port, log = say, fsync = true, extraSettings, logFile, onGiveUp }) {
  const done = stopwatch(log);
  const file = logFile ?? path.join(dataDir, 'postgres.log');
  const user = databaseUser(dataDir);
  const { bin, version } = runnableBinaries(user);
  const folder = databaseFolder(dataDir, user, log);
  if (await endLeftover(folder)) log('  上次没有正常停止的数据库进程已停止');
  const { cluster, created } = await ensureCluster({ folder, bin, version, user, fsync });
  const { password } = passwordOf(folder, user);

  const launchOn = (chosen) => {
    const all = { ...settings, ...(fsync ? {} : withoutDurability), ...extraSettings, port: chosen };
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const output = openPlainLog(file);
    const child = spawn(path.join(bin, 'postgres'), ['-D', cluster, ...flags], {
      ...user,
      cwd: '/',
      env: databaseEnvironment,
      detached: true,
      stdio: ['ignore', output, output],
    });
    fs.closeSync(output);
    if (child.pid) child.once('exit', endWithLauncher(child.pid, shutdown.signal));
    return child;
  };

  const { child, chosen } = await startOnFreePort({ port, launchOn, cluster, file });
  const server = supervise({
    name: 'PostgreSQL',
    first: child,
    launch: () => launchOn(chosen),
    log,
    ...shutdown,
    onGiveUp: () => onGiveUp?.('PostgreSQL', file),
  });
  const url = `postgres://${superuser}:${password}@127.0.0.1:${chosen}/${database}`;
  try {
    await ensureDatabase(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  done(`数据库 PostgreSQL ${version} 已启动`, `${created ? '新建，' : ''}端口 ${chosen}`);
  return { url, port: chosen, version, stop: server.stop };
}

/** Between finding a free port and taking it another program may take it: then the next one. */
async function startOnFreePort({ port, launchOn, cluster, file }) {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const child = launchOn(chosen);
    if (await ready(child, cluster)) return { child, chosen };
    const output = tail(file, 8);
    if (port || attempt === 3 || !/could not (bind|create any)/.test(output)) {
      throw new Problem(`数据库 PostgreSQL 没有启动，日志 ${file} 的最后几行：\n${output}`);
    }
  }
}

/** The server writes "ready" into its pid file once it answers; the pid says that it is ours. */
async function ready(child, cluster) {
  child.once('error', () => {});
  const pidFile = path.join(cluster, 'postmaster.pid');
  while (child.pid && child.exitCode === null && child.signalCode === null) {
    try {
      const lines = fs.readFileSync(pidFile, 'utf8').split('\n');
      if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready')) return true;
    } catch {
      // not written yet
    }
    await sleep(15);
  }
  return false;
}

async function ensureDatabase(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.replace(/[^/]*$/, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
