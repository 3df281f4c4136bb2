import './node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { Problem, explain, say, secondsSince } from './progress.mjs';
import { endRunningCommands } from './run-command.mjs';
import { steps } from './test-steps.mjs';

const temp = fs.mkdtempSync(path.join(process.env.JIHUI_TEMP ?? os.tmpdir(), 'jihui-test-'));
// PostgreSQL runs as another user where we are root, and has to get in.
fs.chmodSync(temp, 0o755);
const toStop = [];
let ending = false;

async function main() {
  const { only, rest } = readArguments(process.argv.slice(2));
  await ensureInstalled();
  const total = { passed: 0, failed: 0 };
  const lines = [];

  for (const name of only ? [only] : Object.keys(steps)) {
    const { title, run } = steps[name];
    const from = performance.now();
    say(`\n── ${title}`);
    let counts;
    try {
      if (name === 'e2e') await ensureBrowser();
      counts = await run({ rest, temp, toStop });
    } catch (error) {
      if (!ending) say(explain(error));
      counts = { passed: 0, failed: 1 };
    }
    if (ending) return total;
    total.passed += counts.passed;
    total.failed += counts.failed;
    lines.push(`${counts.failed === 0 ? '✓' : '✗'} ${title}：通过 ${counts.passed}，失败 ${counts.failed}（${secondsSince(from)} 秒）`);
    say(lines.at(-1));
  }

  say('\n── 汇总');
  lines.forEach((line) => say(line));
  return total;
}

/** `--only jest` and what follows it, with or without a `--` between, for that runner. */
function readArguments(args) {
  if (args.length === 0) return { rest: [] };
  const [flag, only, ...after] = args;
  if (flag !== '--only' || !Object.hasOwn(steps, only ?? '')) {
    throw new Problem(`用法：npm test -- [--only ${Object.keys(steps).join('|')} [传给它的参数…]]`);
  }
  return { only, rest: after[0] === '--' ? after.slice(1) : after };
}

/** Everything ends before the last line, which is the result and nothing else. */
async function end(code, lastLine) {
  if (ending) return;
  ending = true;
  endRunningCommands();
  for (const stop of toStop) await stop().catch((error) => say(explain(error)));
  fs.rmSync(temp, { recursive: true, force: true });
  say(lastLine);
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(130, '测试已中断'));

main().then(
  ({ passed, failed }) => end(failed === 0 && passed > 0 ? 0 : 1, `${passed} passed, ${failed} failed`),
  (error) => end(1, `${explain(error)}\n0 passed, 1 failed`),
);
