import { expect, type Page } from '@playwright/test';
import { makePatentNumber, makeUscc } from '@jihui/testing';
import { actor, choose, signInOnPage, test, unique } from '../actors.js';
import { linkInMail } from '../mailbox.js';

const tag = unique();
const password = 'Journey-2026-pass';
const university = { name: `河岳工业大学${tag}`, uscc: makeUscc('12'), kind: '高校', admin: '沈知远', email: `tto-${tag}@hy.example.test` };
const firm = { name: `郑州砺石工具有限公司${tag}`, uscc: makeUscc('91'), kind: '企业', admin: '段云飞', email: `admin-${tag}@ls.example.test` };
const inventorEmail = `inv-${tag}@hy.example.test`;
const achievementTitle = `聚晶金刚石刀具刃口激光修锐${tag}`;
const demandTitle = `聚晶金刚石刀具刃口崩缺的修锐办法${tag}`;

async function signUp(page: Page, unit: typeof university): Promise<void> {
  await page.goto('/signup');
  await page.getByRole('radio', { name: new RegExp(`^${unit.kind}`) }).check();
  await page.getByLabel('单位名称').fill(unit.name);
  await page.getByLabel('统一社会信用代码').fill(unit.uscc);
  await choose(page, '所在地区', '郑州高新区');
  await page.getByLabel('姓名').fill(unit.admin);
  await page.getByLabel('邮箱').fill(unit.email);
  await page.getByLabel('电话').fill('13800001234');
  await page.getByLabel('登录密码').fill(password);
  await page.getByRole('checkbox', { name: /我已获得本单位授权/ }).check();
  await page.getByRole('button', { name: '提交注册' }).click();
  await expect(page.getByText('注册已提交，等待核验')).toBeVisible();
}

async function verifyOrganisation(page: Page, name: string): Promise<void> {
  await page.goto('/review/organisations');
  await page.getByRole('navigation', { name: '待核验单位' }).getByRole('button', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.getByRole('button', { name: '通过核验' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '通过核验' }).click();
  await expect(page.getByText(`“${name}”已通过核验`)).toBeVisible();
}

async function invite(page: Page, name: string, email: string, role: string): Promise<void> {
  await page.goto('/members');
  await page.getByRole('button', { name: '邀请成员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByLabel('邮箱').fill(email);
  await dialog.getByRole('checkbox', { name: new RegExp(role) }).check();
  await dialog.getByRole('button', { name: '发送邀请' }).click();
  await expect(page.getByText(`邀请已发送到 ${email}`)).toBeVisible();
}

async function confirmContract(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认合同内容' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认当前内容' }).click();
  await expect(page.getByText('已确认。')).toBeVisible();
}

test('an empty organisation becomes a verified certificate', async ({ browser }) => {
  test.setTimeout(300_000);
  const tto = await actor(browser);
  const firmAdmin = await actor(browser);
  const first = await actor(browser);
  const second = await actor(browser);
  const inventor = await actor(browser);
  const visitor = await actor(browser, { width: 390, height: 844 });
  let achievementUrl = '';
  let contractUrl = '';
  let number = '';

  await test.step('two organisations sign up and an operator verifies them', async () => {
    await signUp(tto, university);
    await signUp(firmAdmin, firm);
    await signInOnPage(first, 'luchunling@m1.demo.jihui.example');
    await verifyOrganisation(first, university.name);
    await verifyOrganisation(first, firm.name);
  });

  await test.step('the TTO invites an inventor, who joins by the link in the mail', async () => {
    await invite(tto, '陆行舟', inventorEmail, '成果完成人');
    await inventor.goto(await linkInMail(inventorEmail, '/invitation'));
    await inventor.getByLabel('电话').fill('13900005678');
    await inventor.getByLabel('设置密码').fill(password);
    await inventor.getByRole('button', { name: '加入并登录' }).click();
    await inventor.waitForURL(/\/home/);
  });

  await test.step('the inventor writes an achievement, the TTO publishes it', async () => {
    await inventor.goto('/my/achievements/new');
    await inventor.getByLabel('成果名称').fill(achievementTitle);
    await inventor.getByLabel('成果简介').fill('聚晶金刚石刀具重磨后刃口常有微崩缺。以绿光纳秒激光沿刃口扫描修锐，锯齿度由 6 微米降到 1.2 微米，刃口圆弧半径 4 微米，已在两家刀具厂试用八个月，寿命提高一倍以上。提供工艺参数与装备图纸。');
    await inventor.getByLabel('关键词').fill('聚晶金刚石，激光修锐，');
    await choose(inventor, '技术领域', '先进制造');
    await choose(inventor, '技术成熟度', '7 级');
    await inventor.getByRole('button', { name: '添加知识产权' }).click();
    await inventor.getByLabel(/专利号/).fill(makePatentNumber());
    await inventor.getByRole('checkbox', { name: '普通许可' }).check();
    await expect(inventor.getByText(/已保存 \d/)).toBeVisible();
    await inventor.getByRole('button', { name: '提交审核' }).click();
    await expect(inventor.getByText('已提交，由本单位技术转移管理员审核发布。')).toBeVisible();
    await tto.goto('/home');
    await tto.getByRole('link', { name: achievementTitle }).click();
    await tto.getByRole('button', { name: '发布', exact: true }).click();
    await tto.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await expect(tto.getByText('待转化', { exact: true })).toBeVisible();
    achievementUrl = new URL(tto.url()).pathname;
  });

  await test.step('the firm writes a demand, the operator publishes it', async () => {
    await firmAdmin.goto('/my/demands/new');
    await firmAdmin.getByLabel('需求名称').fill(demandTitle);
    await firmAdmin.getByLabel('要解决的问题').fill('聚晶金刚石刀具重磨之后刃口有微崩缺，加工高硅铝缸体时寿命不到新刀的六成。希望找到激光或其他修锐办法，把刃口锯齿度控制在 2 微米以内。');
    await firmAdmin.getByRole('link', { name: '归类与发布' }).click();
    await choose(firmAdmin, '技术领域', '先进制造');
    await expect(firmAdmin.getByText(/已保存 \d/)).toBeVisible();
    await firmAdmin.getByRole('button', { name: '提交审核' }).click();
    await expect(firmAdmin.getByText(/已提交审核/)).toBeVisible();
    await first.goto('/review/demands');
    await first.getByRole('button', { name: new RegExp(demandTitle) }).click();
    await expect(first.getByRole('heading', { name: demandTitle })).toBeVisible();
    await first.getByRole('button', { name: '发布', exact: true }).click();
    await first.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
    await expect(first.getByText(`已发布：${demandTitle}`)).toBeVisible();
  });

  await test.step('the system has matched them; the firm asks for an introduction', async () => {
    await firmAdmin.goto('/home');
    await firmAdmin.goto(achievementUrl);
    await expect(firmAdmin.getByRole('heading', { name: achievementTitle })).toBeVisible();
    await firmAdmin.getByRole('button', { name: '申请引荐' }).first().click();
    const dialog = firmAdmin.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '留言' }).fill('我们有同样的刀具，希望看一次样件，并了解设备投入和许可条件。');
    await dialog.getByRole('button', { name: '发送申请' }).click();
    await expect(firmAdmin.getByText('申请已发送')).toBeVisible();
    await tto.goto('/introductions');
    await tto.getByRole('button', { name: '接受，进入洽谈' }).click();
    await tto.waitForURL(/\/negotiations\/[0-9a-f-]+/);
  });

  await test.step('they talk and confirm one term sheet; the contract is drafted from it', async () => {
    await tto.getByRole('textbox', { name: '留言' }).fill('样件和检测报告都准备好了，欢迎来实验室看。');
    await tto.getByRole('button', { name: '发送' }).click();
    await firmAdmin.goto('/negotiations');
    await firmAdmin.getByRole('link', { name: new RegExp(achievementTitle) }).first().click();
    await expect(firmAdmin.getByText('样件和检测报告都准备好了')).toBeVisible();
    await firmAdmin.getByRole('button', { name: '填写条款单' }).first().click();
    await choose(firmAdmin, '合同类型', '专利实施许可');
    await firmAdmin.getByLabel('合同期限').fill('36');
    await firmAdmin.getByLabel('标的的内容、范围和要求').fill('许可方将刃口激光修锐专利及工艺参数许可给被许可方在河南省内实施，并指导首批试产，刃口锯齿度不大于 2 微米。');
    await firmAdmin.getByLabel('专利的基本情况').fill('专利权人为许可方，维持有效至合同期满');
    await firmAdmin.getByLabel('许可的方式和范围').fill('普通许可，地域为河南省，不得再许可');
    await firmAdmin.getByLabel('履行的计划、地点和方式').fill('三十日内交付资料，六个月内在被许可方厂区试产');
    await firmAdmin.getByLabel('合同总价').fill('80');
    await choose(firmAdmin, '支付方式', '一次总付');
    await firmAdmin.getByLabel('支付安排').fill('签订后三十日内一次付清');
    await firmAdmin.getByLabel('技术成果的归属和收益的分配').fill('专利权归许可方，改进归改进方');
    await firmAdmin.getByLabel('技术信息和资料的保密').fill('双方保密五年');
    await firmAdmin.getByLabel('验收标准和方法').fill('按附件指标在被许可方现场验收');
    await firmAdmin.getByRole('button', { name: '提出这些条款' }).click();
    await expect(firmAdmin.getByText('等待对方答复', { exact: true }).first()).toBeVisible();
    await tto.reload();
    await tto.getByRole('button', { name: '逐条答复' }).click();
    await tto.getByRole('button', { name: '提出修改 许可使用费及其支付' }).click();
    await tto.getByLabel('合同总价').fill('86.5');
    await tto.getByLabel('修改的理由').fill('含两个月驻厂指导');
    await tto.getByRole('button', { name: '提出修改', exact: true }).click();
    await tto.getByRole('button', { name: /^接受全部 \d+ 条$/ }).click();
    await firmAdmin.reload();
    await expect(firmAdmin.locator('ins').filter({ hasText: '865,000' })).toBeVisible();
    await firmAdmin.getByRole('button', { name: '接受 许可使用费及其支付' }).click();
    await tto.reload();
    await tto.getByRole('button', { name: '起草技术合同' }).click();
    await tto.waitForURL(/\/contracts\/[0-9a-f-]+\/edit/);
    contractUrl = new URL(tto.url()).pathname.replace(/\/edit$/, '');
  });

  await test.step('the contract is completed, both sides confirm it, the seller submits it', async () => {
    await expect(tto.getByLabel('成交总额')).toHaveValue('86.5');
    await tto.getByRole('button', { name: '与成交总额相同' }).click();
    await tto.getByLabel('签订日期').fill('2026-11-20');
    await tto.getByLabel('签订日期').press('Tab');
    await expect(tto.getByLabel('验收标准和方法')).toHaveValue('按附件指标在被许可方现场验收');
    await tto.getByRole('button', { name: '检查完整性并返回合同' }).click();
    await tto.waitForURL((url) => url.pathname === contractUrl);
    await confirmContract(tto);
    await firmAdmin.goto(contractUrl);
    await confirmContract(firmAdmin);
    await tto.reload();
    await tto.getByRole('button', { name: '提交登记' }).click();
    await tto.getByRole('dialog').getByRole('button', { name: '提交登记' }).click();
    await expect(tto.getByText('已提交登记。')).toBeVisible();
  });

  await test.step('two operators examine and register it, by keyboard', async () => {
    const id = contractUrl.split('/').pop() ?? '';
    await first.goto(`/review?id=${id}`);
    const title = achievementTitle;
    await expect(first.getByRole('heading', { name: title })).toBeVisible();
    await first.keyboard.press('a');
    await expect(first.getByText(`已受理：${title}`)).toBeVisible();
    await first.goto(`/review?id=${id}`);
    await expect(first.getByRole('toolbar').getByRole('button', { name: /领取/ })).toBeVisible();
    await first.keyboard.press('a');
    await expect(first.getByRole('toolbar').getByRole('button', { name: /初审通过/ })).toBeVisible();
    await first.keyboard.press('a');
    await first.getByRole('dialog').getByRole('textbox').fill('标的明确，材料齐全');
    await first.keyboard.press('Enter');
    await expect(first.locator('.ant-message').getByText(`初审通过：${title}`)).toBeVisible();
    await signInOnPage(second, 'fanxiaofeng@m1.demo.jihui.example');
    await second.goto(`/review?id=${id}`);
    await expect(second.getByRole('toolbar').getByRole('button', { name: /准予登记/ })).toBeVisible();
    await second.keyboard.press('a');
    await expect(second.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await second.keyboard.press('Enter');
    const notice = second.getByText(/已登记：JHZZ-\d{4}-\d{6}/);
    await expect(notice).toBeVisible();
    number = (await notice.textContent())?.match(/JHZZ-\d{4}-\d{6}/)?.[0] ?? '';
  });

  await test.step('anybody verifies the certificate on a phone, and finds it in the register', async () => {
    await visitor.goto('/verify');
    await visitor.getByLabel('登记编号').fill(number);
    await visitor.getByRole('button', { name: '查验' }).click();
    await expect(visitor.getByText('有效', { exact: true })).toBeVisible();
    await expect(visitor.getByText(university.name)).toBeVisible();
    await expect(visitor.getByText('86.5')).toHaveCount(0);
    await visitor.goto('/register');
    await expect(visitor.getByText(number)).toBeVisible();
    // Taken: the achievement is no longer 待转化.
    await visitor.goto(achievementUrl);
    await expect(visitor.getByText('待转化', { exact: true })).toHaveCount(0);
  });
});
