import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { MemoryRouter } from 'react-router';
import { checkContract, ContractCheckCode, type CheckedContract, type ContractAction, type ContractContent } from '@jihui/domain';
import { startI18n } from '../../i18n/index.js';
import { contracts as words } from '../../i18n/zh/contracts.js';
import { queryClient } from '../../lib/api.js';
import { checkSentence } from './check-sentence.js';
import { ContractActions } from './contract-actions.js';
import type { Contract } from './contracts.api.js';

// jsdom matches every rule of antd against every element to compute a style: seconds per dialog.
globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);
let sent: { operation: string; variables: object }[] = [];
let refusal: string | null = null;
globalThis.fetch = async (_url, init) => {
  const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: object };
  const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
  sent.push({ operation, variables });
  const body = refusal ? { errors: [{ message: refusal, extensions: { code: refusal } }] } : { data: { confirmContract: { id: 'c1' } } };
  return { headers: new Map(), json: async () => body } as unknown as Response;
};

const content: ContractContent = {
  type: 'LICENSE_PATENT',
  title: '金刚石多线锯切片专利实施许可',
  subject: '许可方将发明专利ZL201710601862.3许可给被许可方在河南省内实施，并提供技术资料和两次现场调试。',
  techField: 'NEW_MATERIALS',
  totalAmount: '100000000',
  techAmount: '80000000',
  paymentMode: 'INSTALMENTS',
  paymentTerms: '签订后付60万元，验收合格付40万元。',
  signedOn: '2026-03-02',
  startsOn: '2026-03-02',
  endsOn: '2031-03-01',
  ipOwnership: '专利权归许可方，普通许可。',
  acceptance: '连续三批切片翘曲不大于十微米。',
  confidentiality: '工艺参数保密五年。',
};
const checked = (change: Partial<ContractContent> = {}, around: Partial<CheckedContract> = {}) =>
  checkContract({ clauses: [], today: '2026-03-10', parties: [], siblings: [], introducers: [], files: 1, ...around, content: { ...content, ...change } });

function show(availableActions: ContractAction[], checks = checked()) {
  const contract = { id: 'c1', version: 3, branch: { id: 'b', name: '技汇市场郑州总部' }, availableActions, checks } as unknown as Contract;
  render(
    <MemoryRouter>
      <QueryClientProvider client={queryClient}>
        <App>
          <ContractActions contract={contract} />
        </App>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}
const buttons = () => screen.getAllByRole('button').map((b) => b.textContent?.replace(/\s/g, ''));

describe('the steps of a party', () => {
  beforeAll(() => startI18n('zh-CN'));
  beforeEach(() => {
    sent = [];
    refusal = null;
  });
  afterEach(cleanup);

  it('are drawn from what the server allows', () => {
    show(['edit', 'confirm', 'cancel']);
    expect(buttons()).toEqual(['确认合同内容', '修改', '取消合同']);
  });
  it('are none for who may do nothing', () => {
    show([]);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
  it('do not offer to confirm what is incomplete', () => {
    show(['edit', 'confirm', 'cancel'], checked({ acceptance: '' }));
    expect(buttons()).toEqual(['修改', '取消合同']);
  });
  it('send an operator to the desk', () => {
    show(['accept', 'return']);
    expect(buttons()).toEqual(['去审核']);
  });
  it('confirm the version that was read, and say a refusal in words', async () => {
    refusal = 'STALE';
    show(['confirm']);
    fireEvent.click(screen.getByText('确认合同内容'));
    fireEvent.click(await screen.findByText('确认当前内容'));
    await waitFor(() => expect(sent).toEqual([{ operation: 'ConfirmContract', variables: { id: 'c1', version: 3 } }]));
    expect(await screen.findByText('这条记录刚刚被他人修改过，请刷新后再操作。')).toBeTruthy();
  }, 20_000);
  it('name before the filing what the branch would ask', async () => {
    show(['submit'], checked({ paymentTerms: '签订后付60万元，验收合格付30万元。' }, { files: 0 }));
    fireEvent.click(screen.getByText('提交登记'));
    expect(await screen.findByText('付款条款中的金额合计 90 万元，与成交总额 100 万元不一致，请核对。')).toBeTruthy();
    expect(screen.getByText('没有上传签章完整的合同文本。')).toBeTruthy();
  }, 20_000);
});

describe('the sentence of a check', () => {
  beforeAll(() => startI18n('zh-CN'));
  it('exists for what every check can find', () => {
    const findings = [
      checked(),
      checked(
        {
          type: 'LICENSE_SECRET',
          confidentiality: '应予保密',
          endsOn: '2025-01-01',
          paymentTerms: '按 30% 和 40% 支付',
          techAmount: '100000000',
        },
        { files: 0 },
      ),
      checked(
        { type: 'SERVICE', ipOwnership: '不得向他人采购同类涂料', totalAmount: null, signedOn: null, subject: '' },
        { parties: [{ name: '甲公司', verified: false }] },
      ),
      checked({}, { siblings: [{ id: null, number: null, title: null, status: 'ACCEPTED', branchName: '洛阳', alike: null, totalAmount: null }] }),
      checked({}, { siblings: [{ id: 'x', number: null, title: '切片', status: 'ACCEPTED', branchName: '洛阳', alike: null, totalAmount: null }] }),
      checked({}, { siblings: [{ id: 'x', number: null, title: '切片', status: 'ACCEPTED', branchName: '洛阳', alike: 90, totalAmount: '100' }] }),
    ].flat();
    expect(new Set(findings.map((f) => f.code)).size).toBe(ContractCheckCode.options.length);
    for (const finding of findings) expect(checkSentence(finding)).not.toMatch(/^check\.|^contracts:|\{\{/);
  });
  it('says amounts, fields and states in words', () => {
    const [missing] = checked({ acceptance: '', techField: null }).filter((c) => c.code === 'COMPLETE');
    expect(missing && checkSentence(missing)).toBe('还缺少或不符合要求：技术领域、验收标准和方法。');
    expect(words.check.AMOUNTS.ok.good).toContain('{{tech}}');
  });
});
