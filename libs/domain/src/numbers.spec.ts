import { addWorkingDays, endOfShanghaiDay, isWorkingDay, shanghaiDay, workingDaysBetween } from './calendar.js';
import { priceBandOf } from './codes.js';
import { platformNo } from './contracts/number.js';
import { civilClassOf, ContractType } from './contracts/rules.js';
import { fenOfWanYuan, formatMoney, formatYuan, wanYuanOf } from './money.js';
import { parsePatentNumber } from './patent.js';
import { isUscc } from './uscc.js';

describe('统一社会信用代码', () => {
  // Public codes of listed companies and of the standard's own examples.
  const real = ['914403001922038216', '9144030071526726XG', '91110000802100433B', '91330100799655058B'];

  it.each(real)('accepts %s', (code) => expect(isUscc(code)).toBe(true));

  it('refuses any single changed character', () => {
    for (const code of real)
      for (let i = 0; i < code.length; i++) {
        const changed = code.slice(0, i) + (code[i] === '1' ? '2' : '1') + code.slice(i + 1);
        expect([changed, isUscc(changed)]).toEqual([changed, false]);
      }
  });

  it.each(['', '91440300192203821', '9144030019220382166', '91440300192203821I', '91440300192203821o'])('refuses %p', (code) => expect(isUscc(code)).toBe(false));
});

describe('patent numbers', () => {
  it.each([
    ['201710601862.3', 'INVENTION', 2017, false],
    ['ZL202211250898.9', 'INVENTION', 2022, true],
    ['97101765.4', 'INVENTION', 1997, false],
    ['95115608.X', 'INVENTION', 1995, false],
    ['ＺＬ２０２２１１２５０８９８.９', 'INVENTION', 2022, true],
  ])('reads %s', (text, kind, filingYear, granted) => expect(parsePatentNumber(text)).toMatchObject({ kind, filingYear, granted }));

  it.each(['201710601862.4', '20171060186.3', '201740601862.3', '', 'ZL'])('refuses %p', (text) => expect(parsePatentNumber(text)).toBeNull());
});

describe('money', () => {
  it('keeps what a double cannot', () => {
    expect(fenOfWanYuan('900719925.474099')).toBe('900719925474099');
    expect(wanYuanOf('900719925474099')).toBe('900719925.474099');
  });

  it.each([
    ['68.5', '68500000'],
    ['1,200', '1200000000'],
    ['0.01', '10000'],
    // Too large, but never another amount.
    ['1234567890', '1234567890000000'],
  ])('reads %s 万元', (text, fen) => expect(fenOfWanYuan(text)).toBe(fen));

  it.each(['-1', '1.2345678', 'abc', '', '1e3'])('refuses %p', (text) => expect(fenOfWanYuan(text)).toBeNull());

  it('is shown the Chinese way', () => {
    expect(formatMoney('68500000')).toBe('68.5 万元');
    expect(formatMoney('610000000000')).toBe('61 亿元');
    expect(formatMoney('1234567890')).toBe('1,234.57 万元');
    expect(formatYuan('68500001')).toBe('685,000.01 元');
  });

  it('falls into one band', () => {
    expect([null, '0', '9999999', '10000000', '500000000'].map(priceBandOf)).toEqual(['NEGOTIABLE', 'UNDER_10', 'UNDER_10', 'FROM_10_TO_50', 'FROM_500']);
  });
});

describe('the calendar', () => {
  it('lives in Shanghai', () => {
    expect(shanghaiDay(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(shanghaiDay(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(endOfShanghaiDay('2026-11-22').toISOString()).toBe('2026-11-22T15:59:59.999Z');
  });

  it('counts working days after the day of the event', () => {
    // 2026-11-20 is a Friday.
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-20', 10)).toBe('2026-12-04');
    expect(workingDaysBetween('2026-11-20', '2026-12-04')).toBe(10);
    expect(workingDaysBetween('2026-12-04', '2026-11-20')).toBe(-10);
  });

  it('follows the yearly table of exceptions', () => {
    const exceptions = new Map([
      ['2026-10-01', false],
      ['2026-10-10', true],
    ]);
    expect([isWorkingDay('2026-10-01', exceptions), isWorkingDay('2026-10-10', exceptions)]).toEqual([false, true]);
    expect(addWorkingDays('2026-09-30', 1, exceptions)).toBe('2026-10-02');
  });
});

describe('contracts', () => {
  it('are counted in one of the five classes', () => {
    expect(new Set(ContractType.options.map(civilClassOf))).toEqual(new Set(['DEV', 'TRANSFER', 'LICENSE', 'CONSULTING', 'SERVICE']));
  });

  it('have a platform number of their own form', () => expect(platformNo('ZZ', 2026, 123)).toBe('JHZZ-2026-000123'));
});
