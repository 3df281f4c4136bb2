import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import PDFDocument from 'pdfkit';
import { actor, choose, signIn, test, unique } from '../actors.js';

const tag = unique();
// The whole TrueType file: of .woff2 pdfkit draws blank glyphs.
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const title = `聚晶金刚石刀具刃口激光修锐方法${tag}`;

/** A paper as an inventor has it: title, authors, abstract, keywords. */
async function paper(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 60 });
  const bytes = buffer(document);
  document.font(font).fontSize(16).text(title, { align: 'center' }).moveDown();
  document.fontSize(11).text('完成人：陆行舟，沈知远').moveDown();
  document.text('摘要：聚晶金刚石刀具重磨后刃口常有微崩缺，传统机械修锐效率低。本成果以绿光纳秒激光沿刃口扫描修锐，刃口锯齿度不大于 1.2 微米，与机械修锐相比刀具寿命提高 110%以上。已在两家刀具厂试用八个月，累计修锐刀片三万片。提供工艺参数、装备图纸和操作规程。').moveDown();
  document.text('关键词：聚晶金刚石；激光修锐；刃口崩缺').moveDown().text('学科：机械工程').text('专利号：ZL201710601862.3，另有申请 202010000000.1');
  document.end();
  return bytes;
}

test('an R&D head writes a demand from a blank page, led by hints', async ({ browser }) => {
  const page = await actor(browser);
  await signIn(page, 'gaojianye@e01.demo.jihui.example');
  await page.goto('/my/demands/new');
  await page.getByLabel('需求名称').fill(`高硅铝缸体精镗刀刃口崩缺${tag}`);
  await page.getByLabel('要解决的问题').fill('精镗高硅铝缸体时刀具刃口微崩，导致孔壁划伤，每班停机换刀两次，批次之间寿命差一倍，无法连续生产。');
  await expect(page.getByText(/已保存 \d/)).toBeVisible();
  await expect(page).toHaveURL(/\/my\/demands\/[0-9a-f-]+\/edit/);
  const score = page.getByRole('progressbar', { name: /清晰度/ });
  const before = Number(await score.getAttribute('aria-valuenow'));
  await page.getByRole('button', { name: '下一步：现状与尝试' }).click();
  await page.getByLabel('现状与已做的尝试').fill('目前寿命 1500～2000 件，试过两种涂层，没有解决。');
  await page.getByRole('button', { name: '下一步：目标指标' }).click();
  await expect(page).toHaveURL(/step=target/);
  await page.getByRole('button', { name: '添加指标' }).click();
  await page.getByLabel('指标名称，第 1 项').fill('表面粗糙度');
  await choose(page, '比较，第 1 项', '≤');
  await page.getByLabel('数值，第 1 项').fill('0.8');
  await page.getByLabel('单位，第 1 项').fill('μm');
  await expect(page.getByText('表面粗糙度 ≤ 0.8 μm')).toBeVisible();
  await page.getByRole('button', { name: '下一步：交付与验收' }).click();
  await page.getByLabel('要交付什么').fill('刀片样件 20 件和试验报告');
  await page.getByLabel('验收方法').fill('在我方产线连续跑两把刀，按 GB/T 1031 检测。');
  await page.getByRole('button', { name: '下一步：预算与期限' }).click();
  await page.getByLabel('预算上限').fill('60');
  // What is typed survives the page.
  await expect(page.getByText(/已保存 \d/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('预算上限')).toHaveValue('60');
  await page.getByRole('button', { name: '下一步：归类与发布' }).click();
  await choose(page, '技术领域', '先进制造');
  await page.getByRole('radio', { name: '匿名发布' }).check();
  expect(Number(await score.getAttribute('aria-valuenow'))).toBeGreaterThan(before + 40);
  await expect(page.getByText('可以自助对接')).toBeVisible();
  await page.getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByText(/已提交审核/)).toBeVisible();
});

test('an inventor discloses from a PDF, confirming what was guessed', async ({ browser }) => {
  const page = await actor(browser);
  await signIn(page, 'xumingchuan@u01.demo.jihui.example');
  await page.goto('/my/achievements');
  await page.getByRole('button', { name: '从摘要或文件登记' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: '论文.pdf', mimeType: 'application/pdf', buffer: await paper() });
  await expect(page.getByLabel('文字内容')).toHaveValue(new RegExp(title));
  await page.getByRole('button', { name: '猜测各项内容' }).click();
  await expect(page.getByText(/202010000000\.1 像专利号，但校验位不正确/)).toBeVisible();
  for (const field of ['成果名称', '成果简介', '关键词', '技术领域', '技术成熟度', '知识产权', '好在哪里']) await page.getByRole('button', { name: `采用 ${field}`, exact: true }).click();
  await page.getByRole('button', { name: '不采用 受让方得到什么' }).click();
  await page.getByRole('button', { name: '生成成果草稿' }).click();
  await page.waitForURL(/\/my\/achievements\/[0-9a-f-]+\/edit/);
  await expect(page.getByRole('textbox', { name: '成果名称' })).toHaveValue(title);
  await expect(page.getByLabel(/专利号/)).toHaveValue('ZL201710601862.3');
  // Nothing that was not confirmed is in the draft.
  await expect(page.getByLabel('受让方得到什么')).toHaveValue('');
  await expect(page.getByLabel('学科')).toHaveValue('');
  await page.getByRole('button', { name: /^更正：.*锯齿度/ }).first().click();
  await page.getByLabel('指标名称', { exact: true }).fill('刃口最大崩缺');
  await page.getByRole('button', { name: '保存更正' }).click();
  await expect(page.getByText(/刃口最大崩缺 ≤ 1\.2/)).toBeVisible();
});
