import { expect } from '@playwright/test';
import { actor, choose, signIn, test, unique } from '../actors.js';

/** 协议定价: a price before the public, an objection that stops the clock, its answer, and another price that starts it again. */
test('a negotiated price is published, objected to, answered and changed', async ({ browser }) => {
  const tto = await actor(browser);
  const visitor = await actor(browser, { width: 390, height: 844 });
  const name = `真空钎焊金刚石磨头 ${unique()}`;

  await signIn(tto, 'zhouyanqiu@u01.demo.jihui.example');
  await tto.goto('/my/notices');
  await tto.getByRole('button', { name: '新建公示' }).click();
  await tto.getByLabel('成果名称').fill(name);
  await tto.getByLabel('成果简介').fill('钎焊磨头寿命为电镀磨头的三倍，已在两家石材厂试用半年。');
  await choose(tto, '转化方式', '独占许可');
  await tto.getByLabel('拟交易价格').fill('86.5');
  await tto.getByLabel('异议方式').fill('公示期内可在本页提交，由成果转化领导小组受理。');
  await tto.getByLabel('公示天数').fill('15');
  await tto.getByRole('button', { name: '保存草稿' }).click();
  await expect(tto.getByRole('alert').filter({ hasText: '拟受让方' }).first()).toBeVisible();
  await tto.getByLabel('拟受让方').fill('郑州某磨具企业（演示）');
  await tto.getByRole('button', { name: '保存草稿' }).click();
  await expect(tto.getByRole('heading', { level: 1, name })).toBeVisible();
  await tto.getByRole('button', { name: '发布公示' }).click();
  await tto.getByRole('dialog').getByRole('button', { name: '发布公示' }).click();
  await expect(tto.getByText(/还剩 1[5-9] 日|还剩 2\d 日/)).toBeVisible();

  await visitor.goto('/notices');
  await visitor.getByRole('link', { name }).click();
  await visitor.getByLabel('异议内容').fill('短');
  await visitor.getByLabel('姓名').fill('荆望舒');
  await visitor.getByLabel('电话或邮箱').fill('13700001357');
  await visitor.getByRole('button', { name: '提交异议' }).click();
  await expect(visitor.getByRole('alert').filter({ hasText: '异议内容' }).first()).toBeVisible();
  await expect(visitor.getByLabel('姓名')).toHaveValue('荆望舒');
  await visitor.getByLabel('异议内容').fill('价格低于去年同类许可，希望公开定价依据。');
  await visitor.getByRole('button', { name: '提交异议' }).click();
  await expect(visitor.getByText(/回执编号 YY-/)).toBeVisible();

  await tto.reload();
  await expect(tto.getByText('异议处理中')).toBeVisible();
  await expect(tto.getByText('荆望舒')).toHaveCount(0);
  await tto.getByRole('button', { name: '答复异议' }).click();
  await tto.getByRole('dialog').getByText('异议不成立').click();
  await tto.getByRole('dialog').getByLabel('答复').fill('已邀请三位专家核价，意见书存档备查。');
  await tto.getByRole('button', { name: '公开答复' }).click();
  await expect(tto.getByText('公示中', { exact: true })).toBeVisible();

  await tto.getByRole('button', { name: '修改公示内容' }).click();
  await tto.getByLabel('拟交易价格').fill('92');
  await tto.getByRole('button', { name: '发布修改后的内容' }).click();
  await expect(tto.getByText('920,000 元', { exact: true })).toBeVisible();
  await expect(tto.getByText(/第 2 版（第 2 次起算）/)).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByText('答复：已邀请三位专家核价，意见书存档备查。')).toBeVisible();
});
