import { defineConfig } from '@playwright/test';
export default defineConfig({ testDir: '/work/h/challenges/e2e', timeout: 90_000, workers: 1, expect: { timeout: 10_000 }, outputDir: '/tmp/challenges/pw-out', use: { baseURL: 'http://localhost:4160', locale: 'zh-CN', timezoneId: 'Asia/Shanghai', launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] } } });
