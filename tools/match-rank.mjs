import './node-version.mjs';
import fs from 'node:fs';
import { once } from 'node:events';
import { matching, readLines, runTool } from './matching/data.mjs';
import { say, stopwatch } from './progress.mjs';

const usage = '用法：npm run match:rank -- --data DIR --out FILE（DIR 含 demands.jsonl 与 achievements.jsonl）';

/** Ranks every achievement for every demand with the engine as it ships; one line per demand, best first, calibrated scores. */
async function rank({ data, out }) {
  const done = stopwatch();
  const { rankAll, calibration } = await matching();
  const demands = readLines(data, 'demands.jsonl');
  const achievements = readLines(data, 'achievements.jsonl');
  const file = fs.createWriteStream(out);
  for (const { demandId, ranked } of rankAll(demands, achievements)) {
    const shown = ranked.map(({ achievementId, score }) => ({ achievementId, score: Number(score.toFixed(6)) }));
    if (!file.write(`${JSON.stringify({ demandId, ranked: shown })}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  done('已排序', `${demands.length} 条需求 × ${achievements.length} 项成果，模型 ${calibration.version}`);
  say(out);
}

await runTool(usage, { data: true, out: true }, rank);
