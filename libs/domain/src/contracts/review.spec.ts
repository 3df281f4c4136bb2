import { contractMachine } from './machine.js';
import { platformNo, platformNoIn, tidyPlatformNo } from './number.js';
import { typesOfClass } from './register.js';
import { dueOf, stageOf, statusesInReview } from './review.js';
import { ContractClass5, ContractType } from './rules.js';
import { termEnd, wholeMonths } from './term.js';

describe('the term of a contract', () => {
  it.each([
    ['2026-11-22', 12, '2027-11-21'],
    ['2026-03-01', 1, '2026-03-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('from %s of %i months ends on %s', (startsOn, months, end) => expect(termEnd(startsOn, months)).toBe(end));
});

it.each([
  ['2026-03-02', '2031-03-01', 60],
  ['2026-03-02', '2031-02-28', 59],
  ['2026-03-02', '2026-03-31', 0],
])('from %s to %s there are %i whole months', (from, to, months) => expect(wholeMonths(from, to)).toBe(months));

describe('the steps of the branch', () => {
  it('wait in the states from which it can return a file', () => expect([...statusesInReview].sort()).toEqual([...contractMachine.actions.return.from].sort()));
  it('have a last day in working days', () => {
    expect(stageOf('ACCEPTED')).toBe('FIRST_REVIEW');
    expect(stageOf('REGISTERED')).toBeNull();
    expect(dueOf('ACCEPTANCE', '2026-11-20')).toBe('2026-11-25');
  });
});

it('finds a number however it is typed', () => {
  expect(tidyPlatformNo(' jhzz－2026—000123 ')).toBe(platformNo('ZZ', 2026, 123));
  for (const text of ['登记编号 jhzz 2026 000123', 'ＪＨＺＺ-2026-000123', 'JHZZ2026000123']) expect(platformNoIn(text)).toBe('JHZZ-2026-000123');
  for (const text of ['JHZZ-2026-123', '石墨烯', 'XJHZZ-2026-000123', 'JHZZ-2026-0001234']) expect(platformNoIn(text)).toBeNull();
});
it('puts every type into one class', () => expect(ContractClass5.options.flatMap(typesOfClass).sort()).toEqual([...ContractType.options].sort()));
