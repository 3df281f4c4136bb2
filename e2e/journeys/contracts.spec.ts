import { expect, type Page } from '@playwright/test';
import { actor, signIn, test, unique } from '../actors.js';

/** So many days before today, in Shanghai. */
const daysAgo = (days: number): string => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
const title = `真空镀膜靶材残余应力检测服务 ${unique()}`;
const paymentTerms = '报告验收合格后十五日内一次付清五十万元。';
const content = {
  type: 'SERVICE',
  title,
  subject: '受托方以 X 射线衍射法对委托方三批真空镀膜靶材作残余应力检测与分析，提出退火工艺改进意见，靶材开裂率由百分之六降到百分之二以下，并提交检测报告。',
  techField: 'NEW_MATERIALS',
  ...{ totalAmount: '50000000', techAmount: '46000000', paymentMode: 'LUMP_SUM', paymentTerms },
  ...{ signedOn: daysAgo(20), startsOn: daysAgo(20), endsOn: daysAgo(-340) },
  ipOwnership: '检测数据归委托方，改进意见由双方共同使用。',
  acceptance: '按附件所列指标在委托方现场验收，并由双方签署验收单。',
  confidentiality: '双方对样品和检测数据保密三年。',
};

async function ask<R>(page: Page, query: string, variables: object = {}): Promise<R> {
  const { data, errors } = await (await page.request.post('/graphql', { data: { query, variables } })).json();
  expect(errors ?? []).toEqual([]);
  return data;
}

/** The way of a term sheet to its filing is main-job.spec.ts; here it is only the beginning. */
async function filedContract(seller: Page, buyer: Page): Promise<string> {
  const unitOf = async (page: Page) => (await ask<{ me: { organisation: { id: string } } }>(page, '{ me { organisation { id } } }')).me.organisation.id;
  const input = { ...content, sellerId: await unitOf(seller), buyerId: await unitOf(buyer) };
  type Row = { id: string; version: number };
  const { createContract } = await ask<{ createContract: Row }>(seller, 'mutation($input: ContractCreateInput!) { createContract(input: $input) { id version } }', { input });
  let row = createContract;
  const steps: [Page, string][] = [
    [seller, 'confirmContract'],
    [buyer, 'confirmContract'],
    [seller, 'submitContract'],
  ];
  for (const [page, step] of steps)
    row = (await ask<Record<string, Row>>(page, `mutation($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) { id version } }`, row))[step] ?? row;
  return row.id;
}

/** A page without a word, apart from its name: two papers are two files. */
const pdf = (name: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n%${name}\ntrailer<</Root 1 0 R>>\n%%EOF`,
  );

test('a contract comes back for correction, is registered, divided, changed and revoked', async ({ browser }) => {
  const [tto, firm, first, second] = [await actor(browser), await actor(browser), await actor(browser), await actor(browser)];
  const visitor = await actor(browser, { width: 390, height: 844 });
  await Promise.all([
    signIn(tto, 'zhouyanqiu@u01.demo.jihui.example'),
    signIn(firm, 'gaojianye@e01.demo.jihui.example'),
    signIn(first, 'luchunling@m1.demo.jihui.example'),
    signIn(second, 'fanxiaofeng@m1.demo.jihui.example'),
  ]);
  const id = await filedContract(tto, firm);
  const contract = `/contracts/${id}`;
  const desk = `/review?id=${id}`;
  const button = (page: Page, name: RegExp) => page.getByRole('toolbar').getByRole('button', { name });
  let number = '';

  await test.step('the first operator takes it and gives it back, by keyboard', async () => {
    await first.goto(desk);
    await expect(button(first, /受理/)).toBeVisible();
    await first.keyboard.press('a');
    await expect(first.getByText(`已受理：${title}`)).toBeVisible();
    await first.goto(desk);
    await expect(button(first, /领取/)).toBeVisible();
    await first.keyboard.press('a');
    await expect(button(first, /初审通过/)).toBeVisible();
    await first.keyboard.press('r');
    await expect(first.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await first.keyboard.insertText('付款条款没有写明发票，请补充后再提交。');
    await first.keyboard.press('Control+Enter');
    await expect(first.getByText(`已退回：${title}`)).toBeVisible();
  });

  await test.step('the seller corrects one clause; what was written is still there; both confirm again', async () => {
    await tto.goto(`${contract}/edit`);
    await expect(tto.getByText('付款条款没有写明发票')).toBeVisible();
    await expect(tto.getByLabel('项目名称')).toHaveValue(title);
    await expect(tto.getByLabel('成交总额')).toHaveValue('50');
    await tto.getByLabel('付款条款').fill(`${paymentTerms}受托方先开具增值税发票。`);
    await tto.getByRole('button', { name: '保存修改' }).click();
    await tto.waitForURL((url) => url.pathname === contract);
    for (const page of [tto, firm]) {
      await page.goto(contract);
      await page.getByRole('button', { name: '确认合同内容' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确认当前内容' }).click();
      await expect(page.getByText('已确认。')).toBeVisible();
    }
    await tto.reload();
    await tto.getByRole('button', { name: '提交登记' }).click();
    await tto.getByRole('dialog').getByRole('button', { name: '提交登记' }).click();
    await expect(tto.getByText('已提交登记。')).toBeVisible();
  });

  await test.step('two operators examine it by keyboard, the changes first', async () => {
    const from = Date.now();
    await first.goto(desk);
    await expect(button(first, /受理/)).toBeVisible();
    await first.keyboard.press('d');
    await expect(first.locator('.contract-changes ins')).toHaveText([/受托方先开具增值税发票/]);
    await first.keyboard.press('a');
    await expect(first.getByText(`已受理：${title}`)).toBeVisible();
    await first.goto(desk);
    await expect(button(first, /领取/)).toBeVisible();
    await first.keyboard.press('a');
    await expect(button(first, /初审通过/)).toBeVisible();
    await first.keyboard.press('a');
    await expect(first.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await first.keyboard.press('Enter');
    await expect(first.locator('.ant-message').getByText(`初审通过：${title}`)).toBeVisible();
    test.info().annotations.push({ type: '初审用时（秒，仅按键）', description: ((Date.now() - from) / 1000).toFixed(1) });
    await second.goto(desk);
    await expect(button(second, /准予登记/)).toBeVisible();
    await second.keyboard.press('a');
    await expect(second.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await second.keyboard.press('Enter');
    const said = second.getByText(/已登记：JHZZ-\d{4}-\d{6}/);
    await expect(said).toBeVisible();
    number = (await said.textContent())?.match(/JHZZ-\d{4}-\d{6}/)?.[0] ?? '';
  });

  await test.step('what has come in is divided; income and day stand there already', async () => {
    await tto.goto(`${contract}?tab=money`);
    await tto.getByRole('button', { name: '登记到账' }).click();
    const dialog = tto.getByRole('dialog');
    await dialog.getByLabel('凭证号').fill(`V-${number}`);
    await dialog.getByLabel('发票号').fill(`F-${number}`);
    await dialog.getByLabel('到账日期').fill(daysAgo(2));
    await dialog.getByLabel('到账日期').press('Enter');
    // Enter takes the day; the form, which still lacks its amount, is not sent by it.
    await expect(dialog.getByLabel('到账日期')).toHaveValue(daysAgo(2));
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await dialog.getByLabel('到账日期').press('Tab');
    for (const [at, name] of ['回单.pdf', '发票.pdf'].entries()) {
      await dialog.locator('input[type=file]').nth(at).setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf(name) });
      await expect(dialog.getByText(name)).toBeVisible();
    }
    await dialog.getByLabel('到账金额').fill('五十');
    await dialog.getByRole('button', { name: '登记到账' }).click();
    await expect(dialog.getByRole('alert').filter({ hasText: '到账金额：金额有误' })).toBeVisible();
    await expect(dialog.getByLabel('凭证号')).toHaveValue(`V-${number}`);
    await dialog.getByLabel('到账金额').fill('50');
    await expect(dialog.getByLabel('其中技术性收入')).toHaveValue('46');
    await dialog.getByRole('button', { name: '登记到账' }).click();
    await expect(dialog).toBeHidden();
    await tto.goto(`/rewards/new?contract=${id}`);
    await expect(tto.getByRole('textbox', { name: '收入', exact: true })).toHaveValue('50');
    await tto.getByLabel('第 1 名完成人的姓名').fill('演示完成人甲');
    await tto.getByLabel('决策会议').fill('校长办公会 2026 年第 20 次会议');
    await tto.getByLabel('决策日期').fill(daysAgo(2));
    await tto.getByLabel('决策日期').press('Tab');
    await tto.getByRole('button', { name: '保存方案' }).click();
    await tto.getByRole('button', { name: '开始单位内公示' }).click();
    await tto.getByRole('dialog').getByRole('button', { name: '开始单位内公示' }).click();
    await expect(tto.getByText(/单位内公示至 20\d\d-/)).toBeVisible();
  });

  await test.step('the amount changes: the seller asks, the buyer agrees, two operators grant by keyboard', async () => {
    await tto.goto(`${contract}/change`);
    await expect(tto.getByLabel('付款条款')).toHaveValue(/受托方先开具增值税发票/);
    await tto.getByLabel('成交总额').fill('60');
    await tto.getByLabel('技术交易额').fill('55');
    await tto.getByLabel('事由').fill('增加第四批靶材的检测，双方已签补充协议。');
    await tto.goBack();
    await tto.goForward();
    await expect(tto.getByLabel('成交总额')).toHaveValue('60');
    await expect(tto.getByLabel('事由')).toHaveValue(/增加第四批靶材/);
    await tto.getByRole('button', { name: '提交变更申请' }).click();
    await tto.waitForURL(/\/matters\//);
    const matter = new URL(tto.url()).pathname;
    await firm.goto(matter);
    await firm.getByRole('button', { name: '同意并提交登记机构' }).click();
    await firm.getByRole('dialog').getByRole('button', { name: '同意并提交登记机构' }).click();
    await expect(firm.getByText('已同意并提交登记机构。')).toBeVisible();
    for (const [page, action, done] of [
      [first, '初审通过', /初审通过，待另一名人员决定/],
      [second, '准予', /已准予/],
    ] as const) {
      await page.goto(matter);
      await expect(page.getByRole('button', { name: action })).toBeVisible();
      await page.keyboard.press('a');
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByText(done)).toBeVisible();
    }
    await visitor.goto(`/verify/${number}`);
    await expect(visitor.getByText('有效（已变更）')).toBeVisible();
  });

  await test.step('it is revoked by two operators, by keyboard, and the public sees it', async () => {
    await first.goto(`${contract}?tab=after`);
    await first.getByRole('button', { name: '拟撤销登记' }).focus();
    await first.keyboard.press('Enter');
    const dialog = first.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '情形' }).focus();
    await first.keyboard.press('ArrowDown');
    await first.keyboard.press('Enter');
    await dialog.getByLabel('事由').focus();
    await first.keyboard.insertText('核查发现检测报告并非由受托方作出。');
    await dialog.getByRole('button', { name: '提 交' }).or(dialog.getByRole('button', { name: '提交' })).focus();
    await first.keyboard.press('Enter');
    await first.waitForURL(/\/matters\//);
    await second.goto(new URL(first.url()).pathname);
    await expect(second.getByRole('button', { name: '准予', exact: true })).toBeVisible();
    await second.keyboard.press('a');
    await expect(second.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await second.keyboard.press('Enter');
    await expect(second.getByText(/已准予/)).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText('已撤销，无效').first()).toBeVisible();
  });
});
