import './node-version.mjs';
import fs from 'node:fs';
import { buildWeb } from './build-web.mjs';
import { explain, say, stopwatch } from './progress.mjs';
import { transpile } from './transpile.mjs';

export { buildWeb, transpile };

/** `node tools/build.mjs [api|web]`; with `dev` only what the API runs, since Vite serves the rest. */
export async function build({ log = say, dev = false, only } = {}) {
  if (only !== 'web') {
    const done = stopwatch(log);
    const { written, total } = await transpile();
    done('服务端代码已编译', written ? `${written}/${total} 个文件` : `${total} 个文件均未改动`);
  }
  if (only !== 'api' && !dev) {
    const done = stopwatch(log);
    const { built } = await buildWeb();
    done('网页已构建', built ? 'vite' : '未改动');
  }
}

if (fs.realpathSync(process.argv[1]) === import.meta.filename) {
  build({ only: process.argv[2] }).catch((error) => {
    say(explain(error));
    process.exitCode = 1;
  });
}
