import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transpile } from './transpile.mjs';

/** The clarity of all real demands, as a distribution; `--write` keeps the figures (never the texts) for the percentiles. */
const root = join(import.meta.dirname, '..');
const source = join(root, '../shared/data/matching/demands.jsonl');
const kept = join(root, 'libs/domain/src/demands/clarity-figures.ts');
const version = 1;
if (!existsSync(source)) {
  process.stderr.write(`${source} is not here: nothing to compute\n`);
  process.exit(1);
}
await transpile();
const { clarityOf } = await import('../libs/domain/dist/demands/clarity-score.js');
const demands = readFileSync(source, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const results = demands.map((d) => clarityOf({ title: d.title, problem: d.text }));
const scores = Array.from({ length: 101 }, (_, score) => results.filter((r) => r.score === score).length);
const sorted = results.map((r) => r.score).sort((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const met = Object.fromEntries(results[0].points.map(({ point }) => [point, Math.round((1000 * results.filter((r) => r.points.find((p) => p.point === point).met).length) / demands.length) / 10]));

process.stdout.write(`${demands.length} demands · min ${sorted[0]} · p10 ${at(0.1)} · p25 ${at(0.25)} · median ${at(0.5)} · p75 ${at(0.75)} · p90 ${at(0.9)} · max ${sorted.at(-1)}\n`);
for (let from = 0; from < 100; from += 10) {
  const count = scores.slice(from, from === 90 ? 101 : from + 10).reduce((sum, n) => sum + n, 0);
  process.stdout.write(`${String(from).padStart(3)}–${String(from === 90 ? 100 : from + 9).padEnd(3)} ${String(count).padStart(4)} ${'#'.repeat(count)}\n`);
}
for (const [point, share] of Object.entries(met)) process.stdout.write(`${point.padEnd(13)} ${share} %\n`);
const praised = results.filter((r) => r.fillers.length).length;
process.stdout.write(`company profile or empty phrases in ${praised}\n`);

if (process.argv.includes('--write')) {
  const figures = JSON.stringify({ version, source: 'matching/demands.jsonl', demands: demands.length, met, scores });
  writeFileSync(
    kept,
    `/** Written by \`node tools/clarity-figures.mjs --write\`: how many real demands have each score from 0 to 100, and which share of them answers each point. */\nexport const clarityFigures = ${figures};\n`,
  );
}
