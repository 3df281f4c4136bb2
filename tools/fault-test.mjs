import { setTimeout as sleep } from 'node:timers/promises';
import { build } from './build.mjs';
import { certificateFaults, findings, plantMatters } from './fault-test/findings.mjs';
import { keep, postgresStriker } from './fault-test/processes.mjs';
import { inRoot } from './paths.mjs';
import { Problem, say, secondsSince } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { plant, registerDocument } from './scene/contracts.mjs';
import { asker, inParallel, openDatabase, runTrial, startTrialServices } from './scene/product.mjs';

/**
 * `node tools/fault-test.mjs [decisions] [faults]` (2000 and 100): kill -9 of the API, the worker and PostgreSQL at random moments while 24 clients decide:
 * three quarters registrations, a quarter granted changes of what was just registered. Whoever got no answer asks again. Then everything is counted:
 * nothing lost, nothing doubled, numbers without a gap, the chain verified, every certificate as its record.
 */
const [decisions = 2000, faults = 100] = process.argv.slice(2).map(Number);
const contracts = Math.round(decisions * 0.75);
const changes = decisions - contracts;
const together = 24;
const grantDocument = 'mutation G($input: MatterOpinionInput!) { grantMatter(input: $input) { status } }';
const stateDocument = 'query S($id: ID!) { contract(id: $id) { status registeredVersion } }';
const struck = {};
let answered = 0;
let lost = 0;
let unheard = 0;

async function main(scene) {
  const { dataDir, onEnd } = scene;
  const from = performance.now();
  await build({ only: 'api' });
  const { env, db } = await openDatabase(scene, await startTrialServices(scene, { log: () => {} }), { max: 3 });
  db.on('error', () => {});
  const { contracts: rows, cookies } = await plant(db, contracts);
  const matters = await plantMatters(db, rows, changes);

  const api = keep('main', { env, dataDir });
  const worker = keep('worker', { env, dataDir });
  onEnd(worker.stop);
  onEnd(api.stop);
  await api.ready();
  const ask = asker(env.PORT, cookies);
  let working = true;
  const striking = strikes({ api, worker, postgres: postgresStriker(dataDir, db) }, () => working);
  await inParallel(rows, together, async (contract, i) => {
    await decide(ask, i, registerDocument, contract, async () => (await state(ask, i, contract.id))?.status === 'REGISTERED');
    const matter = matters.get(contract.id);
    if (matter) await decide(ask, i, grantDocument, matter, async () => (await state(ask, i, contract.id))?.registeredVersion === 2);
  });
  working = false;
  const done = await striking;
  say(`✓ ${decisions} 项决定全部作出；期间 kill -9 共 ${done} 次：${Object.entries(struck).map(([what, n]) => `${what} ${n}`).join('，')}`);
  say(`  没有得到答复而重试 ${lost} 次；其中 ${unheard} 项在中断前已经生效、只是答复丢失，没有重复作出`);

  await api.ready();
  await drained(db);
  const wrong = await findings(db, { contracts, changes });
  const { checked, faults: differing } = await certificateFaults(db, env.PORT);
  if (differing.length) wrong.push(`与记录不符的登记证明：${differing.slice(0, 10).join('，')}`);
  if ((await runCommand(['node', inRoot('apps/api/dist/ledger-verify.js')], { env })) !== 0) wrong.push('账本核对不符');
  if (done < faults) wrong.push(`只中断了 ${done} 次，应为 ${faults} 次`);
  if (wrong.length) throw new Problem(`✗ ${wrong.join('\n✗ ')}`);
  say(`✓ 无遗漏、无重复；编号 1–${contracts} 连续；账本 ${decisions} 条逐条承接；${checked} 份登记证明与记录一致（${secondsSince(from)} 秒）`);
}

/** At random moments, spread over the work: each next one when its share of the decisions has been answered. */
async function strikes({ api, worker, postgres }, isWorking) {
  let done = 0;
  while (done < faults && isWorking()) {
    while (isWorking() && answered < ((done + Math.random()) / faults) * decisions * 0.97) await sleep(5);
    await sleep(Math.random() * 40);
    const kind = Math.random();
    let what = null;
    if (kind < 0.4) what = api.strike() ? 'API' : null;
    else if (kind < 0.55) what = worker.strike() ? '后台任务' : null;
    else what = await postgres();
    if (!what) continue;
    struck[what] = (struck[what] ?? 0) + 1;
    done++;
  }
  return done;
}

/** Until it is decided: an answer, or none and then the record says that it was. */
async function decide(ask, i, document, { id, version }, isDone) {
  for (let attempt = 0; attempt < 2000; attempt++) {
    const answer = await ask(i, document, { input: { id, version } });
    if (answer.data) return void answered++;
    if (['STALE', 'ILLEGAL_TRANSITION'].includes(answer.code) && (await isDone())) {
      unheard++;
      return void answered++;
    }
    if (answer.code && !['INTERNAL', 'UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'STALE', 'ILLEGAL_TRANSITION'].includes(answer.code)) throw new Problem(`决定被拒绝：${answer.code}`);
    lost++;
    await sleep(20 + Math.random() * 180);
  }
  throw new Problem(`${id} 一直没有决定`);
}

async function state(ask, i, id) {
  return (await ask(i, stateDocument, { id })).data?.contract;
}

/** The worker has done what follows from every decision. */
async function drained(db) {
  for (let waited = 0; waited < 240; waited++) {
    const left = await db.query('select count(*)::int as n from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now() + interval \'5 minutes\'').then((r) => r.rows[0].n, () => null);
    if (left === 0) return;
    // What a killed worker held stays locked for hours: the next one would wait as long.
    await db.query(`select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_at < now() - interval '20 seconds'))`).catch(() => {});
    await db.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null').catch(() => {});
    await sleep(1000);
  }
  throw new Problem('后台任务没有办完');
}

runTrial('fault', main);
