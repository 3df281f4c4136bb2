import { say } from '../progress.mjs';
import { timed } from './timing.mjs';

const listSize = 20;

/** Scoring, publishing and matching anew, in memory. Processor seconds stand beside wall time: other work may share the machine. */
export function engineBench(lib, { achievements, demands }, asked, spread, isLarge) {
  const engine = new lib.MatchEngine();
  whole('index of both sides', () => {
    for (const achievement of achievements) engine.upsertAchievement(achievement);
    for (const demand of demands) engine.upsertDemand(demand);
    engine.best('DEMAND', demands[0].id, 10);
    engine.best('ACHIEVEMENT', achievements[0].id, 10);
  });
  for (const { id } of asked) engine.best('DEMAND', id, 10);
  const scored = processorOf(() =>
    spread(
      'one demand against all, top 10',
      asked.map(({ id }) => timed(() => engine.best('DEMAND', id, 10))),
    ),
  );
  say(`  of it processor, mean                          ${(scored / asked.length).toFixed(2)} ms`);
  const items = asked.map((_, i) => achievements[Math.floor((i * achievements.length) / asked.length)]);
  spread(
    'one achievement against all demands',
    items.map(({ id }) => timed(() => engine.best('ACHIEVEMENT', id, 10))),
  );
  const publishing = processorOf(() =>
    spread(
      'achievement published, its list and three others',
      items.map((item, i) => timed(() => publish(engine, { ...item, title: `${item.title} ${i}` }))),
    ),
  );
  say(`  of it processor, mean                          ${(publishing / items.length).toFixed(2)} ms`);
  if (isLarge) sampled(engine, demands);
  else everything(engine);
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  say(`memory, the texts themselves included           ${mb(rss)} (heap ${mb(heapUsed)}, arrays ${mb(arrayBuffers)})\n`);
}

/** An achievement arrives: its own list, and the demands whose lists it enters. */
function publish(engine, item) {
  engine.upsertAchievement(item);
  const own = engine.best('ACHIEVEMENT', item.id, listSize);
  for (const { id } of own.slice(0, 3)) engine.best('DEMAND', id, listSize);
}

function everything(engine) {
  let pairs = 0;
  whole('full re-match of both sides', () => {
    const steps = engine.listAll(listSize);
    let step = steps.next();
    while (!step.done) step = steps.next();
    for (const _ of step.value) pairs += 1;
  });
  say(`  pairs in lists of ${listSize}                          ${pairs}`);
}

/** A tenth of the demands is scored in the one pass over them; the whole takes ten times as long. */
function sampled(engine, demands) {
  const steps = engine.listAll(listSize);
  const some = Math.floor(demands.length / 10);
  const took = timed(() => {
    for (let i = 0; i < some; i++) steps.next();
  });
  say(`full re-match, from ${some} of ${demands.length} demands          ${((took * 10) / 1000).toFixed(1)} s (extrapolated: ten times ${(took / 1000).toFixed(1)} s)`);
}

function whole(what, work) {
  let took = 0;
  const processor = processorOf(() => {
    took = timed(work);
  });
  say(`${what.padEnd(48)} ${(took / 1000).toFixed(1)} s (${(processor / 1000).toFixed(1)} s of processor)`);
}

/** Milliseconds of processor that the work took in this process, all its threads included. */
function processorOf(work) {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
