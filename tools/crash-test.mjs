import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { build } from './build.mjs';
import { branchCode, findings, plant, registerDocument, statusDocument } from './crash-test/scene.mjs';
import { inRoot } from './paths.mjs';
import { Problem, explain, say, secondsSince } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { startServices } from './services/index.mjs';
import { freePort } from './services/ports.mjs';
import { waitReady } from './wait-ready.mjs';

/**
 * `node tools/crash-test.mjs`: kill -9 of the API in the middle of 500 approvals, for real. It is started again, what got no answer
 * is asked again, and then the database is counted: nothing lost, nothing doubled, numbers without a gap.
 */
const approvals = 500;
const together = 24;
const dataDir = fs.mkdtempSync(path.join(process.env.JIHUI_TEMP ?? os.tmpdir(), 'jihui-crash-'));
fs.chmodSync(dataDir, 0o755);
const toStop = [];

async function main() {
  const from = performance.now();
  await build({ only: 'api' });
  const services = await startServices({ dataDir, env: {} });
  toStop.unshift(() => services.stop());
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: services.databaseUrl,
    MEILI_URL: services.meiliUrl,
    MEILI_KEY: services.meiliKey,
    DATA_DIR: path.join(dataDir, 'app'),
    PORT: String(await freePort()),
    RATE_LIMIT_PER_MINUTE: '1000000',
    LOG_LEVEL: 'error',
  };
  if ((await runCommand(['node', inRoot('apps/api/dist/migrate.js')], { env })) !== 0) throw new Problem('数据库迁移失败');
  const db = new pg.Pool({ connectionString: services.databaseUrl, max: 2 });
  toStop.unshift(() => db.end());
  const { contracts, cookies } = await plant(db, approvals);
  const ask = asker(env.PORT, cookies);

  const first = await startApi(env);
  const killAfter = Math.round(approvals * (0.3 + 0.4 * Math.random()));
  let answered = 0;
  // The worst moment: something is committed of which nobody has heard yet, others are between two statements.
  const strike = async () => {
    while (Number((await db.query('select coalesce(sum(last), 0) as last from registration_counter')).rows[0].last) <= answered);
    first.kill('SIGKILL');
  };
  const before = await inParallel(contracts, async (contract, i) => {
    const answer = await ask(i, registerDocument, { input: { id: contract.id, version: contract.version } });
    if (answer.data && ++answered === killAfter) void strike();
    return answer;
  });
  await first.gone;
  const unanswered = contracts.filter((_, i) => before[i].lost);
  const refusedBefore = before.filter((a) => a.code).length;
  const underWay = before.filter((a) => a.lost === 'under way').length;
  say(
    `✓ 登记到 ${killAfter} 份时 kill -9：已得到答复 ${answered} 份；正在办理而没有答复 ${underWay} 份，尚未送达 ${unanswered.length - underWay} 份`,
  );

  await startApi(env);
  let doneUnheard = 0;
  const again = await inParallel(unanswered, async (contract, i) => {
    const answer = await ask(i, registerDocument, { input: { id: contract.id, version: contract.version } });
    if (!answer.code) return answer;
    const now = await ask(i, statusDocument, { id: contract.id });
    const isDone = ['STALE', 'ILLEGAL_TRANSITION'].includes(answer.code) && now.data?.contract.status === 'REGISTERED';
    if (isDone) doneUnheard++;
    return isDone ? { data: now.data } : answer;
  });
  const repeated = again.filter((a) => a.data).length - doneUnheard;
  say(`✓ 重新启动后重试：补登记 ${repeated} 份；其中 ${doneUnheard} 份在崩溃前已登记、只是答复丢失，没有重复登记`);

  const wrong = await findings(db, approvals);
  if (refusedBefore) wrong.push(`崩溃前有 ${refusedBefore} 份被拒绝`);
  if (again.some((a) => !a.data)) wrong.push(`重试后仍有 ${again.filter((a) => !a.data).length} 份没有完成`);
  if (wrong.length) throw new Problem(`✗ ${wrong.join('\n✗ ')}`);
  say(
    `✓ ${approvals} 份全部登记：无遗漏、无重复，编号 JH${branchCode} 000001–${String(approvals).padStart(6, '0')} 连续；审核意见、操作记录、账本条目、后台任务各 ${approvals} 条（${secondsSince(from)} 秒）`,
  );
}

/** One GraphQL request: { data }, { code } of a refusal, or how it was { lost }. */
function asker(port, cookies) {
  return async (i, query, variables) => {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookies[i % cookies.length] },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      return errors?.length ? { code: errors[0].extensions?.code ?? errors[0].message } : { data };
    } catch (error) {
      return { lost: error.cause?.code === 'ECONNREFUSED' ? 'unsent' : 'under way' };
    }
  };
}

async function inParallel(items, work) {
  const results = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i], i);
  };
  await Promise.all(Array.from({ length: together }, lane));
  return results;
}

async function startApi(env) {
  const logFile = path.join(dataDir, 'logs', 'api.log');
  const log = fs.openSync(logFile, 'a');
  const child = spawn(process.execPath, [inRoot('apps/api/dist/main.js')], { env, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  toStop.unshift(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  await waitReady({ port: env.PORT, seconds: 30, logFile, stopped: () => false });
  return { kill: (signal) => child.kill(signal), gone };
}

async function end(code) {
  for (const stop of toStop.splice(0)) await stop().catch((error) => say(explain(error)));
  fs.rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130));
main().then(
  () => end(0),
  (error) => {
    say(explain(error));
    return end(1);
  },
);
