import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { firstRoles, type OrganisationKind } from '@jihui/domain';
import { startI18n } from '../../i18n/index.js';
import { queryClient } from '../../lib/api.js';
import { DeclineDialog } from './decline-dialog.js';
import type { CurrentIntroduction, Introduction } from './introductions.api.js';
import { RequestIntroduction } from './request-introduction.js';

// jsdom matches every rule of antd against every element to compute a style: seconds per dialog.
globalThis.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.body.style);
let me: { kind: OrganisationKind; status: string } | null = null;
let current: CurrentIntroduction | null = null;
let sent: { operation: string; variables: Record<string, unknown> }[] = [];
const answers: Record<string, () => object> = {
  Me: () => ({
    me: me && { id: 'p', name: '甲', email: 'a@b.c', roles: firstRoles[me.kind], organisation: { id: 'o', name: '某单位', ...me } },
    showsDemoData: false,
    workingDayYears: [],
  }),
  IntroductionOn: () => ({ introductionOn: current }),
  DeclineIntroduction: () => ({ declineIntroduction: { id: 'i' } }),
};
globalThis.fetch = async (_url, init) => {
  const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Record<string, unknown> };
  const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
  sent.push({ operation, variables });
  return { headers: new Map(), json: async () => ({ data: answers[operation]?.() }) } as unknown as Response;
};

const show = (page: ReactNode) =>
  render(
    <MemoryRouter initialEntries={['/achievements/a1?from=search']}>
      <QueryClientProvider client={queryClient}>
        <App>{page}</App>
      </QueryClientProvider>
    </MemoryRouter>,
  );
const isAsked = (operation: string) => waitFor(() => expect(sent.map((s) => s.operation)).toContain(operation));

describe('asking for an introduction', () => {
  beforeAll(() => startI18n('zh-CN'));
  beforeEach(() => {
    cleanup();
    queryClient.clear();
    [me, current, sent] = [null, null, []];
  });

  it('sends a visitor to sign in and back', async () => {
    show(<RequestIntroduction achievementId="a1" title="成果" />);
    expect((await screen.findByText('申请引荐')).closest('a')?.getAttribute('href')).toBe(
      '/login?next=%2Fachievements%2Fa1%3Ffrom%3Dsearch',
    );
  });

  it.each([
    ['ENTERPRISE', { achievementId: 'a1' }, true],
    ['ENTERPRISE', { demandId: 'd1' }, false],
    ['UNIVERSITY', { demandId: 'd1' }, true],
    ['UNIVERSITY', { achievementId: 'a1' }, false],
    ['MARKET_OPERATOR', { achievementId: 'a1' }, false],
    ['BROKER_FIRM', { achievementId: 'a1', demandId: 'd1' }, true],
  ] as const)('is offered to %s on %j: %s', async (kind, pair, offered) => {
    me = { kind, status: 'VERIFIED' };
    show(<RequestIntroduction {...pair} title="成果" />);
    await isAsked('Me');
    if (offered) await waitFor(() => expect(screen.getByRole('button').hasAttribute('disabled')).toBe(false));
    else expect(screen.queryByText('申请引荐')).toBeNull();
  });

  it('is not possible before the organisation is verified', async () => {
    me = { kind: 'ENTERPRISE', status: 'PENDING' };
    show(<RequestIntroduction achievementId="a1" title="成果" />);
    await isAsked('IntroductionOn');
    expect((await screen.findByRole('button')).hasAttribute('disabled')).toBe(true);
  });

  it('says what became of it instead of asking again', async () => {
    me = { kind: 'ENTERPRISE', status: 'VERIFIED' };
    current = { id: 'i1', status: 'REQUESTED', dueOn: '2099-01-01', negotiationId: null };
    show(<RequestIntroduction achievementId="a1" title="成果" />);
    expect(await screen.findByText('已申请引荐')).toBeTruthy();
    cleanup();
    show(
      <RequestIntroduction
        achievementId="a1"
        title="成果"
        current={{ id: 'i1', status: 'ACCEPTED', dueOn: '2099-01-01', negotiationId: 'n1' }}
      />,
    );
    expect((await screen.findByText('进入洽谈')).closest('a')?.getAttribute('href')).toBe('/negotiations/n1');
  });

  it('is declined with a reason; "other" needs words', async () => {
    const asked = { id: '0190a1c2-0000-7000-8000-000000000001', version: 1 } as unknown as Introduction;
    show(<DeclineDialog introduction={asked} onClose={() => undefined} />);
    fireEvent.click(screen.getByLabelText('其他'));
    fireEvent.click(screen.getByText('发送答复'));
    expect(await screen.findByText('补充说明：请填写此项')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('指标达不到要求'));
    fireEvent.click(screen.getByText('发送答复'));
    await isAsked('DeclineIntroduction');
    expect(sent.at(-1)?.variables).toEqual({ input: { ...asked, reason: 'INDICATORS_NOT_MET', note: null } });
  });
});
