import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, explain, say } from '../progress.mjs';
import { transpile } from '../transpile.mjs';

/** Runs a tool with its options (`names`: option → whether it must be given); a Problem is said in one sentence. */
export function runTool(usage, names, work) {
  const options = Object.fromEntries(Object.keys(names).map((name) => [name, { type: 'string' }]));
  return Promise.resolve()
    .then(() => {
      const { values } = readArgs(options, usage);
      if (Object.entries(names).some(([name, required]) => required && !values[name])) throw new Problem(usage);
      return work(values);
    })
    .catch((error) => {
      say(explain(error));
      process.exitCode = 1;
    });
}

function readArgs(options, usage) {
  try {
    return parseArgs({ options });
  } catch {
    throw new Problem(usage);
  }
}

/** The product's own matching library, transpiled as every command does it. */
export async function matching() {
  await transpile();
  return import('@jihui/matching');
}

/** The records of DIR/name, one JSON object per line. */
export function readLines(dir, name) {
  const file = path.resolve(dir, name);
  if (!fs.existsSync(file)) throw new Problem(`没有数据文件 ${file}：--data 应指向含 demands.jsonl、achievements.jsonl 的目录`);
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      try {
        return JSON.parse(line);
      } catch {
        throw new Problem(`${file} 第 ${i + 1} 行不是 JSON`);
      }
    });
}
