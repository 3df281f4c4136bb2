import './node-version.mjs';
import path from 'node:path';
import { runTool } from './matching/data.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const usage = '用法：npm run match:vectors -- --data DIR --out FILE（DIR 含 demands.jsonl 与 achievements.jsonl；其中的文字会发给已启用的嵌入模型）';

/** Has a folder's texts embedded by the embedder that is switched on, for `match:fit --vectors FILE`. */
await runTool(usage, { data: true, out: true }, async ({ data, out }) => {
  const code = await runCommand(['node', inRoot('tools/api-command.mjs'), 'match-vectors', path.resolve(data), path.resolve(out)]);
  if (code !== 0) throw new Problem('match-vectors 失败');
});
