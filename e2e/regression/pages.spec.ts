import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import axe from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signInOnPage } from '../actors.js';

/** What each sees in his own menu; a new page joins by standing in it. */
const people = {
  'a TTO officer': 'zhouyanqiu@u01.demo.jihui.example',
  'an enterprise': 'gaojianye@e01.demo.jihui.example',
  'an operator': 'luchunling@m1.demo.jihui.example',
  'a system administrator': 'zongxiaomei@m1.demo.jihui.example',
};
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

/** Paths of the links in a menu, each once, without the session's end. */
async function placesIn(page: Page, menu: string): Promise<string[]> {
  await page.locator(`${menu} a`).first().waitFor();
  const paths = await page.locator(`${menu} a`).evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  return [...new Set(paths.filter((path) => path.startsWith('/')))];
}

/** By its link, as people go: the program is loaded once. */
async function open(page: Page, menu: string, path: string): Promise<void> {
  await page.locator(`${menu} a[href="${path}"]`).first().click();
  await page.waitForURL((url) => url.pathname === path);
  // What is under the pointer is of another colour.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.ant-spin-spinning, .ant-skeleton-active')).toHaveCount(0);
}

/** Faults that a person would meet: an error in the page, a page wider than the screen, what a screen reader cannot use. */
async function faultsOf(page: Page, menu: string, path: string): Promise<string[]> {
  const errors: string[] = [];
  const note = (error: Error) => errors.push(`${path}: ${error.message}`);
  page.on('pageerror', note);
  await open(page, menu, path);
  const { violations } = await new axe({ page }).analyze();
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  await page.setViewportSize(phone);
  const wider = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  await page.setViewportSize(desktop);
  page.off('pageerror', note);
  return [
    ...errors,
    ...grave.map((v) => `${path}: ${v.id} ${v.nodes[0]?.html ?? ''}`),
    ...(wider > 0 ? [`${path}: ${wider} px wider than a phone`] : []),
  ];
}

/** Pages that several people have are looked at once. */
const seen = new Set<string>();

async function check(page: Page, menu: string): Promise<void> {
  const paths = await placesIn(page, menu);
  const faults: string[] = [];
  for (const path of paths.filter((p) => !seen.has(p))) {
    seen.add(path);
    faults.push(...(await faultsOf(page, menu, path)));
  }
  expect(faults).toEqual([]);
}

test('every page of the public menu works for everybody', async ({ page }) => {
  await page.goto('/');
  await check(page, 'header');
});

for (const [who, email] of Object.entries(people)) {
  test(`every page in the menu of ${who} works`, async ({ page }) => {
    await signInOnPage(page, email);
    await check(page, 'nav.side');
  });
}

test('an outsider verifies the ledger with the script that the page offers', async ({ page }, info) => {
  await page.goto('/ledger');
  const script = page.getByRole('link', { name: '下载核对程序' });
  const [code, ledger] = [info.outputPath('verify.mjs'), info.outputPath('ledger.jsonl')];
  for (const [file, path] of [[code, (await script.getAttribute('href')) ?? ''], [ledger, '/exports/ledger.jsonl']] as const) writeFileSync(file, await (await page.request.get(path)).body());
  const { status, stdout } = spawnSync(process.execPath, [code, ledger], { encoding: 'utf8', env: {} });
  expect([status, stdout]).toEqual([0, expect.stringContaining('全部相符')]);
});
