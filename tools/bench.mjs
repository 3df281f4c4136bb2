import './node-version.mjs';
import { Problem, explain, say } from './progress.mjs';
import { parseArgs } from 'node:util';

const usage = '用法：npm run bench -- matching [--achievements 34955] [--demands 3500] | robustness --data DIR';
const benches = {
  matching: async () => (await import('./bench/matching.mjs')).matchingBench,
  robustness: async () => (await import('./bench/robustness.mjs')).robustness,
};

/** `npm run bench -- NAME`: one measurement in one run, printed. */
async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, achievements: { type: 'string' }, demands: { type: 'string' } },
  });
  const load = Object.hasOwn(benches, positionals[0] ?? '') ? benches[positionals[0]] : undefined;
  if (load === undefined || (positionals[0] === 'robustness' && !values.data)) throw new Problem(usage);
  await (
    await load()
  )(values);
}

run().catch((error) => {
  say(explain(error));
  process.exitCode = 1;
});
