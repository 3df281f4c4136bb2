import type { z } from 'zod';
import { amountLines } from '../calculations/amounts.js';
import { setWorkingDayTable } from '../calendar.js';
import { contractDraft } from '../contracts/rules.js';
import { issuesOf } from '../issues.js';
import { RuleBook, type DatedRule } from '../rules/book.js';
import { knownRules } from '../rules/known-rules.js';
import { awardNoticeEnd } from './distributions.js';
import { examinationClock, expertStep, fileTimes, lightOf, type FileStep } from './examination.js';
import { dormantClock, followUpsOf } from './follow-ups.js';
import { nationalNoEntry } from './matters.js';
import { excessesOf, receiptEntry, royaltyStatement, techPartOf, type ReceiptState } from './receipts.js';
import { isTakenOut, statisticsBy, statisticsSum, type CountedContract } from './statistics.js';

const book = new RuleBook(knownRules);
const emptyContract = { type: 'SERVICE', title: '检测服务', subject: '', paymentMode: 'LUMP_SUM', paymentTerms: '', ipOwnership: '', acceptance: '', confidentiality: '' };
const at = (day: string, event: string): FileStep => ({ event: `contract.${event}`, at: new Date(`${day}T10:00:00+08:00`) });
const paused = new RuleBook([
  ...knownRules.filter((r) => r.key !== 'EXAMINATION_HENAN'),
  { key: 'EXAMINATION_HENAN', validFrom: null, validTo: null, value: { days: 15, unit: 'CALENDAR', onReturn: 'PAUSE' }, basis: '', certainty: 'TO_CHECK', note: '' } satisfies DatedRule,
]);

describe('the clock of an examination', () => {
  // 河南省技术市场条例 Art 16: 15 days from acceptance; 民法典 Art 201: the day itself does not count.
  const accepted = [at('2026-07-01', 'submitted'), at('2026-07-02', 'accepted')];
  const back = [...accepted, at('2026-07-08', 'returned')];
  const again = [...back, at('2026-07-13', 'submitted'), at('2026-07-14', 'accepted')];
  it.each<[string, FileStep[], RuleBook, string | null, string]>([
    ['runs fifteen days from the acceptance', accepted, book, '2026-07-17', '2026-07-02'],
    ['stands still while the parties have the file', back, book, null, '2026-07-02'],
    ['counts anew from the resubmission where the rule says RESTART', again, book, '2026-07-28', '2026-07-13'],
    ['goes on where it stood where the rule says PAUSE', again, paused, '2026-07-22', '2026-07-02'],
    ['begins anew with a review of the refusal', [...accepted, at('2026-07-10', 'reopened')], book, '2026-07-27', '2026-07-10'],
  ])('%s', (_, steps, rules, dueOn, countedFrom) => expect(examinationClock(steps, rules, '2026-07-03')).toMatchObject({ dueOn, countedFrom }));
  it('does not run before the acceptance, and forgets a return before it', () => {
    expect(examinationClock([at('2026-07-01', 'submitted')], book, '2026-07-03')).toBeNull();
    expect(fileTimes([at('2026-07-01', 'submitted'), at('2026-07-02', 'returned'), at('2026-07-03', 'submitted'), at('2026-07-06', 'accepted')])).toEqual({ accepted: '2026-07-06', returns: [] });
  });
  it.each([
    ['2026-07-10', 'GREEN'],
    ['2026-07-15', 'YELLOW'],
    ['2026-07-17', 'YELLOW'],
    ['2026-07-20', 'RED'],
  ])('on %s it is %s', (today, light) => expect(lightOf('2026-07-17', today)).toBe(light));
  it('hears experts from five million yuan on, by the draft of 2024 (?)', () => {
    expect(expertStep('499999999', book, '2026-07-01')).toBeNull();
    expect(expertStep('500000000', book, '2026-07-01')).toMatchObject({ days: 30, rule: { certainty: 'TO_CHECK' } });
  });
});

describe('receipts', () => {
  const state: ReceiptState = { totalAmount: '100000000', techAmount: '80000000', royalties: '500000', received: { PRICE: '60000000', ROYALTY: '0' }, techIncome: { PRICE: '48000000', ROYALTY: '0' } };
  it('may bring in exactly what is left of the contract, and not a fen more without a reason', () => {
    expect(excessesOf({ kind: 'PRICE', amount: '40000000', techIncome: '32000000' }, state)).toEqual([]);
    expect(excessesOf({ kind: 'PRICE', amount: '40000001', techIncome: '32000000' }, state)).toEqual([{ path: 'amount', most: '40000000' }]);
    expect(excessesOf({ kind: 'PRICE', amount: '40000000', techIncome: '32000001' }, state)).toEqual([{ path: 'techIncome', most: '32000000' }]);
  });
  it('bring in royalties as far as both sides have confirmed them', () => {
    expect(excessesOf({ kind: 'ROYALTY', amount: '500000', techIncome: '500000' }, state)).toEqual([]);
    expect(excessesOf({ kind: 'ROYALTY', amount: '500001', techIncome: '500001' }, state)).toEqual([{ path: 'amount', most: '500000' }]);
  });
  it('propose the technology part by the proportion of the contract, rounded down', () => expect(techPartOf('333', '100000000', '80000000')).toBe('266'));
});

describe('follow-ups', () => {
  // 专利法实施细则 Art 15: three months from the effect; 2026-06-07 is a Sunday, so the last day is the Monday after (民法典 Art 203).
  it.each([
    ['LICENSE_PATENT', '2026-03-02', '2026-03-02', [['LICENCE_FILING', '2026-06-02']]],
    ['LICENSE_PATENT', '2026-03-02', '2026-03-07', [['LICENCE_FILING', '2026-06-08']]],
    ['TRANSFER_PATENT_RIGHT', '2026-03-02', null, [['PATENT_TRANSFER', null]]],
    ['TRANSFER_PATENT_APPLICATION', '2026-03-02', null, [['APPLICATION_TRANSFER', null]]],
    ['DEV_COMMISSIONED', '2026-03-02', null, []],
  ] as const)('%s signed on %s, in force on %s', (type, signedOn, startsOn, expected) =>
    expect(followUpsOf({ type, signedOn, startsOn }, book).map((f) => [f.kind, f.dueOn])).toEqual(expected));
  it('a result is dormant one year after its grant', () => {
    expect(dormantClock('2025-11-22', book, '2026-11-22')).toMatchObject({ dormantOn: '2026-11-22', daysLeft: 0 });
    expect(dormantClock('2024-02-29', book, '2026-11-22')).toMatchObject({ dormantOn: '2025-02-28' });
  });
  it('an award is shown for fifteen working days, over two holidays and a weekend day worked', () => {
    const off = ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
    setWorkingDayTable(new Map<string, boolean>([...off.map((day): [string, boolean] => [day, false]), ['2026-10-10', true]]));
    expect(awardNoticeEnd('2026-09-21', book)).toBe('2026-10-19');
    setWorkingDayTable(new Map());
    expect(awardNoticeEnd('2026-09-21', book)).toBe('2026-10-12');
  });
});

describe('statistics', () => {
  const contract = (n: number, change: Partial<CountedContract>): CountedContract => ({
    ...{ id: String(n), number: `JHZZ-2026-00000${n}`, title: '', type: 'SERVICE', techField: 'NEW_MATERIALS', sellerKind: 'UNIVERSITY', buyerKind: 'ENTERPRISE' },
    ...{ sellerRegion: 'ZZ', buyerRegion: 'LY', registeredOn: '2026-03-31', totalAmount: '100', techAmount: '80', ...change },
  });
  const three = [contract(1, {}), contract(2, { type: 'LICENSE_PATENT', registeredOn: '2026-01-01', totalAmount: '9007199254740993', techAmount: '9007199254740992' }), contract(3, { techField: null })];
  it('count every contract in exactly one line of each cut, amounts exact beyond a double', () => {
    for (const cut of ['CLASS', 'FIELD', 'SELLER_KIND', 'OUTPUT', 'MONTH'] as const) expect(statisticsBy(cut, three).reduce((sum, l) => sum + l.count, 0)).toBe(3);
    expect(statisticsSum(three)).toEqual({ key: 'ALL', count: 3, totalAmount: '9007199254741193', techAmount: '9007199254741152' });
    expect(statisticsBy('CLASS', three).map((l) => [l.key, l.count])).toEqual([['LICENSE', 1], ['SERVICE', 2]]);
    expect(statisticsBy('MONTH', three).map((l) => l.key)).toEqual(['2026-01', '2026-03']);
    expect(statisticsSum([])).toMatchObject({ count: 0, totalAmount: '0' });
  });
  it('leave out what was deregistered or revoked by the last day of the period, not what was performed', () => {
    expect(isTakenOut('REVOKED', '2026-03-31', '2026-03-31')).toBe(true);
    expect(isTakenOut('DEREGISTERED', '2026-04-01', '2026-03-31')).toBe(false);
    expect(isTakenOut('PERFORMED', '2026-03-01', '2026-03-31')).toBe(false);
  });
});

it('a national number is sixteen digits and begins with a year', () => {
  const ok = (nationalNo: string) => nationalNoEntry.safeParse({ id: '01890000-0000-7000-8000-000000000000', version: 1, nationalNo }).success;
  expect(['2026410107000123', ' 2026410107000123 ', '202641010700012', '20264101070001234', '0026410107000123', 'JHZZ-2026-000001'].map(ok)).toEqual([true, true, false, false, false, false]);
});

describe('amounts that cannot be read', () => {
  const contractId = '01a20572-192c-7d93-907a-7a8658a6c900';
  const receipt = {
    ...{ contractId, kind: 'PRICE', receivedOn: '2026-07-01', voucherNo: 'V-1', invoiceNo: 'F-1' },
    ...{ voucherFileId: '01a20572-192c-7d93-907a-7a8658a6c901', invoiceFileId: '01a20572-192c-7d93-907a-7a8658a6c902' },
  };
  const report = { contractId, from: '2026-07-01', until: '2026-07-31', performance: '已在两条产线使用。' };
  const lines = [{ category: 'TECHNOLOGY', name: '研究开发', quantity: 1.5, unitPrice: '12.5', carrier: false }];
  const found = (schema: z.ZodType, value: object): string[] => {
    const { error } = schema.safeParse(value, { reportInput: true });
    return error ? issuesOf(error).map((i) => `${i.path} ${i.code}`) : [];
  };
  // Every other field is right: only then do the checks over several fields run beside that of the amount.
  it.each([
    ['a receipt of a fraction', receiptEntry, { ...receipt, amount: '12.5', techIncome: '0' }, ['amount money']],
    ['a receipt in words', receiptEntry, { ...receipt, amount: '十万', techIncome: '一万' }, ['amount money', 'techIncome money']],
    ['a receipt below nothing', receiptEntry, { ...receipt, amount: '-5', techIncome: '0' }, ['amount money']],
    ['sales in words', royaltyStatement, { ...report, sales: '不详', royalty: '100' }, ['sales money']],
    ['a contract of a fraction', contractDraft, { ...emptyContract, totalAmount: '12.5', techAmount: '100' }, ['totalAmount money']],
    ['lines with fractions', amountLines, lines, ['0.quantity invalid_type.int', '0.unitPrice money']],
  ])('%s is refused at its field', (_, schema, value, expected) => expect(found(schema, value)).toEqual(expected));
});
