import { expect, type Page } from '@playwright/test';
import { actor, signIn, test, unique } from '../actors.js';

const tag = unique();
// The tag is no word that the two texts share: matching has to find them by what they say.
const wanted = `砂轮陶瓷结合剂低温烧结气孔不均${tag}d`;
const recipe = `低温陶瓷结合剂配方${tag}a`;
const device = `砂轮生坯检测装置${tag}a`;
const hopeless = `钢琴击弦机榔头毛毡老化后音色发闷${tag}`;

type Row = { id: string; version: number };
/** A step that is no part of what this test looks at, by the same session as the page. */
async function send(page: Page, query: string, variables: object): Promise<Row> {
  const answer = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: { row: Row } | null; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data.row;
}

type Indicator = { name: string; op: 'GE' | 'LE'; value: string; unit: string };
async function postDemand(firm: Page, operator: Page, title: string, problem: string, indicators: Indicator[] = []): Promise<string> {
  const input = { title, problem, indicators, keywords: [], anonymous: false, techField: 'NEW_MATERIALS', budgetMax: '50000000' };
  const draft = await send(firm, 'mutation ($input: DemandInput!) { row: createDemand(input: $input) { id version } }', { input });
  const submitted = await send(
    firm,
    'mutation ($id: ID!, $version: Int!) { row: submitDemand(id: $id, version: $version) { id version } }',
    draft,
  );
  return (
    await send(operator, 'mutation ($id: ID!, $version: Int!) { row: publishDemand(id: $id, version: $version) { id version } }', submitted)
  ).id;
}

async function offer(tto: Page, title: string, price: string): Promise<void> {
  const input = {
    ...{
      title,
      summary:
        '自制低温陶瓷结合剂，烧结温度降低一百二十度，气孔分布均匀，已定型，抗折强度68 MPa，气孔率42%，磨削比提高三成，已在两家砂轮厂试用八个月，可提供配方、烧成曲线与样品检测报告。',
      keywords: ['陶瓷结合剂'],
    },
    ...{
      ipRights: [],
      team: [],
      transferModes: ['TRANSFER'],
      priceMode: 'FIXED',
      priceMin: price,
      priceMax: price,
      techField: 'NEW_MATERIALS',
      trl: 6,
    },
  };
  const draft = await send(tto, 'mutation ($input: AchievementInput!) { row: createAchievement(input: $input) { id version } }', { input });
  await send(tto, 'mutation ($id: ID!, $version: Int!) { row: releaseAchievement(id: $id, version: $version) { id version } }', draft);
}

test('an R&D head and a TTO officer work with their matches', async ({ browser }) => {
  test.setTimeout(120_000);
  const [head, tto, operator] = [await actor(browser), await actor(browser), await actor(browser)];
  await signIn(head, 'gaojianye@e01.demo.jihui.example');
  await signIn(tto, 'zhouyanqiu@u01.demo.jihui.example');
  await signIn(operator, 'luchunling@m1.demo.jihui.example');
  let demand = '';

  await test.step('the R&D head reads why an achievement fits and what is missing', async () => {
    await offer(tto, recipe, '30000000');
    await offer(tto, device, '90000000');
    demand = await postDemand(
      head,
      operator,
      wanted,
      '陶瓷结合剂砂轮低温烧结后气孔大小不一，磨削时表面烧伤。希望控制气孔分布，并能在线测量生坯密度，避免批次之间磨削比相差过大。',
      [
        { name: '抗折强度', op: 'GE', value: '60', unit: 'MPa' },
        { name: '气孔率', op: 'LE', value: '38', unit: '%' },
        { name: '烧成时间', op: 'LE', value: '9', unit: 'h' },
      ],
    );
    await head.goto(`/demands/${demand}/matches`);
    await head.getByRole('link', { name: recipe }).waitFor();
    const row = head.locator('.match-row', { hasText: recipe });
    await expect(row.getByText(/覆盖 \d\/\d 个关键词/)).toBeVisible();
    await expect(row.getByText('1 项指标未达到')).toBeVisible();
    await row.getByRole('link', { name: '查看依据' }).click();
    await expect(head.getByRole('heading', { name: '匹配依据' })).toBeVisible();
    await expect(head.getByText(/在 100 个这样的配对中/)).toBeVisible();
    await expect(head.getByText(/模型 \S+-\d/).first()).toBeVisible();
    for (const [name, verdict] of [['抗折强度', '满足'], ['气孔率', '未满足'], ['烧成时间', '未说明'], ['报价', '满足']] as const)
      await expect(head.getByRole('row', { name: new RegExp(`^${name}`) }).getByText(verdict, { exact: true })).toBeVisible();
    await expect(head.getByRole('list', { name: '成果没有写到' }).getByRole('listitem').first()).toBeVisible();
    await expect(head.locator('mark', { hasText: '陶瓷' }).first()).toBeVisible();
    const raise = head.locator('section.panel', { has: head.getByRole('heading', { name: '怎样提高匹配度' }) });
    await expect(raise.getByRole('listitem').first()).toBeVisible();
    await expect(raise.getByText('可请成果方确认是否具备')).toBeVisible();
    await head.goBack();
  });

  await test.step('constraints say what they cost and stand in the address', async () => {
    await head.getByLabel('价格上限').fill('六十');
    await expect(head.getByRole('alert')).toContainText('“价格上限”填写的“六十”不是可用的金额');
    await expect(head.getByLabel('价格上限')).toHaveValue('六十');
    await head.getByLabel('价格上限').fill('60');
    await expect(head.getByText(/“价格上限 60 万元”排除了 \d+ 项/)).toBeVisible();
    await expect(head.getByRole('link', { name: device })).toHaveCount(0);
    await head.reload();
    await expect(head).toHaveURL(/price=60000000/);
    await expect(head.getByRole('link', { name: device })).toHaveCount(0);
    await head.getByRole('button', { name: '清除条件' }).click();
    await expect(head.getByRole('link', { name: device })).toBeVisible();
  });

  await test.step('declines with a reason', async () => {
    await head.locator('.match-row', { hasText: device }).getByRole('button', { name: '不合适' }).click();
    await head.getByRole('dialog').getByRole('radio', { name: '价格差距过大' }).check();
    await head.getByRole('dialog').getByRole('button', { name: '确认不合适' }).click();
    await expect(head.locator('.match-row', { hasText: device })).toHaveCount(0);
    await expect(head.getByRole('button', { name: /已记为不合适的 1 项/ })).toBeVisible();
  });

  await test.step('gets 暂无合适 for a hopeless demand and turns it into a challenge draft', async () => {
    const id = await postDemand(
      head,
      operator,
      hopeless,
      '立式钢琴使用二十年后榔头毛毡硬化，音色发闷，整音针刺后很快复原，琴行维修成本高，希望找到可靠的替代办法。',
    );
    await head.goto(`/demands/${id}/matches`);
    await expect(head.getByText('暂无合适的匹配')).toBeVisible();
    await expect(head.getByText('至少一个带数值的指标')).toBeVisible();
    await head.getByRole('listitem').filter({ hasText: '改为揭榜挂帅' }).getByRole('button').click();
    await head.waitForURL(/\/my\/challenges\/[0-9a-f-]+\/edit/);
    await expect(head.getByLabel('榜单名称')).toHaveValue(new RegExp(hopeless));
  });

  await test.step('the TTO officer sees the alert after the new demand, and her achievement’s demands', async () => {
    await tto.goto('/alerts');
    const alert = tto.locator('.alert-item', { hasText: recipe });
    await expect(alert.getByText(/条新匹配/)).toBeVisible();
    await alert.getByRole('link', { name: recipe }).click();
    await expect(tto.getByRole('link', { name: wanted, exact: true }).first()).toBeVisible();
    await expect(tto.getByText(/强烈建议联系/).first()).toBeVisible();
  });
});
