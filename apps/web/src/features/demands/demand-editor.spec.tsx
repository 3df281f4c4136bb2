import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { MemoryRouter } from 'react-router';
import type { DemandInput } from '@jihui/domain';
import { startI18n } from '../../i18n/index.js';
import { queryClient } from '../../lib/api.js';
import { DemandEditor } from './demand-editor.js';

type Call = { operation: string; variables: { id?: string; version?: number; input?: DemandInput } };
type Answer = { data?: object; code?: string; params?: object };

const me = { id: 'u1', name: '王海涛', organisationName: '郑州砺锋超硬工具有限公司' };
const slow = { timeout: 20_000 };
let calls: Call[] = [];
let answer: (call: Call) => Answer | null;

/** The API as far as the form knows it: one record, whose version goes up with every save. */
function server({ version = 0 } = {}) {
  let current = version;
  return ({ operation, variables }: Call): Answer => {
    if (operation === 'CreateDemand') return { data: { createDemand: { id: 'd1', version: ++current } } };
    if (operation === 'SubmitDemand') return { data: { submitDemand: { id: 'd1', dueOn: '2026-11-25' } } };
    if (variables.version !== current) return { code: 'STALE' };
    return { data: { saveDemand: { id: 'd1', version: ++current } } };
  };
}

// jsdom matches every rule of antd against every element to compute a style: seconds per form. Inline styles are all that matters here.
globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);
// Nor does it scroll.
Element.prototype.scrollIntoView = () => undefined;
globalThis.fetch = async (_url, init) => {
  const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Call['variables'] };
  const call = { operation: /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '', variables };
  const given = answer(call);
  if (!given) throw new TypeError('network');
  calls.push(call);
  const body = given.code
    ? { errors: [{ message: given.code, extensions: { code: given.code, params: given.params ?? {} } }] }
    : { data: given.data };
  return { headers: new Map(), json: async () => body } as unknown as Response;
};

const show = (step = 'problem') =>
  render(
    <MemoryRouter initialEntries={[`/my/demands/new?step=${step}`]}>
      <QueryClientProvider client={queryClient}>
        <App>
          <DemandEditor demand={null} me={me} editorKey="new" onCreated={() => undefined} confidential={() => null} />
        </App>
      </QueryClientProvider>
    </MemoryRouter>,
  );
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const saves = () => calls.filter((c) => c.operation !== 'SubmitDemand');
const problem = '盾构机刀圈在砂卵石地层掘进三百环后堆焊层出现横向裂纹并成片剥落。';

describe('the form of a demand', () => {
  beforeAll(() => startI18n('zh-CN'));
  beforeEach(() => {
    calls = [];
    localStorage.clear();
    answer = server();
  });
  afterEach(cleanup);

  it('saves what is typed, each time on the version before, and keeps back only what is wrong', async () => {
    show();
    type('需求名称', '刀圈堆焊层开裂');
    await waitFor(() => expect(saves()).toHaveLength(1), slow);
    expect(saves()[0]).toMatchObject({
      operation: 'CreateDemand',
      variables: { input: { title: '刀圈堆焊层开裂', contactName: '王海涛' } },
    });
    type('联系电话', '123');
    type('要解决的问题', problem);
    await waitFor(() => expect(saves()).toHaveLength(2), slow);
    expect(saves()[1]?.variables).toMatchObject({ id: 'd1', version: 1, input: { problem } });
    expect(saves()[1]?.variables.input?.contactPhone).toBeUndefined();
    await screen.findByText(/1 处格式有误，改正后保存/);
    type('联系电话', '138 0000 1234');
    await waitFor(() => expect(saves()[2]?.variables).toMatchObject({ version: 2, input: { contactPhone: '13800001234' } }), slow);
    await screen.findByText(/^已保存 \d\d:\d\d$/);
    expect(localStorage).toHaveLength(0);
  }, 60_000);

  it('names all that is missing at once, with a way to each, and sends what is complete', async () => {
    show('publish');
    fireEvent.click(screen.getByText('添加指标'));
    type('指标名称，第 1 项', '硬度');
    type('数值，第 1 项', '约五十');
    fireEvent.click(screen.getByText('提交审核'));
    const summary = await screen.findByRole('link', { name: /需求名称：请填写此项/ }, slow);
    expect(summary.getAttribute('href')).toBe('#title');
    const jumps = ['title', 'problem', 'indicators_0_value'];
    expect([...document.querySelectorAll('[role=alert] li a')].map((a) => a.getAttribute('href')).slice(0, 3)).toEqual(
      jumps.map((j) => `#${j}`),
    );
    for (const id of jumps) expect(document.getElementById(id)).not.toBeNull();
    type('需求名称', '刀圈堆焊层开裂');
    type('要解决的问题', problem);
    type('数值，第 1 项', '55');
    fireEvent.click(screen.getByText('提交审核'));
    await waitFor(() => expect(calls.at(-1)?.operation).toBe('SubmitDemand'), slow);
    expect(calls.at(-1)?.variables).toEqual({ id: 'd1', version: saves().length });
    expect(saves().at(-1)?.variables.input?.indicators).toEqual([{ name: '硬度', op: 'GE', value: '55', unit: '' }]);
  }, 60_000);

  it('stands a dead network: what was typed stays in this browser and comes back', async () => {
    answer = () => null;
    const { unmount } = show();
    type('需求名称', '刀圈堆焊层开裂');
    await screen.findByText('未能保存，内容仍在本页，正在重试', {}, slow);
    unmount();
    expect(localStorage).toHaveLength(1);
    answer = server();
    show();
    expect(screen.getByLabelText('需求名称')).toHaveProperty('value', '刀圈堆焊层开裂');
    screen.getByText(/已恢复本机/);
    await waitFor(() => expect(saves()).toHaveLength(1), slow);
  }, 60_000);

  it('goes through six steps by its button, keeps a text that is too long, and leads back to it', async () => {
    show('terms');
    type('要解决的问题', problem.repeat(40));
    fireEvent.click(screen.getByText('下一步：归类与发布'));
    fireEvent.click(await screen.findByText('提交审核'));
    fireEvent.click(await screen.findByRole('link', { name: /要解决的问题：不超过 1200 个字/ }, slow));
    await screen.findByText('下一步：现状与尝试');
    expect(screen.getByLabelText('要解决的问题')).toHaveProperty('value', problem.repeat(40));
    screen.getByText(/\d+ \/ 1200/);
    await waitFor(() => expect(saves()[0]?.variables.input?.problem).toBe(problem.repeat(40)), slow);
  }, 60_000);

  it('keeps what is written when the session has ended, and says so', async () => {
    answer = () => ({ code: 'NOT_SIGNED_IN' });
    show();
    type('需求名称', '刀圈堆焊层开裂');
    await screen.findByText(/登录已过期/, {}, slow);
    expect(localStorage).toHaveLength(1);
    answer = server();
    fireEvent.focus(window);
    await waitFor(() => expect(saves().at(-1)?.variables.input?.title).toBe('刀圈堆焊层开裂'), slow);
    await screen.findByText(/^已保存 \d\d:\d\d$/, {}, slow);
    expect(localStorage).toHaveLength(0);
  }, 60_000);

  it('tells what would make it clearer, and when an anonymous enterprise names itself', async () => {
    show();
    screen.getByText('已说明 0 / 11 项');
    type('现状与已做的尝试', '在郑州砺锋超硬工具的产线上，寿命 1500 件，电话 13800001234');
    screen.getByText(/已说明 1 \/ 11 项/);
    screen.getByText(/公开内容中似乎有联系方式（现状与已做的尝试）/);
    expect(screen.queryByText(/出现了单位名称/)).toBeNull();
    fireEvent.click(screen.getByLabelText('匿名发布'));
    screen.getByText(/出现了单位名称（现状与已做的尝试）/);
  }, 60_000);
});
