import { endRunningCommands, runCommand } from '../run-command.mjs';
import { inRoot } from '../paths.mjs';
import { Problem, say } from '../progress.mjs';

const sizes = [
  [34_955, 3_500],
  [350_000, 35_000],
];
/** The smaller size takes less than six minutes altogether. */
const mostMinutes = { engine: 9, stored: 6, minisearch: 9, meilisearch: 16 };

/** Every figure at each size, by ours, MiniSearch and Meilisearch; each size in a process of its own, so that none inherits the memory of another. */
export async function matchingBench({ achievements, demands, sizes: wanted }) {
  const chosen = achievements || demands ? [[Number(achievements ?? 34_955), Number(demands ?? 3_500)]] : sizes.filter(([a]) => !wanted || wanted.split(',').includes(String(a)));
  if (!chosen.length) throw new Problem(`--sizes: ${sizes.map(([a]) => a).join(',')}`);
  for (const [a, d] of chosen) {
    for (const part of Object.keys(mostMinutes)) {
      // A part that takes longer has lost its measure: it is ended, and what it has printed stands.
      const timer = setTimeout(endRunningCommands, mostMinutes[part] * 60_000);
      const code = await runCommand(['node', '--expose-gc', '--max-old-space-size=10240', inRoot('tools/bench/matching-part.mjs'), part, String(a), String(d)]);
      clearTimeout(timer);
      if (code !== 0) say(`${part}: ended with ${code}\n`);
    }
  }
}
