import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from './paths.mjs';
import { Problem } from './progress.mjs';

/** From .env, the environment and the command line: { port, dataDir, dev, verbose, demo }. */
export function readSettings(args) {
  if (fs.existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Problem(`PORT=${process.env.PORT} 不是有效的端口号，应为 1 到 65535 的整数。`);
  }
  const dataDir = path.resolve(root, process.env.DATA_DIR || '.data');
  return { port, dataDir, ...readOptions(args) };
}

function readOptions(args) {
  const options = { dev: { type: 'boolean' }, verbose: { type: 'boolean' }, 'no-demo': { type: 'boolean' } };
  try {
    const { values } = parseArgs({ args, options });
    return { dev: Boolean(values.dev), verbose: Boolean(values.verbose), demo: !values['no-demo'] };
  } catch {
    throw new Problem(
      `不认识的参数：${args.join(' ')}\n` +
        '  npm start -- [--dev] [--verbose] [--no-demo]\n' +
        '  --dev 修改源码后自动重新加载；--verbose 在终端显示服务日志；--no-demo 不载入演示数据',
    );
  }
}
