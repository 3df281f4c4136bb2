import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inRoot } from '../paths.mjs';
import { Problem, say, secondsSince } from '../progress.mjs';
import { runCommand } from '../run-command.mjs';
import { transpile } from '../transpile.mjs';
import { startServices } from '../services/index.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { corpus, plant } from './planted.mjs';

const market = 34_955;
const planted = 300;
/** One half of the originals served for setting the bounds (seed 11); what counts is the other half, changed by another seed. */
const halves = { 'set on': { seed: 11, half: 0 }, 'held out': { seed: 29, half: 1 } };

/**
 * `npm run bench -- duplicates -- --data DIR`: real texts as published achievements of one database, appraised and compared by the product's
 * own nightly run; then each planted near-duplicate is checked as one new item is, alone, and taken out again.
 */
export async function duplicates({ data, items: wanted }) {
  await transpile();
  const dataDir = fs.mkdtempSync(path.join(process.env.JIHUI_TEMP ?? os.tmpdir(), 'jihui-bench-'));
  fs.chmodSync(dataDir, 0o755);
  const services = await startServices({ dataDir, env: {} });
  let app;
  try {
    Object.assign(process.env, { DATABASE_URL: services.databaseUrl, MEILI_URL: services.meiliUrl, MEILI_KEY: services.meiliKey, DATA_DIR: dataDir, LOG_LEVEL: 'error', NODE_ENV: 'production' });
    if ((await runCommand(['node', inRoot('apps/api/dist/migrate.js')], { env: process.env })) !== 0) throw new Problem('数据库迁移失败');
    const db = new pg.Pool({ connectionString: services.databaseUrl, max: 2 });
    const items = corpus(data, Math.min(market, Number(wanted ?? market)));
    const ids = await fill(db, items, Number(wanted ?? market));
    const { createApp } = await import(inRoot('apps/api/dist/create-app.js'));
    app = await createApp();
    const { QualityJobs } = await import(inRoot('apps/api/dist/features/quality/quality-jobs.js'));
    const jobs = app.get(QualityJobs, { strict: false });
    const from = performance.now();
    const { items: appraised } = await jobs.appraiseAll();
    say(`✓ ${appraised} 条已发布成果全部评估并两两比较（候选 + 精确）：${secondsSince(from)} 秒`);
    await db.query('vacuum analyze item_appraisal');
    await natural(db, items, ids);
    for (const [name, { seed, half }] of Object.entries(halves)) {
      const chosen = plant(items, planted, seed, half);
      report(name, await check(db, jobs, items, ids, chosen), chosen);
    }
    await db.end();
  } finally {
    await app?.close();
    await services.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The corpus, and beyond it copies with every word changed to another of the same length, so that the index is as large as it would be. */
async function fill(db, items, wanted) {
  const { rows } = await db.query(
    `insert into organisation (kind, name, uscc, "regionCode", status, "createdAt", "updatedAt") values ('UNIVERSITY', '测试大学', '12000000000000000X', 'ZZ', 'VERIFIED', now(), now()) returning id`,
  );
  const ids = items.map(() => randomUUID());
  const owner = rows[0].id;
  for (let at = 0; at < items.length; at += 1000) await insert(db, owner, items.slice(at, at + 1000).map((item, i) => ({ id: ids[at + i], title: item.title, summary: item.text })));
  const characters = [...new Set(items.slice(0, 3000).map((i) => i.text).join('').match(/\p{Script=Han}/gu))];
  for (let made = items.length; made < wanted; made += 1000) {
    const batch = items.slice(made % items.length, (made % items.length) + 1000).map((item, i) => {
      const shift = 1 + ((made + i) % (characters.length - 1));
      const swap = (text) => text.replace(/\p{Script=Han}/gu, (c) => characters[(characters.indexOf(c) + shift) % characters.length] ?? c);
      return { id: randomUUID(), title: swap(item.title), summary: swap(item.text) };
    });
    await insert(db, owner, batch);
  }
  return ids;
}

const insert = (db, owner, batch) =>
  db.query(
    `insert into achievement (id, "organisationId", status, title, summary, "regionCode", "publishedAt", "confirmedAt", "createdAt", "updatedAt")
     select id, $2, 'PUBLISHED', title, summary, 'ZZ', now(), now(), now(), now() from jsonb_to_recordset($1::jsonb) as r (id uuid, title text, summary text)`,
    [JSON.stringify(batch), owner],
  );

const sourceOf = (item) => item.id.split('.')[0];
const plain = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');
const repeats = (a, b) => plain(a.title + a.text) === plain(b.title + b.text) || a.text.split(/[。；;，,\n]/).some((s) => s.trim().length >= 20 && b.text.includes(s.trim()));

/** What the nightly run finds among the real texts themselves: nobody planted those, so they are told apart, not counted. */
async function natural(db, items, ids) {
  const place = new Map(ids.map((id, i) => [id, items[i]]));
  const { rows } = await db.query('select "firstId", "secondId", grounds from duplicate_pair');
  const sorts = { 'equal text or a sentence in common': 0, 'two parts of one abstract': 0, 'a title alone, repeated': 0, 'none of these (to be judged by eye)': 0 };
  const names = Object.keys(sorts);
  for (const { firstId, secondId } of rows) {
    const [a, b] = [place.get(firstId), place.get(secondId)];
    if (!a || !b) continue;
    sorts[names[!a.text || !b.text ? 2 : repeats(a, b) ? 0 : sourceOf(a) === sourceOf(b) ? 1 : 3]] += 1;
  }
  say(`  among the texts themselves ${rows.length} pairs: ${names.map((n) => `${n} ${sorts[n]}`).join('; ')}`);
}

/** Publishes each planted item alone, as a person does, and takes it out again. */
async function check(db, jobs, items, ids, chosen) {
  const { rows } = await db.query('select id from organisation');
  const results = [];
  for (const { of, title, text } of chosen) {
    const id = randomUUID();
    await insert(db, rows[0].id, [{ id, title, summary: text }]);
    const from = performance.now();
    await jobs.itemChanged({ id });
    const time = performance.now() - from;
    const { rows: pairs } = await db.query('select case "firstId" when $1 then "secondId" else "firstId" end as other from duplicate_pair where $1 in ("firstId", "secondId")', [id]);
    const others = pairs.map((p) => ids.indexOf(p.other));
    const rest = others.filter((i) => i !== of);
    results.push({ found: others.includes(of), kin: rest.filter((i) => i >= 0 && (sourceOf(items[i]) === sourceOf(items[of]) || repeats(items[of], items[i]))).length, wrong: 0, others: rest.length, time });
    results.at(-1).wrong = rest.length - results.at(-1).kin;
    await db.query('delete from duplicate_pair where $1 in ("firstId", "secondId")', [id]);
    await db.query('delete from item_appraisal where "itemId" = $1', [id]);
    await db.query('delete from achievement where id = $1', [id]);
  }
  return results;
}

function report(name, results, chosen) {
  const found = results.filter((r) => r.found).length;
  const wrong = results.reduce((sum, r) => sum + r.wrong, 0);
  const kin = results.reduce((sum, r) => sum + r.kin, 0);
  const recall = found / results.length;
  const precision = found / (found + wrong);
  const times = results.map((r) => r.time).sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)].toFixed(1);
  say(`\n${name}: ${results.length} planted, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)} (${wrong} wrong; ${kin} more are real repeats of the original, not counted)`);
  for (const way of new Set(chosen.map((c) => c.way))) {
    const of = results.filter((_, i) => chosen[i].way === way);
    say(`  ${way.padEnd(10)} ${of.filter((r) => r.found).length}/${of.length}`);
  }
  say(`  one new item checked: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  say(`${recall >= 0.95 && precision >= 0.95 && Number(at(0.95)) < 50 ? '✓' : '✗'} aim: recall and precision at least .95, under 50 ms`);
}
