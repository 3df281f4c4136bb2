import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The journeys run against the product as `npm start` starts it, on a data folder of their own. */
const port = Number(process.env['E2E_PORT'] ?? 3987);
const made = process.env['E2E_DATA_DIR'];
const dataDir = made ?? mkdtempSync(join(tmpdir(), 'jihui-e2e-'));
// Workers read this file again and must find the same folder; as root PostgreSQL runs as another user, who has to get in.
process.env['E2E_DATA_DIR'] = dataDir;
if (!made) chmodSync(dataDir, 0o755);

// Debian's Chromium; its build without windows, where there is one, asks less of the processor.
const chromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) => existsSync(file));

export default defineConfig({
  testDir: '.',
  outputDir: './test-results',
  fullyParallel: false,
  // Journeys that share a desk of the operators go one after the other; beside them go those of challenges, and one looks at the pages.
  workers: 2,
  projects: [
    { name: 'journeys', testMatch: 'journeys/**/*.spec.ts', testIgnore: 'journeys/challenge*.spec.ts', workers: 1 },
    { name: 'challenges', testMatch: 'journeys/challenge*.spec.ts', workers: 1 },
    { name: 'regression', testMatch: 'regression/**/*.spec.ts', workers: 1 },
  ],
  // On a busy machine a browser may miss a moment; what fails twice is a fault, what passes at second try is named.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    // Pictures of every step, and movement that is drawn without a graphics card, would cost more than the product itself.
    trace: 'off',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: 'node tools/start.mjs',
    cwd: join(import.meta.dirname, '..'),
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT_PER_MINUTE: '100000', PUBLIC_URL: `http://localhost:${port}` },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
