import { matching } from '../matching/data.mjs';
import { say } from '../progress.mjs';
import { besideMeilisearch, besideMiniSearch } from './others.mjs';
import { marketOf } from './market.mjs';
import { milliseconds, percentile, timed } from './timing.mjs';

const sample = 300;

/** Scoring, publishing and matching anew at the size of a real market, and the same work by others. */
export async function matchingBench({ achievements: a = '34955', demands: d = '3500' }) {
  const lib = await matching();
  const market = await marketOf(Number(a), Number(d));
  const { achievements, demands } = market;
  say(`${achievements.length} achievements × ${demands.length} demands (generated texts), Node ${process.version}, one thread\n`);
  const engine = new lib.MatchEngine();
  const built = timed(() => {
    for (const achievement of achievements) engine.upsertAchievement(achievement);
    for (const demand of demands) engine.upsertDemand(demand);
    engine.achievementsFor(demands[0].id, 10);
    engine.demandsFor(achievements[0].id, 10);
  });
  say(`index of both sides built            ${(built / 1000).toFixed(1)} s`);
  const asked = Array.from({ length: sample }, (_, i) => demands[Math.floor((i * demands.length) / sample)]);
  spread(
    'one demand against all, top 10',
    asked.map(({ id }) => timed(() => engine.best('DEMAND', id, 10))),
  );
  spread(
    '  with every shared term and share',
    asked.map(({ id }) => timed(() => engine.achievementsFor(id, 10))),
  );
  const items = Array.from({ length: sample }, (_, i) => achievements[Math.floor((i * achievements.length) / sample)]);
  spread(
    'one achievement against all demands',
    items.map(({ id }) => timed(() => engine.best('ACHIEVEMENT', id, 10))),
  );
  spread(
    'achievement published, both lists',
    items.map((item) => timed(() => publish(engine, item))),
  );
  let pairs = 0;
  const whole = timed(() => {
    const steps = engine.listAll(20);
    let step = steps.next();
    while (!step.done) step = steps.next();
    for (const list of step.value.values()) pairs += list.length;
  });
  say(`full re-match of both sides          ${(whole / 1000).toFixed(1)} s for ${pairs} pairs in lists of 20`);
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  say(
    `memory of the process                ${mb(rss)} (heap ${mb(heapUsed)}, arrays ${mb(arrayBuffers)}, the texts themselves included)\n`,
  );
  await besideMiniSearch(lib, market, asked, spread);
  await besideMeilisearch(lib, market, asked, spread);
}

/** An achievement arrives: its own list, and the demands whose lists it enters. */
function publish(engine, item) {
  engine.upsertAchievement(item);
  const own = engine.best('ACHIEVEMENT', item.id, 20);
  for (const { id } of own.slice(0, 3)) engine.best('DEMAND', id, 20);
}

function spread(what, times) {
  const [p50, p95, p99] = [50, 95, 99].map((p) => milliseconds(percentile(times, p)));
  say(`${what.padEnd(36)} p50 ${p50}  p95 ${p95}  p99 ${p99}`);
}
