import fs from 'node:fs';
import path from 'node:path';
import { say } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { startServices } from './services/index.mjs';
import { transpile } from './transpile.mjs';

/**
 * The steps of `npm test`. `run({ rest, temp, toStop })` gives { passed, failed };
 * a runner that ends badly without a failed test still counts as one failure.
 */
export const steps = {
  lint: { title: '代码规范（lint）', run: ({ rest }) => one(['node_modules/.bin/nx', 'run-many', '-t', 'lint', ...rest]) },
  types: { title: '类型检查（types）', run: ({ rest }) => one(['node_modules/.bin/nx', 'run-many', '-t', 'typecheck', ...rest]) },
  generated: { title: '生成的文件（generated）', run: () => one(['node', 'tools/check-generated.mjs']) },
  jest: { title: '单元与接口测试（Jest）', run: jest },
  e2e: { title: '浏览器测试（Playwright）', run: playwright },
};

/** Without its daemon, which would outlive the tests, and without drawing on the terminal. */
const nxEnvironment = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };

async function one(command) {
  const code = await runCommand(command, { env: { ...process.env, ...nxEnvironment } });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest({ rest, temp, toStop }) {
  const report = path.join(temp, 'jest.json');
  const { TEST_DATABASE_URL, TEST_MEILI_URL, TEST_MEILI_KEY, ...inherited } = process.env;
  const starting = startServices({
    dataDir: path.join(temp, 'data'),
    env: { DATABASE_URL: TEST_DATABASE_URL, MEILI_URL: TEST_MEILI_URL, MEILI_KEY: TEST_MEILI_KEY },
    fsync: false,
    extraSettings: { max_connections: 300 },
  });
  toStop.push(() =>
    starting.then(
      (services) => services.stop(),
      () => {},
    ),
  );
  const services = await starting;
  const env = {
    ...withoutServices(inherited),
    TEST_DATABASE_URL: services.databaseUrl,
    TEST_MEILI_URL: services.meiliUrl,
    TEST_MEILI_KEY: services.meiliKey,
    ...(rest.length ? {} : { API_SUITES: '1' }),
  };
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const code = await runCommand(['node', ...flags, '--json', `--outputFile=${report}`, ...rest], {
    env,
    // Its JSON would follow on standard output; the report that people read is on standard error.
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  await services.stop();
  return tally(code, report, (result) => ({
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  }));
}

async function playwright({ rest, temp }) {
  // The journeys import the workspace's libraries as they are built.
  await transpile();
  const report = path.join(temp, 'playwright.json');
  const command = ['node_modules/.bin/playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=line,json', ...rest];
  const env = { ...withoutServices(process.env), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await runCommand(command, { env });
  return tally(code, report, ({ stats }) => {
    if (stats.flaky) say(`! 有 ${stats.flaky} 项第二次才通过，请查看上面的报告`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

function tally(code, report, count) {
  let counts;
  try {
    counts = count(JSON.parse(fs.readFileSync(report, 'utf8')));
  } catch {
    say('! 没有得到测试报告，计为一项失败');
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Empty rather than absent, so that .env cannot bring in the real database: tests never touch it. */
const withoutServices = (env) => ({ ...env, DATABASE_URL: '', MEILI_URL: '', MEILI_KEY: '' });
