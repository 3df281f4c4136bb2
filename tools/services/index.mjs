import fs from 'node:fs';
import path from 'node:path';
import { say } from '../progress.mjs';
import { takeLock } from './lock.mjs';
import { startMeilisearch } from './meilisearch.mjs';
import { hasMeilisearch, hasPostgres, ownServicesNeeded } from './platform.mjs';
import { startPostgres } from './postgres.mjs';

/**
 * The two services the product needs: those that DATABASE_URL and MEILI_URL name, else our own
 * with their files in `dataDir`. `onGiveUp(name, logFile)` is told when PostgreSQL cannot be kept running.
 */
export async function startServices({ dataDir, env = process.env, log = say, fsync, extraSettings, onGiveUp }) {
  // The database user must be able to enter the folders that we make.
  process.umask(0o022);
  const lock = await takeLock(dataDir);
  const logFile = (name) => path.join(dataDir, 'logs', `${name}.log`);
  const running = [];
  const stop = async () => {
    for (const service of running.splice(0)) await service?.stop();
    lock.release();
  };

  try {
    if (!env.DATABASE_URL && !hasPostgres()) throw ownServicesNeeded('没有适合本机的 PostgreSQL');
    if (!env.MEILI_URL && !hasMeilisearch()) throw ownServicesNeeded('没有适合本机的 Meilisearch');
    fs.mkdirSync(path.join(dataDir, 'logs'), { recursive: true, mode: 0o700 });

    const results = await Promise.allSettled([
      env.MEILI_URL
        ? given('搜索', env.MEILI_URL, log)
        : startMeilisearch({ dataDir: path.join(dataDir, 'meilisearch'), log, logFile: logFile('meilisearch') }),
      env.DATABASE_URL
        ? given('数据库', env.DATABASE_URL, log)
        : startPostgres({ dataDir: path.join(dataDir, 'postgres'), log, logFile: logFile('postgres'), fsync, extraSettings, onGiveUp }),
    ]);
    running.push(...results.map((result) => result.value));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;

    const [meilisearch, postgres] = running;
    const services = {
      databaseUrl: postgres.url,
      meiliUrl: meilisearch.url,
      meiliKey: meilisearch.key ?? env.MEILI_KEY ?? '',
    };
    lock.describe(services);
    return { ...services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function given(what, url, log) {
  log(`✓ ${what}使用环境变量给出的服务（${withoutPassword(url)}）`);
  return { url, stop: async () => {} };
}

function withoutPassword(url) {
  try {
    return new URL(url).host;
  } catch {
    return '地址无法识别';
  }
}
