import { expect, type Page } from '@playwright/test';
import { actor, signIn, test } from '../actors.js';
import { agreeContract, openItem, press, send, step } from '../challenges.js';

const [l1, l2] = ['luchunling@m1.demo.jihui.example', 'fanxiaofeng@m1.demo.jihui.example'];
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

type Task = { id: string; version: number; mySide: string | null; organisation: { name: string } };
const tasksOf = async (page: Page, id: string): Promise<Task[]> =>
  (await send<{ challenge: { tasks: Task[] } }>(page, 'query ($id: ID!) { challenge(id: $id) { tasks { id version mySide organisation { name } } } }', { id })).challenge.tasks;
/** A step of a task whose page another journey shows. */
async function task(page: Page, id: string, name: string, input: object | null = null, type = ''): Promise<void> {
  const { row } = await send<{ row: { version: number } }>(page, 'query ($id: ID!) { row: challengeTask(id: $id) { version } }', { id });
  const [types, args] = input ? [`, $input: ${type}!`, ', input: $input'] : ['', ''];
  await send(page, `mutation ($id: ID!, $version: Int!${types}) { ${name}(id: $id, version: $version${args}) { id } }`, { id, version: row.version, ...(input ? { input } : {}) });
}

test('a race: two teams sign, hand in their evidence as files and meet at the gate; one is out, the other is accepted', async ({ browser }) => {
  const title = '珩磨轮堵塞状态在线识别与自动修整';
  const [owner, a, b, first, second] = await Promise.all([actor(browser), actor(browser), actor(browser), actor(browser), actor(browser)]);
  await Promise.all([
    signIn(owner, 'xuzhigang@e02.demo.jihui.example'),
    signIn(a, 'lianghuaijin@u02.demo.jihui.example'),
    signIn(b, 'caiyingxue@u03.demo.jihui.example'),
    signIn(first, l1),
    signIn(second, l2),
  ]);
  await openItem(owner, title);
  const itemId = owner.url().split('/').at(-1) ?? '';
  const { challenge } = await send<{ challenge: { gates: { day: string }[] } }>(owner, 'query ($id: ID!) { challenge(id: $id) { gates { day } } }', { id: itemId });
  const gate = challenge.gates[0]?.day ?? '';
  const teams = await Promise.all(
    [a, b].map(async (page) => {
      const own = (await tasksOf(page, itemId)).find((t) => t.mySide === 'BIDDER');
      return { page, id: own?.id ?? '', name: own?.organisation.name ?? '' };
    }),
  );
  const book = {
    milestones: [
      { name: '中期检查', day: day(30), deliverable: '实验台运行记录', kind: 'MIDTERM' },
      { name: '样机同台比武', day: gate, deliverable: '上机样机一套', kind: 'RACE_GATE' },
    ],
    endsOn: day(300),
    penalty: '退还已拨付的财政资金，两年内不再申报。',
  };
  for (const { page, id } of teams) {
    await task(owner, id, 'draftTaskContract');
    expect(await agreeContract(owner, page, id, { totalAmount: '80000000', techAmount: '80000000' })).toBe('CONFIRMED');
    await task(page, id, 'writeTaskBook', book, 'TaskBookInput');
    await task(page, id, 'signTask');
    await task(owner, id, 'signTask');
    await task(first, id, 'startTask');
    await task(page, id, 'handMilestone', { index: 0, text: '实验台连续运行二百小时，记录附后。' }, 'MilestoneEvidenceInput');
    await task(first, id, 'checkMilestone', { index: 0, passed: true, comment: '现场核查属实，同意通过。' }, 'MilestoneCheckInput');
  }
  // The evidence of the gate, as a file that the rival cannot read.
  await Promise.all(
    teams.map(async ({ page, id }) => {
      await page.goto(`/challenge-tasks/${id}`);
      await page.getByRole('button', { name: '提交节点材料' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('样机已上机运行三班，超差率见附件。');
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: '运行记录.txt', mimeType: 'text/plain', buffer: Buffer.from('三班共 620 件，超差 4 件') });
      await expect(page.getByRole('dialog').getByText('运行记录.txt')).toBeVisible();
      await page.getByRole('dialog').getByRole('button', { name: '提交节点材料' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await task(first, id, 'checkMilestone', { index: 1, passed: true, comment: '已完成三班运行，数据属实。' }, 'MilestoneCheckInput');
    }),
  );
  const file = await a.getByRole('link', { name: '运行记录.txt' }).getAttribute('href');
  expect((await b.request.get(file ?? '')).status()).toBe(404);
  expect((await owner.request.get(file ?? '')).status()).toBe(200);

  await openItem(second, title);
  await second.getByRole('button', { name: '作出赛马考核决定：样机同台比武' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByLabel(teams[0]?.name ?? '', { exact: true }).check();
  for (const area of await dialog.getByRole('textbox').all()) await area.fill('同台三班超差率对比见考核记录。');
  await dialog.getByRole('button', { name: '赛马考核决定' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(second.getByText('赛马淘汰', { exact: true })).toBeVisible();

  const [winner] = teams;
  if (!winner) throw new Error('no team');
  await winner.page.reload();
  await step(winner.page, '申请验收');
  await second.goto(`/challenge-tasks/${winner.id}`);
  await second.getByRole('button', { name: '作出验收结论' }).click();
  for (const field of await second.getByRole('dialog').getByLabel(/实测$/).all()) await field.fill('0.7%');
  for (const box of await second.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await second.getByLabel('验收意见').fill('连续两周统计，指标达到。');
  await second.getByRole('dialog').getByRole('button', { name: '作出验收结论' }).click();
  await expect(second.getByText(/验收结论（/)).toBeVisible();

  const visitor = await actor(browser, { width: 390, height: 844 });
  await openItem(visitor, title);
  await expect(visitor.getByText('已验收', { exact: true }).first()).toBeVisible();
  await expect(visitor.getByText('赛马淘汰', { exact: true })).toBeVisible();
  await expect(visitor.getByText('运行记录.txt')).toHaveCount(0);
});

test('one winner: a bidder with a partner meets the owner, five reviewers score side by side, and the result is published', async ({ browser }) => {
  const title = '金属结合剂砂轮电解修锐液的循环再生';
  const experts = ['libinglin@u05', 'caodanfeng@u05', 'maboyan@u06', 'yinchengxin@u06', 'luxiaoji@u07'];
  const [owner, bidder, rival, first, second, head] = await Promise.all([actor(browser), actor(browser), actor(browser), actor(browser), actor(browser), actor(browser)]);
  await Promise.all([
    signIn(owner, 'xuzhigang@e02.demo.jihui.example'),
    signIn(bidder, 'lianghuaijin@u02.demo.jihui.example'),
    signIn(rival, 'caiyingxue@u03.demo.jihui.example'),
    signIn(first, l1),
    signIn(second, l2),
    signIn(head, 'zanguohong@m1.demo.jihui.example'),
  ]);
  await openItem(first, title);
  const id = first.url().split('/').at(-1) ?? '';
  const version = async () => (await send<{ challenge: { version: number } }>(first, 'query ($id: ID!) { challenge(id: $id) { version } }', { id })).challenge.version;
  for (const page of [second, head])
    await send(page, 'mutation ($id: ID!, $version: Int!, $p: String!) { giveChallengeKey(id: $id, version: $version, passPhrase: $p) { id } }', { id, version: await version(), p: '技汇演示开启口令 2026' });
  const { challenge } = await send<{ challenge: { claims: { id: string }[]; criteria: { name: string }[] } }>(first, 'query ($id: ID!) { challenge(id: $id) { claims { id } criteria { name } } }', { id });
  for (const { id: claimId } of challenge.claims)
    await send(first, 'mutation ($input: ClaimJudgementInput!) { judgeClaim(input: $input) { id } }', { input: { claimId, qualified: true } });
  await first.reload();
  await step(first, '完成资格审查');
  await first.locator('.ant-collapse-header').first().click();
  await expect(first.getByText(/郑州钧砺精磨科技有限公司/).first()).toBeVisible();

  // 供需对接: every qualified bidder, or none.
  for (const { id: claimId } of challenge.claims)
    await send(owner, 'mutation ($input: ChallengeMeetingPlanInput!) { planChallengeMeeting(input: $input) { id } }', { input: { claimId, at: new Date(Date.now() - 3_600_000).toISOString(), place: '发榜方会议室' } });
  for (const page of [bidder, rival]) {
    await page.goto(`/challenges/${id}`);
    await page.getByRole('button', { name: '填写纪要' }).click();
    const dialog = page.getByRole('dialog');
    for (const [i, name] of ['王工', '课题负责人'].entries()) await dialog.getByLabel('姓名').nth(i).fill(name);
    await dialog.getByLabel('会谈纪要').fill('双方就测试方法、装置布置和停机窗口交换了意见，没有改变榜单内容。');
    await dialog.getByRole('button', { name: '填写纪要' }).click();
    await page.getByRole('button', { name: '确认纪要' }).click();
    await expect(page.getByText(/揭榜方已确认/)).toBeVisible();
  }
  await owner.goto(`/challenges/${id}`);
  for (const left of [2, 1]) {
    await expect(owner.getByRole('button', { name: '确认纪要' })).toHaveCount(left);
    await press(owner.getByRole('button', { name: '确认纪要' }).first());
  }
  await expect(owner.getByRole('button', { name: '确认纪要' })).toHaveCount(0);

  await first.reload();
  await first.getByRole('button', { name: '推荐 5 名' }).click();
  await press(first.getByRole('button', { name: '确定 5 名专家' }));
  await expect(first.getByText('评审专家已确定')).toBeVisible();
  // The step after it asks for the version that this one made.
  await first.reload();
  await step(first, '开始评审');
  await expect(first.getByText('评审中', { exact: true }).first()).toBeVisible();
  await Promise.all(
    experts.map(async (email, n) => {
      const page = await actor(browser);
      await signIn(page, `${email}.demo.jihui.example`);
      await page.goto(`/challenges/${id}`);
      await page.getByRole('button', { name: '提交声明' }).click();
      await expect(page.getByText('请您评分（0/2）')).toBeVisible();
      for (const [i, claim] of challenge.claims.entries())
        await send(page, 'mutation ($id: ID!, $input: ScoreCardInput!) { scoreClaim(claimId: $id, input: $input) { id } }', {
          id: claim.id,
          input: { scores: challenge.criteria.map(({ name }) => ({ criterion: name, points: 88 - 6 * i - n, reason: '依据充分，进度可行。' })) },
        });
      await page.context().close();
    }),
  );
  await openItem(second, title);
  await expect(second.getByText(/逐一去掉一名专家重新计算 5 次/)).toBeVisible();
  for (const area of await second.getByPlaceholder('理由（该单位可见）').all()) await area.fill('指标响应与数据支撑的综合排序结果，详见各项得分。');
  await second.getByRole('button', { name: '作出决定' }).click();
  await expect(second.getByText('已决定', { exact: true })).toBeVisible();
  await first.reload();
  await step(first, '公示结果');
  const visitor = await actor(browser, { width: 390, height: 844 });
  await openItem(visitor, title);
  await expect(visitor.getByText(/综合得分 86|86\.00/).first()).toBeVisible();
  await expect(visitor.getByText('供需对接', { exact: true })).toHaveCount(0);
});
