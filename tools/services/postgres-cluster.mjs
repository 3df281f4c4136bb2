import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../progress.mjs';
import { argumentsOf, birthOf, endProcess } from './processes.mjs';

export const superuser = 'jihui';

/** Makes the cluster where there is none, under another name first: a half-made one never counts. */
export async function ensureCluster({ folder, bin, version, user, fsync }) {
  const cluster = path.join(folder, 'cluster');
  if (fs.existsSync(cluster)) {
    refuseOtherMajor(cluster, version);
    return { cluster, created: false };
  }
  const unfinished = `${cluster}.init`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  own(unfinished, user);
  const flags = [
    '-D',
    unfinished,
    '-U',
    superuser,
    `--pwfile=${passwordOf(folder, user).file}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    ...(fsync ? [] : ['--no-sync']),
  ];
  try {
    await promisify(execFile)(path.join(bin, 'initdb'), flags, { ...user, cwd: '/', env: databaseEnvironment });
  } catch (error) {
    if (error.stderr?.includes('user does not exist')) {
      throw new Problem(
        `当前用户（uid ${process.getuid()}）没有登记在 /etc/passwd，PostgreSQL 因此不能创建数据库。\n` +
          '  请换一个已登记的用户（或 root）运行 npm start。',
      );
    }
    throw new Problem(`创建数据库失败（initdb）：${error.stderr?.trim() || error.message}`);
  }
  fs.renameSync(unfinished, cluster);
  return { cluster, created: true };
}

/** Random, made once, kept beside the cluster: the address stays the same over restarts. */
export function passwordOf(folder, user) {
  const file = path.join(folder, 'password');
  if (!fs.existsSync(file)) {
    if (fs.existsSync(path.join(folder, 'cluster'))) throw new Problem(`缺少数据库密码文件 ${file}，请从备份恢复它。`);
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    own(file, user);
  }
  return { file, password: fs.readFileSync(file, 'utf8').trim() };
}

/** A server that outlived its launcher is stopped; the pid file of one that crashed is removed. */
export async function endLeftover(folder) {
  const cluster = path.join(folder, 'cluster');
  const pidFile = path.join(cluster, 'postmaster.pid');
  let pid;
  try {
    pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);
  } catch {
    return false;
  }
  if (pid > 0 && birthOf(pid) !== null && runsOn(pid, cluster)) {
    await endProcess(pid, { signal: 'SIGINT', graceMs: 60_000, hardSignal: 'SIGQUIT' });
    return true;
  }
  fs.rmSync(pidFile, { force: true });
  return false;
}

function runsOn(pid, cluster) {
  if (argumentsOf(pid).includes(cluster)) return true;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    return false;
  }
}

function refuseOtherMajor(cluster, version) {
  let found;
  try {
    found = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (error.code === 'EACCES') throw new Problem(`数据目录 ${cluster} 属于另一个用户。请用创建它的用户运行，或换一个 DATA_DIR。`);
    throw new Problem(`${cluster} 不是完整的 PostgreSQL 数据目录（缺少 PG_VERSION）。请从备份恢复，或换一个 DATA_DIR。`);
  }
  const major = version.split('.')[0];
  if (found !== major) {
    throw new Problem(
      `数据目录 ${cluster} 由 PostgreSQL ${found} 创建，本程序自带的是 PostgreSQL ${version}，主版本不同，不能直接打开。\n` +
        `  请用 PostgreSQL ${found} 的 pg_dump 导出后导入新库，或换一个 DATA_DIR 重新开始。`,
    );
  }
}

function own(file, user) {
  if (user) fs.chownSync(file, user.uid, user.gid);
}

/** Nothing of ours: PG* variables of the caller would otherwise change the server. */
export const databaseEnvironment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
