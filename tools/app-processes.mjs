import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { forkAhead } from './fork-ahead.mjs';
import { openLog } from './log-file.mjs';
import { inRoot, root } from './paths.mjs';
import { say } from './progress.mjs';
import { endProcess, readPidFile, writePidFile } from './services/processes.mjs';
import { supervise } from './supervise.mjs';

const exitWithParent = pathToFileURL(inRoot('tools/exit-with-parent.mjs')).href;
const names = ['api', 'worker', 'web'];

export const logFileOf = (dataDir, name) => path.join(dataDir, 'logs', `${name}.log`);

const pidFileOf = (dataDir, name) => path.join(dataDir, 'run', `${name}.pid`);

/** One of our own Node processes, kept running, its output in DATA_DIR/logs. With `turn` it is loaded ahead and runs when that brings the rest of its environment. */
export function keepRunning({ name, script, env, turn, dataDir, verbose, onGiveUp }) {
  const log = openLog(logFileOf(dataDir, name), verbose ? (line) => say(`  [${name}] ${line}`) : undefined);
  const launch = () => {
    const options = {
      cwd: root,
      env,
      // Its own group: Ctrl+C reaches the launcher alone, which then ends everything in order.
      detached: true,
      execArgv: ['--enable-source-maps', '--import', exitWithParent],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    };
    const child = turn ? forkAhead(script, [], { ...options, turn }) : fork(inRoot(script), options);
    log.follow(child.stdout);
    log.follow(child.stderr);
    if (child.pid) writePidFile(pidFileOf(dataDir, name), child.pid);
    return child;
  };
  const running = supervise({ name, launch, log: say, onGiveUp: () => onGiveUp(name, log.file) });
  return {
    restart: running.restart,
    async stop() {
      await running.stop();
      fs.rmSync(pidFileOf(dataDir, name), { force: true });
    },
  };
}

/** What a killed launcher left behind ends by itself; this is for the seconds before that. */
export async function endLeftovers(dataDir) {
  const pids = names.map((name) => readPidFile(pidFileOf(dataDir, name))).filter(Boolean);
  await Promise.all(pids.map((pid) => endProcess(pid)));
  if (pids.length > 0) say('  上次没有正常停止的服务进程已停止');
}
