import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { accountLines } from './accounts.mjs';
import { endLeftovers, keepRunning, logFileOf } from './app-processes.mjs';
import { hasWeb, webIsBuilt } from './build-web.mjs';
import { reloadOnChange } from './dev.mjs';
import { forkAhead } from './fork-ahead.mjs';
import { ensureInstalled } from './install.mjs';
import { tail } from './log-file.mjs';
import { Problem, explain, say, secondsSince, stopwatch } from './progress.mjs';
import { endOf, endRunningCommands, runCommand, runQuietly } from './run-command.mjs';
import { startServices } from './services/index.mjs';
import { takeLock } from './services/lock.mjs';
import { portIsBusy } from './services/ports.mjs';
import { readSettings } from './settings.mjs';
import { waitReady } from './wait-ready.mjs';

const toStop = [];
let ending = false;

/** Everything that was started, the last first. Steps that still run fail then, silently. */
async function end(code, sentence) {
  if (ending) return;
  ending = true;
  if (sentence) say(sentence);
  endRunningCommands();
  for (const stop of toStop.reverse()) {
    await stop().catch((error) => {
      code = 1;
      say(explain(error));
    });
  }
  if (code === 0) say('已停止。');
  process.exit(code);
}

async function start() {
  const from = performance.now();
  const settings = readSettings(process.argv.slice(2));
  const { port, dataDir, dev, verbose, demo } = settings;
  const logs = path.join(dataDir, 'logs');
  const stepLog = (name) => ({ logFile: path.join(logs, `${name}.log`) });
  const onGiveUp = (name, file) => {
    void end(1, `✗ ${name} 一分钟内反复退出，启动器不再重试。日志 ${file} 的最后几行：\n${tail(file)}`);
  };

  say(dev ? '技汇 Jihui（开发模式）' : '技汇 Jihui');
  const lock = await takeLock(dataDir);
  toStop.push(async () => lock.release());
  fs.mkdirSync(logs, { recursive: true, mode: 0o700 });
  await endLeftovers(dataDir);
  if (await portIsBusy(port)) {
    throw new Problem(`端口 ${port} 已被其他程序占用。请结束那个程序，或换一个端口：PORT=${port + 1} npm start`);
  }
  await ensureInstalled(stepLog('install'));

  const isNew = !process.env.DATABASE_URL && !fs.existsSync(path.join(dataDir, 'postgres'));
  const servicesStarting = startServices({ dataDir, onGiveUp });
  toStop.push(() =>
    servicesStarting.then(
      (services) => services.stop(),
      () => {},
    ),
  );
  const web = dev || !hasWeb() ? null : startWebBuild(stepLog('build-web'));
  const base = { ...process.env, NODE_ENV: dev ? 'development' : 'production', DATA_DIR: dataDir, PORT: String(port), WEB_PORT: process.env.WEB_PORT || '5173' };
  const transpiled = transpileServer(stepLog('build-api'));
  const env = Promise.all([servicesStarting, transpiled]).then(([found]) => ({
    ...base,
    DATABASE_URL: found.databaseUrl,
    MEILI_URL: found.meiliUrl,
    MEILI_KEY: found.meiliKey,
  }));
  const migrate = async () => {
    const whole = await env;
    const done = stopwatch();
    await runQuietly('更新数据库结构', ['node', 'apps/api/dist/migrate.js'], { env: whole, ...stepLog('migrate') });
    done('数据库结构已是最新', 'migrate');
    return whole;
  };
  const migrated = migrate();
  const loaded = demo ? transpiled.then(() => loadDemo({ env: base, turn: migrated, isNew })) : migrated;
  const ready = Promise.all([migrated, loaded, web]).then(([whole]) => whole);
  ready.catch(() => {});
  await migrated;

  if (ending) return;
  const run = (name, script, turn) => {
    const app = keepRunning({ name, script, env: base, turn, dataDir, verbose, onGiveUp });
    toStop.push(() => app.stop());
    return app;
  };
  const hasWebServer = dev && hasWeb();
  if (hasWebServer) run('web', 'tools/web-dev.mjs');
  const api = run('api', 'apps/api/dist/main.js', ready);
  await ready;
  const done = stopwatch();
  await waitReady({ port, logFile: logFileOf(dataDir, 'api'), stopped: () => ending });
  if (ending) return;
  done('API 已就绪，后台任务（worker）正在启动');
  // After the API: on two cores each would make the other twice as late, and nobody waits for a job yet.
  const worker = run('worker', 'apps/api/dist/worker.js', ready);
  if (dev) toStop.push(reloadOnChange({ apps: [api, worker], migrate }));
  announce({ url: `http://localhost:${hasWebServer ? base.WEB_PORT : port}`, dataDir, logs, demo, seconds: secondsSince(from) });
}

async function transpileServer(log) {
  const done = stopwatch();
  await runQuietly('编译服务端代码', ['node', 'tools/build.mjs', 'api'], log);
  done('服务端代码已编译', 'swc');
}

/** Into an empty database only. A new one is surely empty, so that the loader itself can be loaded while PostgreSQL is made. */
async function loadDemo({ env, turn, isNew }) {
  const args = ['--if-empty', '--worker-follows'];
  const code = isNew
    ? await endOf(forkAhead('apps/api/dist/seed.js', args, { env, turn, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }))
    : await runCommand(['node', 'apps/api/dist/seed.js', ...args], { env: await turn });
  if (code !== 0) throw new Problem('载入演示数据失败（seed），原因见上。不需要演示数据时用：npm start -- --no-demo');
}

/** In a process of its own beside the other steps, which take longer and go first; its failure is reported when its turn comes. */
function startWebBuild(log) {
  const done = stopwatch();
  if (webIsBuilt()) return done('网页无须重新构建');
  const building = runQuietly('构建网页', ['node', 'tools/build.mjs', 'web'], { ...log, yields: true }).then(() => done('网页已构建', 'vite'));
  building.catch(() => {});
  return building;
}

function announce({ url, dataDir, logs, demo, seconds }) {
  say();
  say(`技汇已启动（共 ${seconds} 秒）：${url}`);
  say(`  数据目录 ${dataDir}，日志 ${logs}`);
  say();
  if (demo) accountLines().forEach((line) => say(`  ${line}`));
  say();
  say('按 Ctrl+C 停止。');
}

// npm passes a signal on to its shell alone, which dies of it and leaves us without a parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && end(0, '\n正在停止…'), 500).unref();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0, '\n正在停止…'));
start().catch((error) => end(1, ending ? undefined : explain(error)));
