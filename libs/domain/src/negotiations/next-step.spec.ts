import { nextStepOf } from './next-step.js';
import { termSheetOf } from './term-sheet.js';
import type { TermKey } from './term-tree.js';
import { valuesOfTerms, type Terms } from './terms.js';

const at = new Date();
const whole: Terms = {
  ...{ type: 'CONSULTING', title: '镀层方案论证', subject: '论证化学镀镍方案的可行性，提交咨询报告一份，列明三种方案的比较。', plan: '两个月内完成。' },
  ...{ totalAmount: '30000000', paymentMode: 'LUMP_SUM', paymentTerms: '报告交付后付清', termMonths: 3 },
  ...{ ipOwnership: '报告归委托人', acceptance: '专家会验收', confidentiality: '双方保密五年' },
};
const wordings = (terms: Terms, number: number, supplier: boolean, demander: boolean) =>
  [...valuesOfTerms(terms)].map(([key, value]) => ({ ...value, key, number, supplierAcceptedAt: supplier ? at : null, demanderAcceptedAt: demander ? at : null }));

describe('the next step of a talk', () => {
  const talk = { status: 'OPEN', side: 'SUPPLIER', sheet: termSheetOf([]), contractId: null } as const;
  const proposed = termSheetOf(wordings(whole, 1, true, false));
  const { plan: _plan, ...partly } = whole;

  it.each([
    [talk, 'FILL_TERM_SHEET'],
    [{ ...talk, sheet: proposed }, 'AWAIT_OTHER_SIDE'],
    [{ ...talk, side: 'DEMANDER', sheet: proposed }, 'CONFIRM_TERM_SHEET'],
    [{ ...talk, sheet: termSheetOf(wordings(partly, 1, true, false)) }, 'FILL_TERM_SHEET'],
    [{ ...talk, status: 'AGREED' }, 'DRAFT_CONTRACT'],
    [{ ...talk, status: 'AGREED', contractId: 'c' }, 'OPEN_CONTRACT'],
    [{ ...talk, side: null }, 'FOLLOW'],
    [{ ...talk, status: 'CLOSED', contractId: 'c' }, 'NONE'],
  ] as const)('%#: %s', (given, step) => expect(nextStepOf(given)).toBe(step));
});

describe('the term sheet', () => {
  const settled = wordings(whole, 1, true, true);
  const counter = (key: TermKey, terms: Terms) => wordings(terms, 2, false, true).filter((w) => w.key === key);

  it('is settled when every required clause is, and opened again by a change of one of them', () => {
    expect(termSheetOf(settled).isSettled).toBe(true);
    const changed = termSheetOf([...settled, ...counter('price', { ...whole, totalAmount: '25000000' })]);
    expect([changed.isSettled, changed.number]).toEqual([false, 2]);
    expect(changed.clauses.filter((c) => !c.isSettled && c.current).map((c) => [c.key, c.awaits])).toEqual([['price', ['SUPPLIER']]]);
    // The first version can still be read as it was.
    expect(termSheetOf([...settled, ...counter('price', { ...whole, totalAmount: '25000000' })], 1).isSettled).toBe(true);
  });
  it('waits for an optional clause too, once one has been proposed', () => {
    const open = termSheetOf([...settled, ...counter('breach', { breach: '逾期按日支付千分之一的违约金。' })]);
    expect([open.isSettled, open.missing]).toEqual([false, []]);
  });
  it('asks for the clauses of its type', () => {
    const licence = termSheetOf([...settled, ...counter('type', { type: 'LICENSE_PATENT' })]);
    expect(licence.missing.map((c) => c.key)).toEqual(['patent', 'licenceScope']);
    expect(termSheetOf([]).clauses.map((c) => c.key)).toEqual(['type', 'title', 'subject', 'term', 'price', 'confidentiality', 'ipOwnership', 'acceptance']);
  });
});
