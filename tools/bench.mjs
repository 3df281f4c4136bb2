import './node-version.mjs';
import fs from 'node:fs';
import { inRoot } from './paths.mjs';
import { explain, say } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** `npm run bench -- contracts`: runs tools/bench/contracts.mjs. */
const [name = '', ...args] = process.argv.slice(2);
const script = inRoot('tools', 'bench', `${name}.mjs`);
if (!/^[a-z-]+$/.test(name) || !fs.existsSync(script)) {
  const names = fs.readdirSync(inRoot('tools', 'bench')).filter((file) => /^[a-z]+\.mjs$/.test(file));
  say(`用法：npm run bench -- <名称>，可选：${names.map((file) => file.replace('.mjs', '')).join('、')}`);
  process.exitCode = 1;
} else {
  runCommand(['node', script, ...args]).then(
    (code) => {
      process.exitCode = typeof code === 'number' ? code : 1;
    },
    (error) => {
      say(explain(error));
      process.exitCode = 1;
    },
  );
}
