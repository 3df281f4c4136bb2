import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPlainLog, tail } from '../log-file.mjs';
import { Problem, say, stopwatch } from '../progress.mjs';
import { supervise } from '../supervise.mjs';
import { executable, masterKey } from './meilisearch-files.mjs';
import { ownServicesNeeded } from './platform.mjs';
import { freePort } from './ports.mjs';
import { argumentsOf, endProcess, endWithLauncher, readPidFile, writePidFile } from './processes.mjs';

const shutdown = { signal: 'SIGTERM', graceMs: 10_000, hardSignal: 'SIGKILL' };

/** A Meilisearch of our own on 127.0.0.1, with its files in `dataDir`: { url, key, stop() }. */
export async function startMeilisearch({ dataDir, port, log = say, logFile }) {
  const done = stopwatch(log);
  fs.mkdirSync(dataDir, { recursive: true });
  const place = {
    index: path.join(dataDir, 'index'),
    pid: path.join(dataDir, 'meilisearch.pid'),
    log: logFile ?? path.join(dataDir, 'meilisearch.log'),
  };
  const binary = executable(dataDir);
  const key = masterKey(dataDir);
  if (await endLeftover(place)) log('  上次没有正常停止的搜索进程已停止');

  const launchOn = (chosen) => launch({ binary, key, place, dataDir, port: chosen });
  const { child, chosen, version } = await startOnFreePort({ port, launchOn, place, key, log });
  // Never given up: while it is away the database answers searches, and the rest does not need it.
  const server = supervise({ name: 'Meilisearch', first: child, launch: () => launchOn(chosen), log, ...shutdown });
  const url = `http://127.0.0.1:${chosen}`;
  done(`搜索 Meilisearch ${version} 已启动`, `端口 ${chosen}`);

  const stop = async () => {
    await server.stop();
    fs.rmSync(place.pid, { force: true });
  };
  return { url, key, port: chosen, stop };
}

function launch({ binary, key, place, dataDir, port }) {
  const output = openPlainLog(place.log);
  const flags = [
    '--no-analytics',
    '--env',
    'production',
    '--log-level',
    'WARN',
    '--http-addr',
    `127.0.0.1:${port}`,
    '--db-path',
    place.index,
    '--dump-dir',
    path.join(dataDir, 'dumps'),
    '--snapshot-dir',
    path.join(dataDir, 'snapshots'),
  ];
  // The key goes by the environment: arguments are readable for every user of the machine.
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR ?? '/tmp', NO_COLOR: '1', MEILI_MASTER_KEY: key };
  const child = spawn(binary, flags, { cwd: dataDir, env, detached: true, stdio: ['ignore', output, output] });
  fs.closeSync(output);
  if (child.pid) {
    writePidFile(place.pid, child.pid);
    child.once('exit', endWithLauncher(child.pid, shutdown.signal));
  }
  return child;
}

async function startOnFreePort({ port, launchOn, place, key, log }) {
  let movedAway = false;
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const child = launchOn(chosen);
    const version = await answering(child, chosen, key);
    if (version) return { child, chosen, version };
    if (!child.pid) throw ownServicesNeeded('自带的 Meilisearch 在本机运行不了');

    const output = tail(place.log, 30);
    if (!movedAway && fs.existsSync(place.index) && /is incompatible with|Version file is (corrupted|missing)/.test(output)) {
      const aside = `${place.index}.old-${Date.now()}`;
      fs.renameSync(place.index, aside);
      log(`  搜索索引由另一个版本的 Meilisearch 创建，已移到 ${aside}；索引会由数据库重新生成`);
      movedAway = true;
    } else if (port || attempt >= 3 || !/Address already in use/.test(output)) {
      const hint = /Permission denied/.test(output) ? `（${path.dirname(place.index)} 里有另一个用户的文件，请用那个用户运行）` : '';
      throw new Problem(`搜索 Meilisearch 没有启动${hint}，日志 ${place.log} 的最后几行：\n${tail(place.log, 8)}`);
    }
  }
}

/** Its version once it answers to our key, which says that it is ours; null when it has ended. */
async function answering(child, port, key) {
  child.once('error', () => {});
  while (child.pid && child.exitCode === null && child.signalCode === null) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/version`, { headers: { authorization: `Bearer ${key}` } });
      if (answer.ok) return (await answer.json()).pkgVersion;
    } catch {
      // not listening yet
    }
    await sleep(20);
  }
  return null;
}

async function endLeftover(place) {
  const pid = readPidFile(place.pid);
  if (pid === null || !argumentsOf(pid).includes(place.index)) return false;
  await endProcess(pid, shutdown);
  return true;
}
