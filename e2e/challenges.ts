import { expect, type Locator, type Page } from '@playwright/test';

/** The page of an item by its title, from the public board. */
export async function openItem(page: Page, title: string): Promise<void> {
  await page.goto('/challenges?stage=ALL');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** A click that counts: a button that is still at work swallows it. */
export async function press(button: Locator): Promise<void> {
  await expect(button).not.toHaveClass(/ant-btn-loading/);
  await button.click();
}

/** A step with a question before it. */
export async function step(page: Page, name: string): Promise<void> {
  await press(page.getByRole('button', { name, exact: true }).first());
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** What is not the point of a journey, by the API and with the page's session. */
export async function send<T>(page: Page, query: string, variables: object): Promise<T> {
  const response = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Both parties fill in the day and confirm the contract; its own journey is told elsewhere. */
export async function agreeContract(owner: Page, bidder: Page, taskId: string, change: object = {}): Promise<string> {
  const fields = 'type title subject techField totalAmount techAmount paymentMode paymentTerms signedOn startsOn endsOn ipOwnership acceptance confidentiality';
  const { task } = await send<{ task: { contractId: string } }>(owner, 'query ($id: ID!) { task: challengeTask(id: $id) { contractId } }', { id: taskId });
  const read = async (page: Page) =>
    (await send<{ row: Record<string, unknown> & { version: number } }>(page, `query ($id: ID!) { row: contract(id: $id) { version ${fields} } }`, { id: task.contractId })).row;
  const { version, ...content } = await read(owner);
  await send(owner, 'mutation ($id: ID!, $version: Int!, $input: ContractInput!) { row: editContract(id: $id, version: $version, input: $input) { id } }', {
    id: task.contractId,
    version,
    input: { ...content, ...change, signedOn: new Date().toISOString().slice(0, 10) },
  });
  let status = '';
  for (const page of [owner, bidder]) {
    const now = await read(page);
    const confirmed = await send<{ row: { status: string } }>(page, 'mutation ($id: ID!, $version: Int!) { row: confirmContract(id: $id, version: $version) { status } }', { id: task.contractId, version: now.version });
    status = confirmed.row.status;
  }
  return status;
}
