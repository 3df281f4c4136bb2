import './node-version.mjs';
import fs from 'node:fs';
import { inRoot } from './paths.mjs';
import { Problem, explain, say } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { transpile } from './transpile.mjs';

/** Every committed file that a program writes: run in this order, the next may read what the last wrote. */
const generators = [
  { command: ['node', 'apps/api/dist/schema.js'], files: ['libs/gql/src/schema.graphql'] },
  { command: ['npx', 'gql.tada', 'generate-output'], cwd: 'libs/gql', files: ['libs/gql/src/graphql-env.d.ts'] },
];

/**
 * Generated anew, they must be what they were. Compared by content rather than by `git diff`: that would
 * also refuse a correct file that is only not committed yet, and needs a git checkout.
 */
async function check() {
  await transpile();
  const different = [];
  for (const { command, cwd = '.', files } of generators) {
    const before = files.map(read);
    const code = await runCommand(command, { cwd: inRoot(cwd) });
    if (code !== 0) throw new Problem(`生成命令失败（退出码 ${code}）：${command.join(' ')}（目录 ${cwd}）`);
    different.push(...files.filter((file, index) => read(file) !== before[index]));
  }
  if (different.length > 0) {
    throw new Problem(`这些生成的文件与源码不一致，已经重新生成，请检查后提交：\n${different.map((file) => `    ${file}`).join('\n')}`);
  }
  say('✓ 生成的文件与源码一致');
}

function read(file) {
  return fs.existsSync(inRoot(file)) ? fs.readFileSync(inRoot(file), 'utf8') : null;
}

check().catch((error) => {
  say(explain(error));
  process.exitCode = 1;
});
