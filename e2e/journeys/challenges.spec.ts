import { expect } from '@playwright/test';
import { actor, signIn, test } from '../actors.js';
import { agreeContract, openItem, send, step } from '../challenges.js';

const passPhrase = '技汇演示开启口令 2026';
const [l1, l2] = ['luchunling@m1.demo.jihui.example', 'fanxiaofeng@m1.demo.jihui.example'];

test('流榜: two holders open what was sealed, nobody qualifies, the owner learns what next', async ({ browser }) => {
  const title = '陶瓷结合剂砂轮烧成开裂的在线预警';
  const [second, head, first] = [await actor(browser), await actor(browser), await actor(browser)];
  for (const [page, email] of [[second, l2], [head, 'zanguohong@m1.demo.jihui.example']] as const) {
    await signIn(page, email);
    await openItem(page, title);
    await page.getByRole('button', { name: '交出密钥，开启申报' }).click();
    await page.getByLabel('口令', { exact: true }).fill(passPhrase);
    await page.getByRole('dialog').getByRole('button', { name: '交出密钥，开启申报' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await signIn(first, l1);
  await openItem(first, title);
  await expect(first.getByText('没有发现利益关系。').first()).toBeVisible();
  await first.locator('.ant-collapse-header').first().click();
  await first.getByRole('button', { name: '不通过' }).click();
  await first.getByRole('dialog').getByRole('textbox').fill('不具备驻厂调试条件，与揭榜方条件不符。');
  await first.getByRole('dialog').getByRole('button', { name: '不通过' }).click();
  await expect(first.getByRole('dialog')).toHaveCount(0);
  await step(first, '完成资格审查');
  const visitor = await actor(browser, { width: 390, height: 844 });
  await openItem(visitor, title);
  await expect(visitor.getByText('流榜：截止时没有合格的揭榜申报')).toBeVisible();
});

test('an objection that is upheld: the last reviewer declares and scores, the decision is published, and falls', async ({ browser }) => {
  const title = '金刚石线锯母线高速均匀上砂';
  const [expert, second, first] = [await actor(browser), await actor(browser), await actor(browser)];
  await signIn(expert, 'libinglin@u05.demo.jihui.example');
  await openItem(expert, title);
  await expect(expert.getByRole('button', { name: '提交评分' })).toHaveCount(0);
  await expert.getByRole('button', { name: '提交声明' }).click();
  await expect(expert.getByText('请您评分（0/2）')).toBeVisible();
  const { challenge } = await send<{ challenge: { claims: { id: string }[]; criteria: { name: string }[] } }>(expert, 'query ($id: ID!) { challenge(id: $id) { claims { id } criteria { name } } }', {
    id: expert.url().split('/').at(-1),
  });
  for (const [i, { id }] of challenge.claims.entries())
    await send(expert, 'mutation ($id: ID!, $input: ScoreCardInput!) { scoreClaim(claimId: $id, input: $input) { id } }', {
      id,
      input: { scores: challenge.criteria.map(({ name }) => ({ criterion: name, points: 85 - 10 * i, reason: '依据充分，进度可行。' })) },
    });
  await signIn(second, l2);
  await openItem(second, title);
  await expect(second.getByText(/逐一去掉一名专家重新计算 3 次/)).toBeVisible();
  for (const area of await second.getByPlaceholder('理由（该单位可见）').all()) await area.fill('指标响应与数据支撑的综合排序结果，详见各项得分。');
  await second.getByRole('button', { name: '作出决定' }).click();
  await expect(second.getByText('已决定', { exact: true })).toBeVisible();
  await signIn(first, l1);
  await openItem(first, title);
  await step(first, '公示结果');
  const visitor = await actor(browser, { width: 390, height: 844 });
  await openItem(visitor, title);
  await visitor.getByLabel('异议内容').fill('获胜单位负责人与一名评审专家近三年共同承担项目。');
  await visitor.getByLabel('姓名').fill('荆望舒');
  await visitor.getByLabel('电话或邮箱').fill('13700001357');
  await visitor.getByRole('button', { name: '提交异议' }).click();
  await expect(visitor.getByText(/回执编号 JY-/)).toBeVisible();
  await second.reload();
  await second.getByRole('button', { name: '答复异议' }).click();
  await second.getByRole('dialog').getByText('异议成立', { exact: true }).click();
  await second.getByRole('dialog').getByLabel('答复').fill('经查属实，原决定撤回，另组专家组重新评审。');
  await second.getByRole('button', { name: '公开答复' }).click();
  await expect(second.getByText('待评审', { exact: true })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText('答复：经查属实，原决定撤回，另组专家组重新评审。')).toBeVisible();
  await expect(visitor.getByText('荆望舒')).toHaveCount(0);
});

test('a single winner from the award through signing, milestones and money to acceptance', async ({ browser }) => {
  const title = '超硬刀具刃口质量在线检测共性技术';
  const [owner, bidder, first, second] = [await actor(browser), await actor(browser), await actor(browser), await actor(browser)];
  await signIn(owner, 'gaojianye@e01.demo.jihui.example');
  await openItem(owner, title);
  await owner.locator('a[href^="/challenge-tasks/"]').first().click();
  await step(owner, '起草技术合同');
  const id = owner.url().split('/').at(-1) ?? '';
  await signIn(bidder, 'lianghuaijin@u02.demo.jihui.example');
  const contract = await agreeContract(owner, bidder, id);
  expect(contract).toBe('CONFIRMED');

  await bidder.goto(`/challenge-tasks/${id}`);
  await bidder.getByRole('button', { name: '编写任务书' }).click();
  const days = [30, 60].map((n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10));
  for (const [i, day] of days.entries()) {
    await bidder.getByLabel('日期').nth(i).fill(day);
    await bidder.getByLabel('日期').nth(i).press('Tab');
    await bidder.getByLabel('应交付').nth(i).fill('检测装置样机与试验报告');
  }
  await bidder.getByLabel('未完成且非勤勉尽责时承担的后果').fill('退还已拨付的财政资金，两年内不再申报。');
  await bidder.getByRole('dialog').getByRole('button', { name: '编写任务书' }).click();
  await expect(bidder.getByRole('dialog')).toHaveCount(0);
  await step(bidder, '签署任务书和军令状');
  await owner.reload();
  await step(owner, '签署任务书和军令状');
  await signIn(first, l1);
  await first.goto(`/challenge-tasks/${id}`);
  await step(first, '确认签约，开始攻关');
  await expect(first.getByText('攻关中', { exact: true })).toBeVisible();

  // The enterprise's cash comes before the public money.
  await signIn(second, l2);
  await second.goto(`/challenge-tasks/${id}`);
  await second.getByRole('button', { name: '拨付', exact: true }).first().click();
  await expect(second.getByRole('list', { name: '拨付条件' }).getByLabel('不符合')).toHaveCount(1);
  await second.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await owner.reload();
  await owner.getByRole('button', { name: '登记企业支付' }).click();
  await owner.getByLabel('金额（万元）').fill('36');
  await owner.getByLabel('支付日期').fill(new Date().toISOString().slice(0, 10));
  await owner.getByLabel('支付日期').press('Tab');
  await owner.getByRole('dialog').getByRole('button', { name: '登记企业支付' }).click();
  await expect(owner.getByText('待揭榜方确认')).toBeVisible();
  await bidder.reload();
  await bidder.getByRole('button', { name: '确认收到' }).click();
  await expect(bidder.getByText('已确认', { exact: true }).first()).toBeVisible();
  await second.reload();
  await second.getByRole('button', { name: '拨付', exact: true }).first().click();
  await expect(second.getByRole('list', { name: '拨付条件' }).getByLabel('不符合')).toHaveCount(0);
  await second.getByRole('dialog').getByRole('button', { name: '拨付', exact: true }).click();
  await expect(second.getByRole('dialog')).toHaveCount(0);

  for (const _ of days) {
    await bidder.reload();
    await bidder.getByRole('button', { name: '提交节点材料' }).first().click();
    await bidder.getByRole('dialog').getByRole('textbox').fill('样机已在两家企业试用，检测报告编号 J-2026-001。');
    await bidder.getByRole('dialog').getByRole('button', { name: '提交节点材料' }).click();
    await expect(bidder.getByRole('dialog')).toHaveCount(0);
    await first.reload();
    await first.getByRole('button', { name: '考核节点' }).first().click();
    await first.getByRole('dialog').getByText('通过', { exact: true }).click();
    await first.getByRole('dialog').getByLabel('考核意见').fill('现场核查属实，同意通过。');
    await first.getByRole('dialog').getByRole('button', { name: '考核节点' }).click();
    await expect(first.getByRole('dialog')).toHaveCount(0);
  }
  await bidder.reload();
  await step(bidder, '申请验收');
  await second.reload();
  await second.getByRole('button', { name: '作出验收结论' }).click();
  for (const field of await second.getByRole('dialog').getByLabel(/实测$/).all()) await field.fill('第三方检测结果优于目标');
  for (const box of await second.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await second.getByLabel('验收意见').fill('专家组现场测试，全部指标达到。');
  await second.getByRole('dialog').getByRole('button', { name: '作出验收结论' }).click();
  await expect(second.getByText(/验收结论（/)).toBeVisible();

  const visitor = await actor(browser, { width: 390, height: 844 });
  await openItem(visitor, title);
  await expect(visitor.getByText('已验收', { exact: true }).first()).toBeVisible();
  await visitor.locator('a[href^="/challenge-tasks/"]').first().click();
  await expect(visitor.getByText('第三方检测结果优于目标').first()).toBeVisible();
  await expect(visitor.getByText('军令状')).toHaveCount(0);
});
