import './node-version.mjs';
import { parseArgs } from 'node:util';
import { inRoot } from './paths.mjs';
import { Problem, explain, say } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const usage =
  '用法：npm run bench -- contracts | claims [--count 500] | challenges [--count 40000] [--seed 20261122] | duplicates --data DIR [--items 34955] | matching [--sizes 34955,350000] | robustness --data DIR | search [--sizes 34955,500000] [--minutes 45] | search-quality --data DIR [--sample 300]';
const benches = {
  // A process of its own: it starts and kills servers, and takes what it started down with it.
  contracts: () => runCommand(['node', inRoot('tools', 'bench', 'contracts.mjs')]),
  matching: async (values) => (await import('./bench/matching.mjs')).matchingBench(values),
  claims: async (values) => (await import('./bench/claims.mjs')).claimsBench(values),
  challenges: async (values) => (await import('./bench/challenges.mjs')).challengesBench(values),
  search: async (values) => (await import('./bench/search.mjs')).searchBench(values),
  'search-quality': async (values) => {
    if (!values.data) throw new Problem(usage);
    return (await import('./bench/search-quality.mjs')).searchQuality(values);
  },
  duplicates: async (values) => {
    if (!values.data) throw new Problem(usage);
    return (await import('./bench/duplicates.mjs')).duplicates(values);
  },
  robustness: async (values) => {
    if (!values.data) throw new Problem(usage);
    return (await import('./bench/robustness.mjs')).robustness(values);
  },
};

/** `npm run bench -- NAME`: one measurement in one run, printed. */
async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(['data', 'achievements', 'demands', 'sizes', 'sample', 'count', 'seed', 'items', 'minutes'].map((name) => [name, { type: 'string' }])),
  });
  const [name = ''] = positionals;
  if (!Object.hasOwn(benches, name)) throw new Problem(usage);
  const code = await benches[name](values);
  if (typeof code === 'number') process.exitCode = code;
}

run().catch((error) => {
  say(explain(error));
  process.exitCode = 1;
});
