import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When a process was born: its number alone may belong to another one by now.
 * null when it is gone; a zombie counts as gone (nobody may be there to reap it in a container).
 */
export function birthOf(pid) {
  if (fs.existsSync('/proc/self/stat')) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : fields[19];
    } catch {
      return null;
    }
  }
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: 'pipe' })
        .toString()
        .trim() || null
    );
  } catch {
    return null;
  }
}

export function argumentsOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

export function writePidFile(file, pid) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${pid} ${birthOf(pid)}\n`);
}

/** The number in the file if that very process still runs, else null. */
export function readPidFile(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
  const space = text.indexOf(' ');
  const pid = Number(text.slice(0, space));
  return pid > 0 && birthOf(pid) === text.slice(space + 1) ? pid : null;
}

export async function endProcess(pid, { signal = 'SIGTERM', graceMs = 5000, hardSignal = 'SIGKILL' } = {}) {
  const birth = birthOf(pid);
  if (birth === null) return;
  const gone = async (ms) => {
    for (const until = Date.now() + ms; Date.now() < until; await sleep(20)) {
      if (birthOf(pid) !== birth) return true;
    }
    return false;
  };
  kill(pid, signal);
  if (await gone(graceMs)) return;
  kill(pid, hardSignal);
  await gone(10_000);
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * A launcher killed with -9 cannot stop its services. A shell of one megabyte that reads from the
 * launcher's pipe sees it close and does; the API gets the seconds before that to end.
 */
export function endWithLauncher(pid, signal) {
  const script = 'read -r _; sleep 3; kill -s "$1" "$2"';
  const watcher = spawn('sh', ['-c', script, 'sh', signal.replace('SIG', ''), String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  watcher.unref();
  watcher.stdin.unref();
  return () => watcher.kill('SIGKILL');
}
