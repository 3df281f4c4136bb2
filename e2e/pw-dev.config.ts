import base from '/work/main/e2e/playwright.config.ts';
const { webServer: _w, ...rest } = base;
export default { ...rest, testDir: '/work/main/e2e', outputDir: '/tmp/pw-out', use: { ...rest.use, baseURL: process.env.BASE ?? 'http://localhost:4100' } };
