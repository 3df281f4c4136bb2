import { expect, test as base, type Browser, type Page } from '@playwright/test';

/** The password of all demo accounts, as the README prints it. */
export const demoPassword = 'Jihui-demo-2026';

/** A test whose people go home at its end: pages that stay open would go on asking for news beside those that follow. */
export const test = base.extend<{ goingHome: void }>({
  goingHome: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** A person with a browser of his own. */
export async function actor(browser: Browser, size?: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext(size ? { viewport: size } : {});
  return context.newPage();
}

/** Signs in without the page, for journeys of which signing in is no part: the browser holds the same cookie afterwards. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { id } }';
  const answer = await page.context().request.post('/graphql', { data: { query, variables: { input: { email, password } } } });
  expect(await answer.json()).toMatchObject({ data: { login: {} } });
}

/** Signs in through the page, as people do. */
export async function signInOnPage(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(password);
  // By key: a click on a page that is still moving is lost.
  await page.getByLabel('密码').press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** A short word that no other test uses. */
export const unique = (): string => Math.random().toString(36).slice(2, 8);

/** Chooses an option of a select by its words; again where a list that is still closing has swallowed the click. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  const select = page.locator('.ant-select').filter({ has: field });
  await expect(async () => {
    await field.click();
    if (await field.isEditable()) await field.fill(option);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click({ timeout: 3000 });
    await expect(select).toContainText(option, { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}
