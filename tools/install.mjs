import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { say, stopwatch } from './progress.mjs';
import { runQuietly } from './run-command.mjs';

const lockFile = inRoot('package-lock.json');
const stamp = inRoot('node_modules/.jihui-installed');

/** `npm ci` where node_modules is not what package-lock.json says. */
export async function ensureInstalled({ log = say, logFile = path.join(os.tmpdir(), `jihui-npm-ci-${process.pid}.log`) } = {}) {
  const done = stopwatch(log);
  const wanted = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  if (read(stamp) === wanted || installedByHand()) {
    writeStamp(wanted);
    return;
  }
  log('… 正在安装依赖（npm ci，首次约需一两分钟）');
  const npm = process.env.npm_execpath?.endsWith('.js') ? ['node', process.env.npm_execpath] : ['npm'];
  // NODE_ENV=production of the caller would leave out the compiler.
  await runQuietly('安装依赖（npm ci）', [...npm, 'ci', '--no-audit', '--no-fund', '--include=dev'], { logFile });
  writeStamp(wanted);
  done('依赖已安装', 'npm ci');
}

/** Somebody ran npm themselves: npm's own record of what is installed agrees with the lock file. */
function installedByHand() {
  const record = read(inRoot('node_modules/.package-lock.json'));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  const wanted = Object.entries(JSON.parse(read(lockFile)).packages);
  return wanted.every(([where, { version, optional }]) => !where || (installed[where] ? installed[where].version === version : optional));
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function writeStamp(hash) {
  try {
    if (read(stamp) !== hash) fs.writeFileSync(stamp, hash);
  } catch {
    // A read-only node_modules is looked at again next time.
  }
}
