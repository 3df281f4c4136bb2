/** A failure that a sentence explains; anything else is a defect of the launcher and keeps its stack. */
export class Problem extends Error {}

// A closed terminal must not end the launcher before it has stopped its services.
process.stdout.on('error', () => {});

export const say = (line = '') => void process.stdout.write(`${line}\n`);

/** `const done = stopwatch(log)` … `done('数据库已启动', '端口 5432')` prints `✓ 数据库已启动（端口 5432，0.6 秒）`. */
export function stopwatch(log = say) {
  const from = performance.now();
  return (what, detail) => log(`✓ ${what}（${detail ? `${detail}，` : ''}${secondsSince(from)} 秒）`);
}

export const secondsSince = (from) => ((performance.now() - from) / 1000).toFixed(1);

export function explain(error) {
  return error instanceof Problem ? `✗ ${error.message}` : `✗ 启动器内部错误\n${error?.stack ?? error}`;
}
