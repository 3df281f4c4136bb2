import { numbers } from '../conflicts/planted.fixture.js';
import { checkBudget } from './budget.js';
import { gateAmounts, raceAmounts } from './gates.js';
import { checkRelease, type EnterpriseReceipt, type ReleaseRequest } from './release.js';
import type { ChallengeBudget } from './rules.js';

const day = '2026-06-01';
const budget: ChallengeBudget = { enterpriseTotal: '400000000', cashToBidder: '40000000', fiscal: '100000000' };
const failing = (change: Partial<ChallengeBudget>) => checkBudget({ ...budget, ...change }, day).filter((l) => !l.ok);

describe('a budget', () => {
  it('holds at four times and forty per cent', () => expect(failing({})).toEqual([]));
  it('does not a fen below four times', () => {
    expect(failing({ enterpriseTotal: '399999999' })).toMatchObject([
      { code: 'ENTERPRISE_TOTAL', params: { required: '400000000', actual: '399999999', missing: '1', share: 40_000 } },
    ]);
    expect(failing({ enterpriseTotal: '400000003', fiscal: '100000001' }).map((l) => l.code)).toContain('ENTERPRISE_TOTAL');
    expect(failing({ enterpriseTotal: '400000004', cashToBidder: '40000001', fiscal: '100000001' })).toEqual([]);
  });
  it('does not a fen below forty per cent, rounded up', () => {
    expect(failing({ cashToBidder: '39999999' }).map((l) => l.code)).toEqual(['CASH_TO_BIDDER']);
    // Forty per cent of 100000001 fen are 40000000.4.
    expect(failing({ enterpriseTotal: '400000004', fiscal: '100000001' })).toMatchObject([
      { code: 'CASH_TO_BIDDER', params: { required: '40000001', missing: '1' } },
    ]);
  });
  it('has no more cash than money', () => {
    expect(failing({ cashToBidder: '400000000' })).toEqual([]);
    expect(failing({ cashToBidder: '400000001' }).map((l) => l.code)).toEqual(['CASH_WITHIN_TOTAL']);
  });
  it('needs no ratio without fiscal money', () => expect(failing({ enterpriseTotal: '0', cashToBidder: '0', fiscal: '0' })).toEqual([]));
  it('is in whole fen', () => expect(() => failing({ fiscal: '1.5' })).toThrow('INVALID_INPUT'));
  it('is held against the rows of the day', () => {
    const row = {
      validFrom: '2026-07-01',
      validTo: null,
      enterpriseOfFiscal: 50_000,
      cashOfFiscal: 4_000,
      basis: 'a later notice',
      certainty: 'TO_CHECK' as const,
    };
    expect(checkBudget(budget, '2026-06-30', [row]).filter((l) => !l.ok)).toEqual([]);
    expect(checkBudget(budget, '2026-07-01', [row]).filter((l) => !l.ok)).toMatchObject([
      { code: 'ENTERPRISE_TOTAL', rule: { basis: 'a later notice' } },
    ]);
  });
});

describe('gates', () => {
  it('cut an amount without loss', () => {
    expect(gateAmounts('100000000', [4000, 3000, 3000])).toEqual([40000000n, 30000000n, 30000000n]);
    expect(gateAmounts('101', [4000, 3000, 3000])).toEqual([40n, 30n, 31n]);
    const pick = numbers(5);
    for (let i = 0; i < 200; i++) {
      const [a, b] = [1 + pick(5000), 1 + pick(4000)];
      const amount = BigInt(pick(2 ** 31)) * BigInt(pick(1000));
      expect(gateAmounts(amount.toString(), [a, b, 10_000 - a - b]).reduce((x, y) => x + y, 0n)).toBe(amount);
    }
  });
  it.each([[[]], [[4000, 3000, 2999]], [[4000, 3000, 3001]], [[10_000, 0]], [[5000.5, 4999.5]]])('are not %j', (shares) =>
    expect(() => gateAmounts('100', shares)).toThrow('INVALID_INPUT'),
  );
  it('pay the teams of a race alike and the winner the rest', () => {
    const race = raceAmounts('1000', [4000, 3000, 3000], [['a', 'b', 'c'], ['a', 'b'], ['b']]);
    expect(race.map((g) => g.teams.map((t) => t.amount).join(' '))).toEqual(['133 133 133', '150 150', '301']);
    expect(race.map((g) => g.kept)).toEqual(['1', '1', '0']);
    expect(race.flatMap((g) => g.teams).reduce((sum, t) => sum + BigInt(t.amount), 0n)).toBe(1000n);
  });
  it('let no team come back, and one win', () => {
    expect(() => raceAmounts('1000', [5000, 5000], [['a'], ['b']])).toThrow('INVALID_INPUT');
    expect(() =>
      raceAmounts(
        '1000',
        [5000, 5000],
        [
          ['a', 'b'],
          ['a', 'b'],
        ],
      ),
    ).toThrow('INVALID_INPUT');
    expect(() => raceAmounts('1000', [5000, 5000], [['a', 'b'], []])).toThrow('INVALID_INPUT');
  });
});

describe('fiscal money', () => {
  const receipt = (amount: string, change: Partial<EnterpriseReceipt> = {}): EnterpriseReceipt => ({
    id: 'e1',
    kind: 'CASH',
    amount,
    receivedOn: '2026-05-20',
    confirmedOn: '2026-05-21',
    ...change,
  });
  // Gates of the fiscal money: 40, 30 and 30 million fen; of the cash 16, 12 and 12.
  const request: ReleaseRequest = {
    budget,
    gate: 1,
    amount: '40000000',
    day,
    signedOn: '2026-05-01',
    acceptedOn: ['2026-05-30', null, null],
    receipts: [receipt('16000000')],
    released: [],
  };
  const second: Partial<ReleaseRequest> = {
    gate: 2,
    amount: '30000000',
    acceptedOn: ['2026-05-30', '2026-06-01', null],
    receipts: [receipt('28000000')],
    released: [{ gate: 1, amount: '40000000' }],
  };
  const ask = (change: Partial<ReleaseRequest> = {}) => checkRelease({ ...request, ...change });
  const against = (change: Partial<ReleaseRequest>) =>
    ask(change)
      .lines.filter((l) => !l.ok)
      .map((l) => l.code);

  it('flows when every line holds', () => {
    expect([ask().allowed, ask(second).allowed]).toEqual([true, true]);
    expect(
      ask()
        .lines.map((l) => l.code)
        .join(' '),
    ).toBe('ENTERPRISE_TOTAL CASH_TO_BIDDER CASH_WITHIN_TOTAL SIGNED GATE_ORDER GATE_ACCEPTED ENTERPRISE_CASH_RECEIVED AMOUNT WITHIN_GATE');
  });
  it.each<[string, Partial<ReleaseRequest>, string[]]>([
    ['a fen of cash missing', { receipts: [receipt('15999999')] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['a fen missing up to the second gate', { ...second, receipts: [receipt('27999999')] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['goods instead of cash', { receipts: [receipt('16000000', { kind: 'GOODS' })] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['services instead of cash', { receipts: [receipt('16000000', { kind: 'SERVICE' })] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['assets instead of cash', { receipts: [receipt('16000000', { kind: 'ASSET' })] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['cash of tomorrow', { receipts: [receipt('16000000', { receivedOn: '2026-06-02' })] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['cash that nobody has confirmed', { receipts: [receipt('16000000', { confirmedOn: null })] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['cash confirmed tomorrow', { receipts: [receipt('16000000', { confirmedOn: '2026-06-02' })] }, ['ENTERPRISE_CASH_RECEIVED']],
    ['no contract', { signedOn: null }, ['SIGNED']],
    ['a contract of tomorrow', { signedOn: '2026-06-02' }, ['SIGNED']],
    ['a gate not accepted', { acceptedOn: [null] }, ['GATE_ACCEPTED']],
    ['a gate accepted tomorrow', { acceptedOn: ['2026-06-02'] }, ['GATE_ACCEPTED']],
    ['a gate left out', { ...second, released: [] }, ['GATE_ORDER']],
    ['a gate not paid in full', { ...second, released: [{ gate: 1, amount: '39999999' }] }, ['GATE_ORDER']],
    ['a fen too much', { amount: '40000001' }, ['WITHIN_GATE']],
    ['a fen too much in two parts', { amount: '1', released: [{ gate: 1, amount: '40000000' }] }, ['WITHIN_GATE']],
    ['nothing', { amount: '0' }, ['AMOUNT']],
    ['a ratio that no longer holds', { budget: { ...budget, enterpriseTotal: '399999999' } }, ['ENTERPRISE_TOTAL']],
  ])('does not flow with %s', (_, change, codes) => {
    expect(against(change)).toEqual(codes);
    expect(ask(change).allowed).toBe(false);
  });
  it.each<[string, Partial<ReleaseRequest>]>([
    ['cash received and confirmed today', { receipts: [receipt('16000000', { receivedOn: day, confirmedOn: day })] }],
    ['cash in several receipts', { receipts: [receipt('10000000'), receipt('6000000', { id: 'e2' })] }],
    ['a part of the gate', { amount: '39999999' }],
    ['the rest of the gate', { amount: '1', released: [{ gate: 1, amount: '39999999' }] }],
    ['the shares of its own contract', { shares: [5000, 5000], amount: '50000000', receipts: [receipt('20000000')] }],
  ])('flows with %s', (_, change) => expect(against(change)).toEqual([]));
  it('names the receipts that do not count, and what is missing', () => {
    const found = ask({
      receipts: [receipt('1000000'), receipt('90000000', { id: 'e2', kind: 'GOODS' }), receipt('5', { id: 'e3', confirmedOn: null })],
    });
    expect(found.uncounted).toEqual([
      { id: 'e2', reason: 'NOT_CASH' },
      { id: 'e3', reason: 'UNCONFIRMED' },
    ]);
    expect(found.lines.find((l) => l.code === 'ENTERPRISE_CASH_RECEIVED')?.params).toMatchObject({
      received: '1000000',
      missing: '15000000',
    });
  });
  it('knows only the gates that there are', () => expect(() => ask({ gate: 4 })).toThrow('INVALID_INPUT'));
});
