import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { MemoryRouter, Route, Routes } from 'react-router';
import { startI18n } from '../../i18n/index.js';
import { queryClient } from '../../lib/api.js';
import { ClaimPage } from './claim-page.js';
import { Countdown } from './countdown.js';

type Call = { operation: string; variables: { input?: { answers: { criterion: string; text: string }[]; budget: string } } };
let calls: Call[] = [];

const challenge = {
  id: 'c1',
  number: 'JB-ZZ-2026-0001',
  title: '刀具刃口寿命攻关',
  kind: 'ENTERPRISE_NEED',
  canClaim: true,
  claimsCloseAt: '2099-01-01T00:00:00.000Z',
  indicators: [{ name: '加工件数', current: null, op: 'GE', target: '4000', unit: '件', method: '上机', must: true }],
  criteria: [
    { name: '技术方案', weight: 60, hint: null },
    { name: '团队基础', weight: 40, hint: null },
  ],
};

globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);
globalThis.fetch = async (_url, init) => {
  const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Call['variables'] };
  const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
  calls.push({ operation, variables });
  const data =
    operation === 'Challenge'
      ? { serverTime: new Date().toISOString(), challenge }
      : { submitClaim: { id: 'k1', digest: 'ab12', submittedAt: '2026-11-22T02:00:00.000Z' } };
  return { headers: new Map(), json: async () => ({ data }) } as unknown as Response;
};

const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const sent = () => calls.filter((c) => c.operation === 'SubmitClaim');

describe('the form of a claim', () => {
  beforeAll(() => startI18n('zh-CN'));
  beforeEach(() => {
    calls = [];
    localStorage.clear();
  });
  afterEach(cleanup);

  it('is made from the criteria, sends nothing that is open, keeps nothing in the browser and gives a receipt', async () => {
    render(
      <MemoryRouter initialEntries={['/challenges/c1/claim']}>
        <QueryClientProvider client={queryClient}>
          <App>
            <Routes>
              <Route path="/challenges/:id/claim" element={<ClaimPage />} />
            </Routes>
          </App>
        </QueryClientProvider>
      </MemoryRouter>,
    );
    await screen.findByLabelText(/技术方案（60%）/);
    type(/项目负责人/, '林教授');
    fireEvent.click(screen.getByText('加密并提交'));
    // What the schema asks for and what the item asks for, in one list.
    await screen.findByText(/对照评审标准的说明 第 1 项/);
    for (const field of [/^技术路线摘要.*：/, /^报价.*：/, /^指标承诺.*第 1 项/]) screen.getByText(field);
    type(/技术路线摘要/, '以两步法控制刃口钝圆半径，再用梯度过渡层抑制微崩。');
    type(/报价/, '155');
    expect(sent()).toEqual([]);
    type(/加工件数/, '4500');
    for (const name of [/技术方案（60%）/, /团队基础（40%）/]) type(name, '这一条我们这样做，依据和数据见说明，共三点，均已验证。');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByText('加密并提交'));
    await waitFor(() => expect(sent()).toHaveLength(1), { timeout: 10_000 });
    expect(sent()[0]?.variables.input).toMatchObject({
      budget: '155000000',
      answers: [{ criterion: '技术方案' }, { criterion: '团队基础' }],
    });
    await screen.findByText('ab12');
    expect(localStorage).toHaveLength(0);
  }, 30_000);

  it('counts down by the clock of the server, not of the device', () => {
    const askedAt = Date.now();
    const { container } = render(<Countdown until="2026-11-25T00:00:00.000Z" serverTime="2026-11-22T22:59:59.000Z" askedAt={askedAt} />);
    expect(container.textContent).toMatch(/还剩 2 天 01:00:0[01]/);
  });
});
