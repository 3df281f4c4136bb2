import http from 'node:http';
import os from 'node:os';
import { build } from '../build.mjs';
import { inRoot } from '../paths.mjs';
import { Problem, say, secondsSince } from '../progress.mjs';
import { runCommand } from '../run-command.mjs';
import { branchCode, plant, registerDocument } from '../scene/contracts.mjs';
import { inParallel, openDatabase, runTrial, startApi, startTrialServices } from '../scene/product.mjs';
import { fillLedger, registerByHand } from './contract-rows.mjs';

/**
 * `npm run bench -- contracts`: registrations of one branch through GraphQL (session, lock, number, review, audit, outbox, ledger) beside the
 * same rows by hand-made SQL, in a database with an empty ledger and in one with a long one, by turns so that a noisy machine is noisy to all.
 * The database writes durably (fsync), as in production. Each run registers contracts that exist; nothing is simulated.
 */
const entries = Number(process.env.BENCH_ENTRIES ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const perRun = { 1: 150, 8: 400, 32: 400 };
const warmUp = 400;

async function main(scene) {
  await build({ only: 'api' });
  const services = await startTrialServices(scene);
  const worlds = [await world(scene, services, 'bench_empty', 0), await world(scene, services, 'bench_long', entries)];

  const results = new Map();
  for (let round = 1; round <= rounds; round++)
    for (const clients of Object.keys(perRun).map(Number))
      for (const w of round % 2 ? worlds : worlds.toReversed())
        for (const way of ['sql', 'graphql']) {
          const key = `${w.length} ${way} ${clients}`;
          results.set(key, [...(results.get(key) ?? []), await run(w, way, clients, perRun[clients])]);
        }
  report(worlds, (length, way, clients) => results.get(`${length} ${way} ${clients}`));
  for (const w of worlds) await examine(w);
}

/** A database with its API, a branch and contracts that wait; `length` entries are in its ledger already. */
async function world(scene, services, name, length) {
  const from = performance.now();
  // Both databases share one server: what a run does not need goes back at once.
  const { env, db } = await openDatabase(scene, services, { database: name, max: 33, idleTimeoutMillis: 200 });
  const each = Object.values(perRun).reduce((sum, n) => sum + n, 0) * rounds;
  const { contracts, cookies } = await plant(db, 2 * (each + warmUp));
  const one = async (sql) => (await db.query(sql)).rows[0];
  const { id: branchId, name: organisation } = await one(`select id, name from organisation where "branchCode" = '${branchCode}'`);
  const reviewer = await one('select id, name from app_user limit 1');
  if (length) await fillLedger(db, branchCode, branchId, length);
  await startApi(scene, env, name);
  const w = { name, length, env, db, port: env.PORT, contracts, cookies, byHand: { branchId, branchCode, reviewer, organisation, tasks: [] } };
  await run(w, 'graphql', 8, warmUp);
  const { rows } = await db.query('select distinct t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id');
  w.byHand.tasks = rows.map((row) => row.identifier);
  await run(w, 'sql', 8, warmUp);
  await db.query('vacuum analyze');
  await db.query('checkpoint');
  say(`✓ 数据库 ${name}：账本已有 ${length.toLocaleString('en')} 条，待登记合同 ${w.contracts.length} 份（${secondsSince(from)} 秒）`);
  return w;
}

async function run(w, way, clients, count) {
  const contracts = w.contracts.splice(0, count);
  if (contracts.length < count) throw new Problem('待登记的合同不够');
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const connections = way === 'sql' ? await Promise.all(Array.from({ length: clients }, () => w.db.connect())) : [];
  const times = [];
  const from = performance.now();
  await inParallel(contracts, clients, async (contract, i, n) => {
    const asked = performance.now();
    if (way === 'sql') await registerByHand(connections[n], contract, w.byHand);
    else await registerByGraphql(w, agent, contract, w.cookies[n % w.cookies.length]);
    times.push(performance.now() - asked);
  });
  const seconds = (performance.now() - from) / 1000;
  for (const connection of connections) connection.release();
  agent.destroy();
  times.sort((a, b) => a - b);
  return { rate: count / seconds, p95: times[Math.ceil(times.length * 0.95) - 1] };
}

function registerByGraphql({ port }, agent, { id, version }, cookie) {
  const body = JSON.stringify({ query: registerDocument, variables: { input: { id, version } } });
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
    const request = http.request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => (text.includes('"registrationNo":"JH') ? resolve() : reject(new Problem(`登记失败：${text.slice(0, 300)}`))));
    });
    request.on('error', reject).end(body);
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function report(worlds, of) {
  say(`\n每秒登记份数与 p95（${rounds} 轮的中位数，括号内为各轮），同一登记机构，${os.cpus().length} 核，PostgreSQL 持久写入`);
  const rate = {};
  for (const w of worlds)
    for (const clients of Object.keys(perRun)) {
      const figures = ['sql', 'graphql'].map((way) => {
        const runs = of(w.length, way, clients);
        rate[`${w.length} ${way} ${clients}`] = median(runs.map((r) => r.rate));
        const all = runs.map((r) => r.rate.toFixed(0)).join(' ');
        return `${median(runs.map((r) => r.rate)).toFixed(0).padStart(5)}/s (${all})  p95 ${median(runs.map((r) => r.p95)).toFixed(1).padStart(6)} ms`;
      });
      const share = rate[`${w.length} graphql ${clients}`] / rate[`${w.length} sql ${clients}`];
      say(`账本 ${String(w.length).padStart(7)} 条  并发 ${clients.padStart(2)}   手写 SQL ${figures[0]}   GraphQL ${figures[1]}   ${(share * 100).toFixed(0)} %`);
    }
  const share = rate['0 graphql 8'] / rate['0 sql 8'];
  say(`\n${share >= 1 / 3 ? '✓' : '✗'} 并发 8：GraphQL 为手写 SQL 的 ${(share * 100).toFixed(0)} %（目标不低于 33 %）`);
  // Each run against the one beside it in the same round: what the machine does meanwhile meets both.
  for (const way of ['graphql', 'sql']) {
    const falls = Object.keys(perRun).map((clients) => {
      const [empty, long] = worlds.map((w) => of(w.length, way, clients));
      return empty.map((run, round) => 1 - long[round].rate / run.rate);
    });
    const middle = median(falls.flat());
    const parts = falls.map((list) => `${(median(list) * 100).toFixed(1)} %（${list.map((x) => (x * 100).toFixed(0)).join(' ')}）`);
    say(`${middle < 0.1 ? '✓' : '✗'} 账本 ${worlds[1].length} 条时 ${way} 速度下降 ${(middle * 100).toFixed(1)} %（各轮中位数；并发 ${Object.keys(perRun).join('、')}：${parts.join('、')}；目标低于 10 %）`);
  }
}

/** What was written must be whole, or the figures are worth nothing. */
async function examine({ name, db, length, env }) {
  const { rows } = await db.query(
    `select (select count(*) from technology_contract where status = 'REGISTERED') as contracts, (select max(last) from registration_counter) as last,
            (select count(*) from audit_event) as audit, (select count(*) from ledger_entry) - $1 as entries, (select max(seq) from ledger_entry) - $1 as seq`,
    [length],
  );
  const figures = new Set(Object.values(rows[0]).map(String));
  if (figures.size !== 1) throw new Problem(`✗ ${name}：${JSON.stringify(rows[0])}`);
  say(`✓ ${name}：合同、编号、操作记录、账本条目各 ${[...figures][0]}，编号与账本连续`);
  if ((await runCommand(['node', inRoot('apps/api/dist/ledger-verify.js')], { env })) !== 0) throw new Problem(`✗ ${name}：账本有误`);
}

runTrial('bench', main);
