import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect } from '@playwright/test';
import { extractText } from 'unpdf';
import { actor, demoPassword, signIn, test, unique } from '../actors.js';

const title = 'PDC复合片深脱钴与无损测厚成套工艺';
const secret = '络合酸各组分浓度与再生次数的对应关系';

/** 保密部分: a visitor on a phone is shown the way, a member accepts the agreement and downloads, the owner sees who opened what. */
test('the second tier opens to who has accepted the agreement, under the eyes of its owner', async ({ browser }) => {
  const tto = await actor(browser);
  const phone = await actor(browser, { width: 390, height: 844 });
  const name = `酸浓度与井史 ${unique()}.pdf`;
  let address = '';

  await test.step('the owner adds a file and lets readers in without asking', async () => {
    await signIn(tto, 'zhouyanqiu@u01.demo.jihui.example');
    await tto.goto(`/my/achievements?text=${encodeURIComponent(title)}`);
    await tto.getByRole('link', { name: title }).first().click();
    await expect(tto.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await tto.goto(new URL(tto.url()).pathname.replace('/my', '').replace('/edit', ''));
    const picked = { name: '数据.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') };
    await tto.locator('#confidential input[type=file]').setInputFiles(picked);
    await expect(tto.getByText(/只接收未加密、可打开的 PDF/)).toBeVisible();
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('acid, wells');
    await tto
      .locator('#confidential input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) });
    await expect(tto.getByRole('link', { name })).toBeVisible();
    await tto.getByText('直接查阅：接受协议后即可查阅').click();
    await tto
      .locator('#confidential')
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await expect(tto.getByText('已保存，对之后接受的协议有效。')).toBeVisible();
  });

  await test.step('a visitor on a phone finds it, reads the public tier and is shown the way to the rest', async () => {
    await phone.goto(`/search?q=${encodeURIComponent('深脱钴 测厚')}`);
    await phone.getByRole('link', { name: title }).first().click();
    await expect(phone.getByRole('heading', { name: '成果简介' })).toBeVisible();
    address = new URL(phone.url()).pathname;
    const way = phone.locator('#confidential');
    await expect(way).toContainText('不在此公开');
    await expect(phone.getByText(secret)).toHaveCount(0);
    await expect(phone.getByText(name)).toHaveCount(0);
    await way.getByRole('link', { name: '登录后查阅' }).click();
  });

  await test.step('signed in, an authorised person accepts, reads and downloads a marked copy', async () => {
    await phone.getByLabel('邮箱').fill('gaojianye@e01.demo.jihui.example');
    await phone.getByLabel('密码').fill(demoPassword);
    await phone.getByRole('button', { name: '登录' }).last().click();
    await phone.waitForURL((url) => url.pathname === address);
    await phone.getByRole('button', { name: '阅读并接受保密协议' }).click();
    const dialog = phone.getByRole('dialog');
    await expect(dialog.getByText('第六条 期限')).toBeVisible();
    await dialog.getByRole('button', { name: '代表本单位接受' }).click();
    await expect(dialog.getByRole('alert').filter({ hasText: '查阅目的' }).first()).toBeVisible();
    await dialog.getByLabel('查阅目的').fill('评估复合片脱钴产线是否采用');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '代表本单位接受' }).click();
    await phone.getByRole('button', { name: '打开保密文字' }).click();
    await expect(phone.getByText(secret)).toBeVisible();
    const [download] = await Promise.all([
      phone.waitForEvent('download'),
      phone.getByRole('link', { name: `下载（带水印） ${name}` }).click(),
    ]);
    const { text } = await extractText(new Uint8Array(await readFile(await download.path())));
    expect(text.join()).toMatch(/仅供 .+ 查阅.*高\*\*.*编号 [\dA-F]{8}/s);
  });

  await test.step('the reader narrows a search by price and keeps it', async () => {
    await phone.goto(`/search?q=${encodeURIComponent('金刚石')}`);
    await phone.getByRole('button', { name: '筛选' }).click();
    const filters = phone.getByRole('dialog');
    const upper = filters.getByLabel('价格或预算（万元）：不高于');
    await filters.getByLabel('价格或预算（万元）：不低于').fill('100');
    await upper.fill('50');
    await filters.getByRole('button', { name: '按范围筛选' }).click();
    await expect(filters.getByRole('alert')).toContainText('上限须不低于下限');
    await expect(upper).toHaveValue('50');
    await upper.fill('500');
    await filters.getByRole('button', { name: '按范围筛选' }).click();
    await filters.getByRole('button', { name: '关闭' }).click();
    await expect(phone.getByRole('button', { name: '去掉 价格或预算（万元） 100–500' })).toBeVisible();
    await phone.getByRole('button', { name: '保存此搜索' }).click();
    await phone.getByRole('dialog').getByLabel('名称').fill('金刚石，百万元以上');
    await phone.getByRole('dialog').getByRole('button', { name: /保\s?存/ }).click();
    await phone.goto('/alerts');
    await expect(phone.getByRole('link', { name: '金刚石，百万元以上' })).toHaveAttribute('href', /cost=100\.\.500/);
  });

  await test.step('the owner sees who opened what', async () => {
    await tto.reload();
    const log = tto.locator('#confidential .opening-list');
    await expect(log).toContainText('打开保密文字');
    await expect(log).toContainText(`下载 ${name}`);
    await expect(log).toContainText('高**');
  });
});
