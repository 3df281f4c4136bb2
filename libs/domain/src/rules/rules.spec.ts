import { DomainError } from '../errors.js';
import { readHolidayCsv, holidayCsv } from '../holidays.js';
import { amendedValue, closingBy, lacksNewBasis } from './amendment.js';
import { faultsOf, RuleBook, type DatedRule } from './book.js';
import { workedExample } from './examples.js';
import { knownRules } from './known-rules.js';
import { RuleKey } from './values.js';

const duty = (validFrom: string | null, validTo: string | null, rateBp = 3): DatedRule => ({ key: 'STAMP_DUTY', validFrom, validTo, value: { rateBp }, basis: '印花税法', certainty: 'CERTAIN', note: '' });
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return (error.params.issues ?? []).map((i) => `${i.path} ${i.code}`).join(', ');
    throw error;
  }
  return 'none';
};

describe('the book of rules', () => {
  it('knows every key, without a gap or an overlap', () => {
    expect(faultsOf(knownRules)).toEqual([]);
    expect(RuleKey.options.filter((key) => !knownRules.some((r) => r.key === key))).toEqual([]);
  });
  it.each<[string, DatedRule[], string]>([
    ['an overlap', [duty(null, null), duty('2026-01-01', null)], 'OVERLAP'],
    ['the same day twice', [duty(null, '2026-01-01'), duty('2026-01-01', null)], 'OVERLAP'],
    ['a gap', [duty(null, '2025-12-30'), duty('2026-01-01', null)], 'GAP'],
    ['another shape', [{ ...duty(null, null), value: { rate: 0.0003 } }], 'VALUE'],
    ['a rate that is no whole number', [duty(null, null, 0.5)], 'VALUE'],
  ])('refuses %s', (_, rows, fault) => {
    expect(faultsOf(rows).map((f) => f.fault)).toEqual([fault]);
    expect(() => new RuleBook(rows)).toThrow(fault);
  });
  it('answers by the day, and not outside the rows', () => {
    const book = new RuleBook([duty('2022-07-01', '2025-12-31'), duty('2026-01-01', '2026-12-31', 5)]);
    expect(['2022-06-30', '2022-07-01', '2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => book.on('STAMP_DUTY', day)?.value.rateBp ?? null)).toEqual([null, 3, 3, 5, 5, null]);
  });
  it('does not count a row that was withdrawn before it began', () => {
    const rows = [duty(null, '2026-12-31'), duty('2027-01-01', '2026-12-31', 9), duty('2027-01-01', null, 4)];
    expect(faultsOf(rows)).toEqual([]);
    expect(new RuleBook(rows).on('STAMP_DUTY', '2027-01-01')?.value.rateBp).toBe(4);
  });
});

describe('an amendment', () => {
  const today = '2026-11-22';
  it('ends the last row on the day before', () => {
    expect(closingBy([duty(null, '2025-12-31'), duty('2026-01-01', null)], { validFrom: '2027-01-01' }, today)).toMatchObject({ row: { validFrom: '2026-01-01' }, validTo: '2026-12-31' });
    expect(closingBy([duty(null, '2027-12-31')], { validFrom: '2028-01-01' }, today)).toBeNull();
    expect(closingBy([], { validFrom: '2028-01-01' }, today)).toBeNull();
  });
  it('names a new basis where it goes on after the end of the old one', () => {
    const row = (validTo: string | null) => [{ ...duty(null, validTo), basis: '税务总局公告2023年第1号' }];
    expect(lacksNewBasis(row('2027-12-31'), { validFrom: '2028-01-01', basis: ' 税务总局公告2023年第1号' })).toBe(true);
    expect(lacksNewBasis(row('2027-12-31'), { validFrom: '2028-01-01', basis: '税务总局公告2027年第9号' })).toBe(false);
    expect(lacksNewBasis(row('2027-12-31'), { validFrom: '2027-07-01', basis: '税务总局公告2023年第1号' })).toBe(false);
    expect(lacksNewBasis(row(null), { validFrom: '2028-01-01', basis: '税务总局公告2023年第1号' })).toBe(false);
  });
  it('replaces whole what has not begun', () => expect(closingBy([duty('2027-01-01', null)], { validFrom: '2027-01-01' }, today)?.validTo).toBe('2026-12-31'));
  it('refuses what would rewrite or leave a gap', () => {
    const at = (validFrom: string, row: DatedRule) => refusal(() => closingBy([row], { validFrom }, today));
    expect(at('2026-01-01', duty('2026-01-01', null))).toBe('validFrom rule_overlap');
    expect(at('2025-06-01', duty('2026-01-01', null))).toBe('validFrom rule_overlap');
    expect(at('2028-01-02', duty(null, '2027-12-31'))).toBe('validFrom rule_gap');
  });
  it('checks the value by the schema of its key', () => {
    expect(amendedValue({ key: 'STAMP_DUTY', value: '{"rateBp":5}' })).toEqual({ rateBp: 5 });
    expect(refusal(() => amendedValue({ key: 'STAMP_DUTY', value: '{"rateBp":10001}' }))).toBe('value.rateBp too_big.number');
    expect(refusal(() => amendedValue({ key: 'STAMP_DUTY', value: '{"rate' }))).toBe('value required');
    expect(refusal(() => amendedValue({ key: 'STAMP_DUTY', value: '{"rateBp":3,"more":1}' }))).toMatch(/unrecognized_keys/);
  });
});

describe('worked examples', () => {
  it('exist for every key', () => {
    for (const rule of knownRules) expect(workedExample(rule.key, rule.value)?.length).toBeGreaterThan(0);
  });
  it('change with the value', () => {
    const tax = (exemptUpTo: string) => workedExample('TRANSFER_INCOME_TAX', { exemptUpTo, excessShareBp: 5000, rateBp: 2500, minLicenceMonths: 60 })?.find((l) => l.code === 'incomeTax')?.fen;
    expect([tax('500000000'), tax('700000000')]).toEqual(['37500000', '12500000']);
    expect(workedExample('STAMP_DUTY', { rateBp: -1 })).toBeNull();
  });
});

describe('a holiday table', () => {
  it('is read with or without a heading, and written back the same', () => {
    const text = '日期,安排,节日\n2026-01-01,放假,元旦\n2026-01-04,上班,元旦';
    const { days, faults } = readHolidayCsv(text, 2026);
    expect(faults).toEqual([]);
    expect(holidayCsv(days)).toBe(text);
  });
  it('reads days as a spreadsheet writes them', () => {
    expect(readHolidayCsv('日期,安排,节日\n2026/1/1,放假,元旦\n2026年2月14日,上班,春节', 2026)).toEqual({
      days: [{ day: '2026-01-01', works: false, name: '元旦' }, { day: '2026-02-14', works: true, name: '春节' }],
      faults: [],
    });
  });
  it('names every faulty line', () =>
    expect(readHolidayCsv('2026-01-01,放假,元旦\n2026-01-01,放假,元旦\n2026-02-30,放假,春节\n2025-01-01,放假,元旦\n2026-03-03,下午,节\n2026-03-04,上班,节\n2026-03-05,放假', 2026).faults.map((f) => `${f.line} ${f.code}`)).toEqual([
      '2 csv_double',
      '3 csv_day',
      '4 csv_year',
      '5 csv_kind',
      '6 csv_weekday',
      '7 csv_columns',
    ]));
});
