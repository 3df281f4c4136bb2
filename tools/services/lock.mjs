import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../progress.mjs';
import { birthOf } from './processes.mjs';

/**
 * One launcher per data folder: two would start two servers on the same files.
 * The file also tells the other commands where the running services are, hence 0600.
 */
export async function takeLock(dataDir) {
  const file = path.join(dataDir, 'launcher.lock');
  const mine = { pid: process.pid, born: birthOf(process.pid) };

  refuseWithoutAccess(dataDir);

  for (;;) {
    const holder = readLock(dataDir);
    if (holder?.pid === process.pid) break;
    if (holder) {
      throw new Problem(
        `数据目录 ${dataDir} 正由另一个启动器使用（进程 ${holder.pid}）。\n` +
          `  请先在那个终端按 Ctrl+C 停止它，或换一个数据目录：DATA_DIR=/另一个目录 PORT=3001 npm start`,
      );
    }
    fs.rmSync(file, { force: true });
    try {
      fs.writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // Two that both removed a stale file: the later one wins, the earlier one sees it here.
    await sleep(30);
  }

  return {
    describe: (services) => fs.writeFileSync(file, JSON.stringify({ ...mine, ...services }), { mode: 0o600 }),
    release: () => readLock(dataDir)?.pid === process.pid && fs.rmSync(file, { force: true }),
  };
}

function refuseWithoutAccess(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new Problem(`不能写入数据目录 ${dataDir}（${error.code}）。请用创建它的用户运行，或换一个目录：DATA_DIR=/另一个目录 npm start`);
  }
}

/** { pid, databaseUrl?, meiliUrl?, meiliKey? } of the launcher that runs on this folder, or null. */
export function readLock(dataDir) {
  try {
    const holder = JSON.parse(fs.readFileSync(path.join(dataDir, 'launcher.lock'), 'utf8'));
    return holder.born && birthOf(holder.pid) === holder.born ? holder : null;
  } catch {
    return null;
  }
}
