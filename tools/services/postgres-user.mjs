import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../progress.mjs';
import { ownServicesNeeded, postgresHome } from './platform.mjs';

/** PostgreSQL refuses to run as root; null where we are an ordinary user already. */
export function databaseUser(dataDir) {
  if (process.getuid() !== 0) return null;
  const owner = fs.statSync(path.join(dataDir, 'cluster'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) {
    throw new Problem('PostgreSQL 不能以 root 运行，而系统里没有 postgres 或 nobody 用户。请用普通用户运行 npm start。');
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/**
 * The folder that really holds the database. Below a folder that is closed to the database user
 * (/root is, on Debian) it cannot live; then it is in /var/lib and the wanted place is a link to it.
 */
export function databaseFolder(dataDir, user, log) {
  const placed = fs.lstatSync(dataDir, { throwIfNoEntry: false });
  if (placed?.isSymbolicLink()) {
    const elsewhere = path.resolve(path.dirname(dataDir), fs.readlinkSync(dataDir));
    fs.mkdirSync(elsewhere, { recursive: true });
    return elsewhere;
  }
  fs.mkdirSync(dataDir, { recursive: true });
  if (!user || canEnter(user, dataDir)) return fs.realpathSync(dataDir);

  if (fs.readdirSync(dataDir).length > 0) {
    throw new Problem(`${dataDir} 里已有数据库文件，但数据库用户（uid ${user.uid}）进不去。请执行 chmod o+x 打开它的上级目录。`);
  }
  fs.mkdirSync('/var/lib/jihui', { recursive: true });
  const elsewhere = fs.mkdtempSync('/var/lib/jihui/postgres-');
  fs.chmodSync(elsewhere, 0o755);
  fs.rmdirSync(dataDir);
  fs.symlinkSync(elsewhere, dataDir);
  log(`  数据库用户进不了 ${dataDir}（上级目录只对 root 开放），数据库文件放在 ${elsewhere}`);
  return elsewhere;
}

/** { bin, version } of binaries that the database user is able to run, copied aside where need be. */
export function runnableBinaries(user) {
  linkLibraries(postgresHome);
  const inPlace = versionOf(postgresHome, user);
  if (inPlace) return { bin: path.join(postgresHome, 'bin'), version: inPlace };
  if (!user) throw ownServicesNeeded('自带的 PostgreSQL 在本机运行不了');

  const checkout = createHash('sha256').update(postgresHome).digest('hex').slice(0, 12);
  const copy = `/var/cache/jihui/postgres-${checkout}`;
  const version = versionOf(copy, user) ?? versionOf(copyOpen(postgresHome, copy), user);
  if (!version) throw ownServicesNeeded('自带的 PostgreSQL 在本机运行不了');
  return { bin: path.join(copy, 'bin'), version };
}

/** npm packs no symbolic links, so the package lists them; its own script may have been denied. */
function linkLibraries(home) {
  for (const { source, target } of JSON.parse(fs.readFileSync(path.join(home, 'pg-symlinks.json'), 'utf8'))) {
    const link = path.join(home, '..', target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.basename(source), link);
  }
}

function versionOf(home, user) {
  const { status, stdout } = spawnSync(path.join(home, 'bin/postgres'), ['--version'], { ...user, cwd: '/', stdio: 'pipe' });
  return status === 0 ? stdout.toString().match(/[\d.]+/)[0] : null;
}

function canEnter(user, folder) {
  return spawnSync('sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function copyOpen(from, to) {
  const unfinished = `${to}.${process.pid}`;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const entry of ['', ...fs.readdirSync(unfinished, { recursive: true })]) {
    const file = path.join(unfinished, entry);
    const stat = fs.lstatSync(file);
    if (!stat.isSymbolicLink()) fs.chmodSync(file, stat.mode | (stat.mode & 0o100 ? 0o555 : 0o444));
  }
  fs.rmSync(to, { recursive: true, force: true });
  fs.renameSync(unfinished, to);
  return to;
}
