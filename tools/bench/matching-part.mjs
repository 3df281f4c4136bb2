import '../node-version.mjs';
import { matching } from '../matching/data.mjs';
import { explain, say } from '../progress.mjs';
import { engineBench } from './matching-engine.mjs';
import { storedMatching } from './matching-stored.mjs';
import { marketOf } from './market.mjs';
import { besideMeilisearch, besideMiniSearch } from './others.mjs';
import { milliseconds, percentile } from './timing.mjs';

/** Larger than this, what takes an hour is asked for a part of it, and the line says so. */
const large = 100_000;
const sample = 300;

const [part, a, d] = process.argv.slice(2);
try {
  const size = { achievements: Number(a), demands: Number(d) };
  if (part === 'stored') await stored(size);
  else await inMemory(size);
  process.exit(0);
} catch (error) {
  say(explain(error));
  process.exit(1);
}

async function inMemory(size) {
  const lib = await matching();
  const market = await marketOf(size.achievements, size.demands);
  const asked = Array.from({ length: sample }, (_, i) => market.demands[Math.floor((i * market.demands.length) / sample)]);
  if (part === 'minisearch') return besideMiniSearch(lib, market, asked, spread, size.achievements > large);
  if (part === 'meilisearch') return besideMeilisearch(lib, market, asked, spread);
  say(`\n${size.achievements} achievements × ${size.demands} demands (generated texts), Node ${process.version}`);
  return engineBench(lib, market, asked, spread, size.achievements > large);
}

/** Rows of that size in PostgreSQL would take most of the time of the run: publication end to end is measured at the size of a real market. */
async function stored(size) {
  if (size.achievements > large) return say('PostgreSQL: not measured at this size\n');
  await matching();
  return storedMatching(size);
}

function spread(what, times) {
  const [p50, p95, p99] = [50, 95, 99].map((p) => milliseconds(percentile(times, p)));
  say(`${what.padEnd(48)} p50 ${p50}  p95 ${p95}  p99 ${p99}`);
}
