import './node-version.mjs';
import fs from 'node:fs';
import { inRoot } from './paths.mjs';
import { Problem, explain, say } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { startServices } from './services/index.mjs';
import { readLock } from './services/lock.mjs';
import { readSettings } from './settings.mjs';
import { transpile } from './transpile.mjs';

/** `node tools/api-command.mjs search-verify`: one of the API's own commands, on the services that run or, where none do, on its own for so long. */
async function run(name, args) {
  if (!/^[a-z-]+$/.test(name ?? '')) throw new Problem('用法：node tools/api-command.mjs <命令>，例如 search-verify');
  await transpile();
  const script = `apps/api/dist/${name}.js`;
  if (!fs.existsSync(inRoot(script))) throw new Problem(`没有这个命令：${name}`);

  const { dataDir } = readSettings([]);
  const services = await servicesFor(dataDir);
  try {
    const env = {
      ...process.env,
      DATABASE_URL: services.databaseUrl,
      MEILI_URL: services.meiliUrl,
      MEILI_KEY: services.meiliKey,
      DATA_DIR: dataDir,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    };
    return await runCommand(['node', '--enable-source-maps', script, ...args], { env });
  } finally {
    await services.stop?.();
  }
}

/** Those of the environment, else those of the launcher that runs on this data folder, else our own. */
async function servicesFor(dataDir) {
  const { DATABASE_URL: databaseUrl, MEILI_URL: meiliUrl, MEILI_KEY: meiliKey = '' } = process.env;
  if (databaseUrl && meiliUrl) return { databaseUrl, meiliUrl, meiliKey };
  const running = readLock(dataDir);
  if (running?.databaseUrl) return running;
  return startServices({ dataDir, log: () => {} });
}

const [name, ...args] = process.argv.slice(2);
run(name, args)
  .then((code) => {
    process.exitCode = typeof code === 'number' ? code : 1;
  })
  .catch((error) => {
    say(explain(error));
    process.exitCode = 1;
  });
