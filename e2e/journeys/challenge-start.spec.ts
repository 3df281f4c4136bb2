import { expect, type Page } from '@playwright/test';
import { actor, signIn, test, unique } from '../actors.js';
import { send, step } from '../challenges.js';

const [l1, l2, head] = ['luchunling@m1.demo.jihui.example', 'fanxiaofeng@m1.demo.jihui.example', 'zanguohong@m1.demo.jihui.example'];
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

test('from a demand in one click to a sealed claim: shaped by experts, agreed, approved by another, two keys, published, claimed with a partner', async ({ browser }) => {
  const title = `PCD 刀片钎焊界面脱落机理 ${unique()}`;
  const [owner, first, second, third, bidder] = await Promise.all([actor(browser), actor(browser), actor(browser), actor(browser), actor(browser)]);
  await Promise.all([
    signIn(owner, 'gaojianye@e01.demo.jihui.example'),
    signIn(first, l1),
    signIn(second, l2),
    signIn(third, head),
    signIn(bidder, 'lianghuaijin@u02.demo.jihui.example'),
  ]);
  await owner.goto('/my/demands');
  await owner.getByRole('link', { name: 'PCD刀片焊接老掉片请会诊', exact: true }).last().click();
  await owner.getByRole('button', { name: '发起揭榜挂帅' }).first().click();
  await owner.waitForURL(/\/my\/challenges\/.+\/edit$/);
  const id = owner.url().split('/').at(-2) ?? '';
  const at = (name: string, n = 0) => owner.getByLabel(name, { exact: true }).nth(n);
  // What is wrong is named at once; what is typed stays.
  await at('企业总投入').fill('-5');
  await owner.getByRole('button', { name: '提交组织方' }).click();
  await expect(owner.getByText(/^企业总投入：金额有误/)).toBeVisible();
  await expect(owner.getByText('核心指标：至少 1 项')).toBeVisible();
  await expect(at('企业总投入')).toHaveValue('-5');
  const texts = { 榜单名称: title, 企业总投入: '400', 其中支付揭榜方的现金: '80', 拟申请财政支持: '100', 交付物: '钎焊工艺文件一套、样件五十件', 验收方式: '第三方剪切试验，二十件全部达到', 知识产权与利益分享: '新产生的专利双方共有', 揭榜方条件: '有硬质合金钎焊研究基础', '自行攻关的情况（为什么自己解决不了）': '换过四种焊料，机理说不清' };
  for (const [name, text] of Object.entries(texts)) await at(name).fill(text);
  await owner.getByRole('button', { name: '添加指标' }).click();
  for (const [name, text] of Object.entries({ 指标: '焊后剪切强度', 现值: '120', 目标值: '220', 单位: 'MPa', 测试方法: 'GB/T 6396 剪切试验' })) await at(name).fill(text);
  await at('完成期限').fill(day(500));
  await at('完成期限').press('Tab');
  await owner.getByRole('checkbox', { name: /本单位近三年信用记录良好/ }).check();
  await owner.getByRole('button', { name: '提交组织方' }).click();
  await owner.waitForURL(`**/challenges/${id}`);

  await first.goto(`/challenges/${id}`);
  await step(first, '通过形式审查');
  await first.getByRole('button', { name: '论证（凝练）' }).click();
  await first.getByLabel('目标值', { exact: true }).fill('200');
  await first.getByLabel('专家意见摘要').fill('目标值 220 MPa 高于同类上限，建议 200 MPa。');
  await first.getByRole('button', { name: '提交凝练稿' }).click();
  await owner.reload();
  await expect(owner.getByText(/现值 120， ≥ 220 MPa/)).toBeVisible();
  await expect(owner.getByText(/现值 120， ≥ 200 MPa/)).toBeVisible();
  await step(owner, '同意凝练稿');
  await second.goto(`/challenges/${id}`);
  await step(second, '批准');
  type Read = { challenge: { version: number; status: string } };
  const read = async (page: Page) => (await send<Read>(page, 'query ($id: ID!) { challenge(id: $id) { version status } }', { id })).challenge;
  // The dialog is gone a little before the approval is there.
  await expect.poll(async () => (await read(second)).status).toBe('APPROVED');
  for (const [i, page] of [second, third].entries()) {
    const challenge = await read(page);
    await send(page, 'mutation ($id: ID!, $version: Int!, $p: String!) { takeChallengeKey(id: $id, version: $version, passPhrase: $p) { id } }', { id, version: challenge.version, p: `第 ${i + 1} 位保管人的口令 2026` });
  }
  await first.goto(`/challenges/${id}`);
  // The timetable is looked at before the publication.
  await expect(first.getByText(/之后的放假安排尚未公布/)).toBeVisible();
  await first.getByRole('button', { name: '发榜', exact: true }).click();
  await first.getByRole('dialog').getByRole('button', { name: '发榜', exact: true }).click();
  await expect(first.getByText('揭榜申报中', { exact: true }).first()).toBeVisible();

  await bidder.goto(`/challenges/${id}/claim`);
  await bidder.getByRole('button', { name: '加密并提交' }).click();
  for (const line of [/^技术路线摘要：/, /^指标承诺 第 1 项/, /^承诺：/]) await expect(bidder.getByText(line)).toBeVisible();
  await bidder.getByLabel('技术路线摘要').fill('以真空钎焊加中间层控制界面反应层厚度，再做工艺窗口试验。');
  await bidder.getByLabel('项目负责人').fill('梁怀瑾');
  await bidder.getByRole('button', { name: '添加参与单位' }).click();
  await bidder.getByLabel('单位名称').fill('郑州钧砺精磨科技有限公司');
  await bidder.getByLabel('承担任务').fill('样件试制与上机试验');
  await bidder.getByLabel(/^焊后剪切强度（目标值 ≥ 200 MPa/).fill('210');
  for (const area of await bidder.getByLabel(/（\d+%）$/).all()) await area.fill('反应层厚度两微米以内时强度最高，数据见说明，均已验证。');
  await bidder.getByLabel(/^报价/).fill('78.5');
  await bidder.getByRole('checkbox').check();
  await bidder.getByRole('button', { name: '加密并提交' }).click();
  await expect(bidder.getByText(/收到并加密$/)).toBeVisible();
  const visitor = await actor(browser, { width: 390, height: 844 });
  await visitor.goto(`/challenges/${id}`);
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText('梁怀瑾')).toHaveCount(0);
});
