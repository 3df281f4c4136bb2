import { jest } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { startI18n } from '../../i18n/index.js';
import { SignUpForm } from './sign-up-form.js';
import { usccHint } from './uscc-hint.js';

const right = '91410100MA9G49DE17';
const regions = [
  { code: 'HENAN', name: '河南省', nameEn: 'Henan', parentCode: null },
  { code: 'ZZ', name: '郑州市', nameEn: 'Zhengzhou', parentCode: 'HENAN' },
];

describe('the sign-up form', () => {
  const sent: { query: string; variables: { input?: Record<string, unknown> } }[] = [];
  let answer: object;
  const done = jest.fn(async () => undefined);

  beforeAll(() => startI18n('zh-CN'));
  beforeEach(() => {
    sent.length = 0;
    done.mockClear();
    answer = { data: { signUpOrganisation: { id: '1', name: '甲', branch: null } } };
    globalThis.fetch = jest.fn(async (_url: unknown, init?: RequestInit) => {
      const body = JSON.parse(String(init?.body)) as (typeof sent)[number];
      const isRegions = body.query.includes('regions');
      if (!isRegions) sent.push(body);
      return { headers: new Headers(), json: async () => (isRegions ? { data: { regions } } : answer) } as Response;
    });
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SignUpForm onDone={done} />
      </QueryClientProvider>,
    );
  });
  const submit = () => fireEvent.click(screen.getByText('提交注册'));
  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  /** The list at the top; each field has an alert of its own below it. */
  const summary = async (): Promise<HTMLElement> => {
    const box = (await screen.findByText('请先修改下列内容')).closest<HTMLElement>('[tabindex="-1"]');
    if (!box) throw new Error('no list of errors');
    return box;
  };

  it('names every empty field at the top and at the field, and sends nothing', async () => {
    submit();
    const alert = await summary();
    expect([...alert.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      '单位类型：请填写此项',
      '单位名称：请填写此项',
      '统一社会信用代码：请填写此项',
      '所在地区：请填写此项',
      '姓名：请填写此项',
      '邮箱：请填写此项',
      '电话：请填写此项',
      '密码：请填写此项',
      '授权与约定：请确认已获单位授权并同意以上约定',
    ]);
    expect(
      within(alert)
        .getByText(/^单位名称/)
        .getAttribute('href'),
    ).toBe('#name');
    await waitFor(() => expect(document.getElementById('name')?.closest('.ant-form-item')?.textContent).toContain('请填写此项'));
    expect(sent).toEqual([]);
  });

  it('checks the credit code as it is typed and keeps what was typed', async () => {
    const field = screen.getByLabelText<HTMLInputElement>('统一社会信用代码');
    fill('统一社会信用代码', '９141 0100ma9g');
    expect(field.value).toBe('91410100MA9G');
    expect(screen.getByText('已输入 12/18 位')).toBeTruthy();
    fill('统一社会信用代码', '91410100MA9G49DE18');
    expect(screen.getByText('第 18 位校验码不符，请对照证照核对')).toBeTruthy();
    fill('统一社会信用代码', right.toLowerCase());
    expect(screen.getByText('校验码正确')).toBeTruthy();
    expect(field.value).toBe(right);
  });

  it('sends what the schema makes of the fields, and shows the server’s refusal at its field', async () => {
    answer = {
      errors: [
        {
          message: 'INVALID_INPUT',
          extensions: { code: 'INVALID_INPUT', params: { issues: [{ path: 'adminEmail', code: 'email_taken' }] } },
        },
      ],
    };
    fireEvent.click(screen.getByText('企业'));
    fill('单位名称', ' 郑州试验有限公司 ');
    fill('统一社会信用代码', right);
    fireEvent.mouseDown(screen.getByLabelText('所在地区'));
    fireEvent.click(await screen.findByTitle('郑州市'));
    fill('姓名', '钱多闻');
    fill('邮箱', 'Boss@Example.CN');
    fill('电话', '0371-6500 1234');
    fill('登录密码', 'long-enough-1');
    fireEvent.click(screen.getByText(/我已获得本单位授权/));
    submit();
    expect((await summary()).textContent).toContain('邮箱：这个邮箱已有账号');
    expect(sent.map((s) => s.variables.input)).toEqual([
      {
        kind: 'ENTERPRISE',
        name: '郑州试验有限公司',
        uscc: right,
        regionCode: 'ZZ',
        adminName: '钱多闻',
        adminEmail: 'boss@example.cn',
        adminPhone: '037165001234',
        password: 'long-enough-1',
        termsAccepted: true,
      },
    ]);
    expect(done).not.toHaveBeenCalled();
    answer = { data: { signUpOrganisation: { id: '1', name: '甲', branch: null } } };
    submit();
    await waitFor(() => expect(done).toHaveBeenCalledWith({ id: '1', name: '甲', branch: null }));
    expect(screen.queryByText('请先修改下列内容')).toBeNull();
  });
});

describe('the hint beside a credit code', () => {
  it.each([
    ['', 'hint'],
    ['9141', 'typed'],
    ['9141O', 'letters'],
    [`${right}1`, 'length'],
    ['91410100MA9G49DE27', 'inner'],
    ['91410100MA9G49DE18', 'last'],
    [right, 'right'],
  ])('for %p is %s', (text, word) => expect(usccHint(text).word).toBe(word));
});
