import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { actor, signIn, test } from '../actors.js';

const folder = join(import.meta.dirname, '../../../shared/data/import');
const files = ['achievements-gb18030.csv', 'achievements.csv', 'demands.csv'].map((name) => join(folder, name));
const present = files.every((file) => existsSync(file));

async function importFile(page: Page, file: string, imported: RegExp): Promise<void> {
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/\/imports\/[0-9a-f-]+/);
  await page.getByRole('button', { name: /^导入 [\d,]+ 行/ }).click({ timeout: 60_000 });
  await expect(page.getByText(imported).first()).toBeVisible({ timeout: 120_000 });
}

if (present) {
  test('the real files are imported, published, matched and lead to an introduction', async ({ browser }) => {
    test.setTimeout(420_000);
    const tto = await actor(browser);
    const firm = await actor(browser);
    const operator = await actor(browser);

    await test.step('a university imports its achievements as Excel on a Chinese Windows wrote them', async () => {
      await signIn(tto, 'zhouyanqiu@u01.demo.jihui.example');
      const [gb18030 = '', all = ''] = files;
      await importFile(tto, gb18030, /已导入 300 行/);
      await importFile(tto, all, /已导入 1,\d{3} 行/);
    });

    await test.step('a firm imports its demands, an operator publishes one of them', async () => {
      await signIn(firm, 'gaojianye@e01.demo.jihui.example');
      await importFile(firm, files[2] ?? '', /已导入 \d{3} 行/);
      await signIn(operator, 'luchunling@m1.demo.jihui.example');
      await firm.goto('/my/demands?status=SUBMITTED');
      await firm.getByRole('main').locator('a[href^="/demands/"]').first().click();
      await firm.waitForURL(/\/demands\/[0-9a-f-]+/);
      const demandUrl = new URL(firm.url()).pathname;
      await operator.goto(`/review/demands?id=${demandUrl.split('/').pop()}`);
      await operator.getByRole('button', { name: '发布', exact: true }).click();
      await operator.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
      await expect(operator.locator('.ant-message').getByText(/^已发布/)).toBeVisible();
      await firm.goto(demandUrl);
      await expect(firm.getByText('匹配的成果')).toBeVisible();
    });

    await test.step('an imported achievement is found by a visitor and asked for by the firm', async () => {
      const visitor = await actor(browser, { width: 390, height: 844 });
      await visitor.goto('/search?kind=ACHIEVEMENT&sort=NEWEST');
      await visitor.locator('main a[href^="/achievements/"]').first().click();
      await visitor.waitForURL(/\/achievements\/[0-9a-f-]+/);
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
      await firm.goto(new URL(visitor.url()).pathname);
      await firm.getByRole('button', { name: '申请引荐' }).first().click();
      const dialog = firm.getByRole('dialog');
      await dialog.getByRole('textbox', { name: '留言' }).fill('我们有相近的问题，希望了解论文之外的试验数据和合作方式。');
      await dialog.getByRole('button', { name: '发送申请' }).click();
      await expect(firm.getByText('申请已发送')).toBeVisible();
    });
  });
} else {
  test('the real files are absent here: nothing is proved about them', () => {
    test.info().annotations.push({ type: 'absent', description: folder });
    expect(existsSync(folder)).toBe(false);
  });
}
