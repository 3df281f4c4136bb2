import { setWorkingDayTable } from '../calendar.js';
import { exceptionsOf, readHolidayCsv } from '../holidays.js';
import { RuleBook } from '../rules/book.js';
import { knownRules } from '../rules/known-rules.js';
import { amountsOf, royaltyAmounts, type AmountLine } from './amounts.js';
import { examinationPeriod, noticePeriod, type Return, type Stop } from './periods.js';
import { divideExactly, rewardOf, type RewardInput } from './reward.js';
import { taxEstimate } from './tax.js';
import type { TaxEstimateInput } from './tax-input.js';
import type { TaxPartCode } from './tax-parts.js';

// Every expectation was computed by hand from the rule named in `basis`, in yuan, and then written in fen.
const book = new RuleBook(knownRules);
/** 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04), as far as the cases need it. */
const arrangement = readHolidayCsv(
  `2026-01-01,放假,元旦\n2026-01-02,放假,元旦\n2026-01-03,放假,元旦\n2026-01-04,上班,元旦\n2026-02-14,上班,春节\n${[15, 16, 17, 18, 19, 20, 21, 22, 23].map((d) => `2026-02-${d},放假,春节`).join('\n')}\n2026-02-28,上班,春节\n2026-09-20,上班,国庆节\n${[1, 2, 3, 4, 5, 6, 7].map((d) => `2026-10-0${d},放假,国庆节`).join('\n')}\n2026-10-10,上班,国庆节`,
  2026,
);
beforeAll(() => setWorkingDayTable(exceptionsOf(arrangement.days)));
afterAll(() => setWorkingDayTable(new Map()));

describe('amounts (认定规则 253号: domain.md 2.1.6)', () => {
  const tech = (yuan: number): AmountLine => ({ category: 'TECHNOLOGY', name: '技术费', quantity: 1, unitPrice: String(yuan * 100), carrier: false });
  const thing = (category: AmountLine['category'], quantity: number, yuan: number, needed: number | null = null): AmountLine => ({
    ...{ category, name: '物', quantity, unitPrice: String(yuan * 100), carrier: needed !== null },
    ...(needed === null ? {} : { needed, reason: '交付、试用和掌握所需' }),
  });
  const carriers = book.on('CARRIER_SETS', '2026-07-01');
  it.each<{ basis: string; lines: AmountLine[]; total: number; tech: number }>([
    { basis: 'no cost besides technology: the whole sum counts', lines: [tech(680_000)], total: 68_000_000, tech: 68_000_000 },
    { basis: 'equipment, instruments, parts, material are taken off', lines: [tech(500_000), thing('COMPLETE_SET', 1, 200_000), thing('INSTRUMENT', 2, 30_000), thing('PARTS', 10, 1_000), thing('MATERIAL', 5, 4_000)], total: 79_000_000, tech: 50_000_000 },
    { basis: 'other non-technical cost is taken off', lines: [tech(100_000), thing('OTHER_NON_TECHNICAL', 1, 20_000)], total: 12_000_000, tech: 10_000_000 },
    { basis: 'one carrier set counts whole', lines: [tech(1_000_000), thing('COMPLETE_SET', 1, 300_000, 1)], total: 130_000_000, tech: 130_000_000 },
    { basis: 'two carrier sets count (一般1—2套)', lines: [tech(1_000_000), thing('COMPLETE_SET', 2, 300_000, 2)], total: 160_000_000, tech: 160_000_000 },
    { basis: 'of three sets one is over the rule', lines: [tech(1_000_000), thing('COMPLETE_SET', 3, 300_000, 3)], total: 190_000_000, tech: 160_000_000 },
    { basis: 'two delivered, one needed: one counts', lines: [tech(1_000_000), thing('COMPLETE_SET', 2, 300_000, 1)], total: 160_000_000, tech: 130_000_000 },
    { basis: 'documents: the copies needed, not the copies printed', lines: [tech(50_000), thing('DOCUMENT', 20, 100, 8)], total: 5_200_000, tech: 5_080_000 },
    { basis: 'strains and samples: the quantity needed, no limit of sets', lines: [tech(200_000), thing('SAMPLE', 12, 500, 12)], total: 20_600_000, tech: 20_600_000 },
    { basis: 'a mixed contract registers its technology part only', lines: [tech(88_888), thing('MATERIAL', 1, 911_112)], total: 100_000_000, tech: 8_888_800 },
    { basis: 'unit prices of odd fen add up exactly: 3 × 0.07 + 0.01', lines: [{ ...tech(0), unitPrice: '1' }, { ...tech(0), quantity: 3, unitPrice: '7' }], total: 22, tech: 22 },
  ])('$basis', ({ lines, ...expected }) => {
    const found = amountsOf(lines, carriers);
    expect([found.totalAmount, found.techAmount]).toEqual([String(expected.total), String(expected.tech)]);
    expect(found.lines).toHaveLength(lines.length + 2);
  });

  it.each([
    // 2.1.6 (P): the upfront fee is registered now, royalties with their performance report. 20万 + 3 % of 1,000万 and of 500.005万.
    { basis: 'upfront and two royalties', upfront: '20000000', bp: 300, ceiling: null, total: '65000150' },
    // The ceiling of 40万 for all royalties: 30万 of the first report, 10万 of the second.
    { basis: 'royalties up to their ceiling', upfront: '20000000', bp: 300, ceiling: '40000000', total: '60000000' },
  ])('$basis', ({ upfront, bp, ceiling, total }) => {
    const reports = [
      { day: '2027-06-30', base: '500005000' },
      { day: '2026-12-31', base: '1000000000' },
    ];
    const found = royaltyAmounts(upfront, bp, reports, ceiling);
    expect([found.registeredNow, found.total]).toEqual([upfront, total]);
  });
});

describe('tax and subsidy (domain.md 2.1.7, 2.1.8)', () => {
  const transfer: TaxEstimateInput = {
    ...{ day: '2026-07-01', type: 'TRANSFER_PATENT_RIGHT', totalAmount: '100000000', techAmount: '100000000', priceIncludesVat: true, recognised: true, attached: false },
    ...{ buyerDeductsVat: true, sellerKind: 'ENTERPRISE', sellerInHenan: false, sellerAbroad: false, fullyRelated: false, licenceMonths: null },
    ...{ transferCosts: '0', transferIncomeBefore: '0', buyerIsEnterprise: true, buyerInHenan: true, implementedInHenan: true, buyerTax: 'NORMAL' },
    ...{ buyerDomesticExpenses: null, received: '100000000', institutionNamed: false },
  };
  const dev = { type: 'DEV_COMMISSIONED' } as const;
  const big = (yuan: number) => ({ totalAmount: String(yuan * 100), techAmount: String(yuan * 100) });
  it.each<{ basis: string; change: Partial<TaxEstimateInput>; part: TaxPartCode; fen: string | null; why?: string }>([
    { basis: '公告2026年第10号: first day', change: { day: '2026-01-01' }, part: 'VAT_EXEMPT', fen: '0' },
    { basis: '公告2026年第10号: the day before it began', change: { day: '2025-12-31' }, part: 'VAT_EXEMPT', fen: null, why: 'noRule' },
    { basis: '公告2026年第10号: last day', change: { day: '2027-12-31' }, part: 'VAT_EXEMPT', fen: '0' },
    { basis: '公告2026年第10号: ended', change: { day: '2028-01-01' }, part: 'VAT_EXEMPT', fen: null, why: 'noRule' },
    { basis: 'pure consulting is not exempt', change: { type: 'CONSULTING' }, part: 'VAT_EXEMPT', fen: null, why: 'classNotExempt' },
    { basis: 'consulting on the invoice of a transfer is', change: { type: 'CONSULTING', attached: true }, part: 'VAT_EXEMPT', fen: '0' },
    { basis: 'a licence counts as transfer of a use right (P)', change: { type: 'LICENSE_PATENT', licenceMonths: 12 }, part: 'VAT_EXEMPT', fen: '0' },
    { basis: 'no recognition, no exemption', change: { recognised: false }, part: 'VAT_EXEMPT', fen: null, why: 'notRecognised' },
    // 1,000,000.00 × 6 / 106 = 56,603.7735… → 56,603.77
    { basis: 'waived, 6 % within the price', change: {}, part: 'VAT_WAIVED', fen: '5660377' },
    // 1,000,000.00 × 6 % = 60,000.00
    { basis: 'waived, 6 % on top of the price', change: { priceIncludesVat: false }, part: 'VAT_WAIVED', fen: '6000000' },
    { basis: '条例 Art 90: income of exactly 500万 is exempt', change: big(5_000_000), part: 'INCOME_TAX', fen: '0' },
    // excess 0.08 yuan, half 0.04, a quarter of it 0.01
    { basis: '条例 Art 90: eight fen above it are taxed at half', change: { totalAmount: '500000008', techAmount: '500000008' }, part: 'INCOME_TAX', fen: '1' },
    // the domain's own example: (800 − 500) × 50 % × 25 % = 37.5万
    { basis: '条例 Art 90: 800万 → 37.5万', change: big(8_000_000), part: 'INCOME_TAX', fen: '37500000' },
    // 800 − 100 cost = 700; 500 − 300 used leaves 200 exempt; 500 × 12.5 % = 62.5万
    { basis: 'costs go off, the year before counts against the 500万', change: { ...big(8_000_000), transferCosts: '100000000', transferIncomeBefore: '300000000' }, part: 'INCOME_TAX', fen: '62500000' },
    { basis: '116号: a licence of 59 months is too short', change: { type: 'LICENSE_PATENT', licenceMonths: 59 }, part: 'INCOME_TAX', fen: null, why: 'licenceTooShort' },
    { basis: '116号: one of 60 months is not', change: { type: 'LICENSE_PATENT', licenceMonths: 60 }, part: 'INCOME_TAX', fen: '0' },
    { basis: 'plain know-how has no relief', change: { type: 'TRANSFER_SECRET' }, part: 'INCOME_TAX', fen: null, why: 'plainKnowHow' },
    { basis: 'nor have wholly related parties (P)', change: { fullyRelated: true }, part: 'INCOME_TAX', fen: null, why: 'fullyRelated' },
    // 100万 × 80 % × 100 % × 25 % = 20万
    { basis: '公告2023年第7号: per 100万 at 25 %', change: dev, part: 'SUPER_DEDUCTION', fen: '20000000' },
    { basis: '公告2023年第7号: per 100万 at 15 %', change: { ...dev, buyerTax: 'HIGH_TECH' }, part: 'SUPER_DEDUCTION', fen: '12000000' },
    { basis: '公告2023年第7号: before it', change: { ...dev, day: '2022-12-31' }, part: 'SUPER_DEDUCTION', fen: null, why: 'noRule' },
    // abroad: min(80万, 90万 × 2/3 = 60万) × 25 % = 15万
    { basis: 'commissioned abroad: two thirds of the expenses at home', change: { ...dev, sellerAbroad: true, buyerDomesticExpenses: '90000000' }, part: 'SUPER_DEDUCTION', fen: '15000000' },
    { basis: 'unregistered R&D is not deducted', change: { ...dev, recognised: false }, part: 'SUPER_DEDUCTION', fen: null, why: 'notRegistered' },
    // 1,000,000.00 × 0.3 ‰ = 300.00
    { basis: '印花税法: 0.3 ‰', change: {}, part: 'STAMP_DUTY', fen: '30000' },
    // 16.50 × 0.3 ‰ = 0.00495 → 0.00; 16.67 × 0.3 ‰ = 0.005001 → 0.01
    { basis: '印花税法: below half a fen', change: { totalAmount: '1650', techAmount: '1650' }, part: 'STAMP_DUTY', fen: '0' },
    { basis: '印花税法: from half a fen on', change: { totalAmount: '1667', techAmount: '1667' }, part: 'STAMP_DUTY', fen: '1' },
    { basis: '后补助: 10 % of what was received', change: { received: '99999999' }, part: 'SUBSIDY_INTAKE', fen: '10000000' },
    { basis: '后补助: at most 100万 a year', change: { received: '1000000010' }, part: 'SUBSIDY_INTAKE', fen: '100000000' },
    { basis: '后补助: not for technology of the province', change: { sellerInHenan: true }, part: 'SUBSIDY_INTAKE', fen: null, why: 'sellerInHenan' },
    { basis: '后补助: a university of the province', change: { sellerInHenan: true, sellerKind: 'UNIVERSITY', received: '30000000' }, part: 'SUBSIDY_OUTPUT', fen: '3000000' },
    { basis: '后补助: 2 % for a named institution', change: { institutionNamed: true }, part: 'SUBSIDY_INSTITUTION', fen: '2000000' },
    { basis: '后补助: an institution not named in the contract', change: {}, part: 'SUBSIDY_INSTITUTION', fen: null, why: 'institutionNotNamed' },
  ])('$part · $basis', ({ change, part, fen, why }) => {
    const found = taxEstimate({ ...transfer, ...change }, book).parts.find((p) => p.code === part);
    expect([found?.fen, found?.outcome === 'AMOUNT' ? undefined : found?.lines[0]?.code]).toEqual([fen, why]);
  });

  it('marks what is to be checked', () => {
    const { rules } = taxEstimate(transfer, book);
    expect(rules.find((r) => r.key === 'SUBSIDY_INTAKE')?.certainty).toBe('TO_CHECK');
    expect(rules.find((r) => r.key === 'VAT_EXEMPTION')?.certainty).toBe('PROBABLE');
    expect(taxEstimate({ ...transfer, day: '2023-06-01' }, book).rules.find((r) => r.key === 'SUBSIDY_INTAKE')?.certainty).toBe('CERTAIN');
  });
});

describe('reward (成果转化法 Art 45; 河南省条例 Art 40–41: domain.md 2.3.4)', () => {
  const order: RewardInput = {
    ...{ mode: 'TRANSFER', income: '100000000', deductions: [{ kind: 'TAX', name: '税费', amount: '10000000' }], inHenan: true, agreedBp: null },
    ...{ completers: [{ name: '甲', shareBp: 10_000 }], receivedOn: '2026-07-01' },
  };
  const three = [3334, 3333, 3333].map((shareBp, i) => ({ name: `人${i}`, shareBp }));
  it.each<{ basis: string; change: Partial<RewardInput>; pool: string; shares?: string[] }>([
    { basis: 'Henan 70 % of net: (100 − 10) × 70 %', change: {}, pool: '63000000' },
    { basis: 'elsewhere 50 %', change: { inHenan: false }, pool: '45000000' },
    { basis: 'Henan the day before its law: 50 %', change: { receivedOn: '2019-12-31' }, pool: '45000000' },
    { basis: 'Henan on its first day: 70 %', change: { receivedOn: '2020-01-01' }, pool: '63000000' },
    { basis: 'equity 70 % in Henan', change: { mode: 'EQUITY', deductions: [] }, pool: '70000000' },
    { basis: 'own use 10 % of the year in Henan', change: { mode: 'OWN_USE', deductions: [] }, pool: '10000000' },
    { basis: 'own use 5 % elsewhere', change: { mode: 'OWN_USE', deductions: [], inHenan: false }, pool: '5000000' },
    { basis: 'agreed 80 % is more than the floor', change: { agreedBp: 8000 }, pool: '72000000' },
    { basis: 'agreed 60 % is less: the floor stands', change: { agreedBp: 6000 }, pool: '63000000' },
    // 0.07 × 70 % = 0.049 → 0.05: never below the floor
    { basis: 'the pool is rounded up to the fen', change: { income: '7', deductions: [] }, pool: '5' },
    { basis: 'costs above the income leave nothing', change: { income: '5000000' }, pool: '0', shares: ['0'] },
    // pool 0.70: shares 0.2334, 0.2333, 0.2333 → 23, 23, 23 and the last fen to the largest remainder, 0.0338 of the first
    { basis: 'shares of thirds sum exactly', change: { income: '100', deductions: [], completers: three }, pool: '70', shares: ['24', '23', '23'] },
  ])('$basis', ({ change, pool, shares }) => {
    const found = rewardOf({ ...order, ...change }, book);
    expect(found.pool).toBe(pool);
    if (shares) expect(found.shares.map((s) => s.fen)).toEqual(shares);
    expect(found.shares.reduce((sum, s) => sum + BigInt(s.fen), 0n)).toBe(BigInt(pool));
    expect(BigInt(found.netIncome) - BigInt(found.unitKeeps)).toBe(BigInt(pool));
  });

  it.each([
    // Equal remainders: 10 fen among four of 25 % is 2.5 each; the two that are left go to the first two.
    { amount: 10n, weights: [2500, 2500, 2500, 2500], parts: [3n, 3n, 2n, 2n] },
    // 100 fen by 1 : 2 : 4 is 14.28, 28.57, 57.14: 99 rounded down, one to the .57.
    { amount: 100n, weights: [1, 2, 4], parts: [14n, 29n, 57n] },
  ])('largest remainder: $amount by $weights', ({ amount, weights, parts }) => expect(divideExactly(amount, weights)).toEqual(parts));

  it.each([
    { basis: 'six months to the same day, a working one', receivedOn: '2026-05-20', payBy: '2026-11-20' },
    { basis: 'no 31st: the last of the month (民法典 Art 202); 28 February 2026 is worked', receivedOn: '2025-08-31', payBy: '2026-02-28' },
    { basis: 'into the New Year holiday: the next working day, Sunday 4 January worked', receivedOn: '2025-07-01', payBy: '2026-01-04' },
    { basis: 'elsewhere no clock of six months', receivedOn: '2026-05-20', payBy: null },
  ])('pay by: $basis', ({ receivedOn, payBy }) => expect(rewardOf({ ...order, receivedOn, inHenan: payBy !== null }, book).payBy).toBe(payBy));
});

describe('notice of a price (国发〔2016〕16号: at least 15 days; 民法典 Art 201, 203)', () => {
  const rule = book.on('PRICING_NOTICE', '2026-07-01')?.value;
  it.each<{ basis: string; from: string; restarts?: string[]; freezes?: Stop[]; last: string | null }>([
    { basis: 'the day of publication is not counted', from: '2026-07-01', last: '2026-07-16' },
    { basis: 'ends on a Saturday: Monday', from: '2026-07-03', last: '2026-07-20' },
    // 16 days after 16 September is 1 October; the holiday lasts to the 7th
    { basis: 'ends in the National Day week: 8 October', from: '2026-09-16', last: '2026-10-08' },
    { basis: 'ends on a Saturday that is worked', from: '2026-09-25', last: '2026-10-10' },
    { basis: 'through Spring Festival: calendar days go on', from: '2026-02-12', last: '2026-02-27' },
    { basis: 'a new price begins it again', from: '2026-07-01', restarts: ['2026-07-10'], last: '2026-07-27' },
    { basis: 'of two edits the later', from: '2026-07-01', restarts: ['2026-07-15', '2026-07-08'], last: '2026-07-30' },
    // five days counted (2–6 July), frozen 7–14, ten more: 15–24
    { basis: 'an objection freezes it until it is answered', from: '2026-07-01', freezes: [{ from: '2026-07-07', to: '2026-07-14' }], last: '2026-07-24' },
    { basis: 'an open objection leaves no end', from: '2026-07-01', freezes: [{ from: '2026-07-07', to: null }], last: null },
    { basis: 'an objection after the end comes too late', from: '2026-07-01', freezes: [{ from: '2026-07-17', to: null }], last: '2026-07-16' },
  ])('$basis', ({ from, restarts = [], freezes = [], last }) => {
    if (!rule) throw new Error('no rule of notice');
    expect(noticePeriod(from, restarts, freezes, rule, '2026-07-05').lastDay).toBe(last);
  });
  it('counts the days gone by', () => {
    if (!rule) throw new Error('no rule of notice');
    expect(noticePeriod('2026-07-01', [], [{ from: '2026-07-04', to: '2026-07-05' }], rule, '2026-07-07')).toMatchObject({ counted: 4, restarts: 0, lastDay: '2026-07-20', byCount: '2026-07-18' });
  });
});

describe('examination (河南省技术市场条例 Art 16: 15 days; draft Art 14: restart)', () => {
  const henan = book.on('EXAMINATION_HENAN', '2026-07-01')?.value;
  const draft = book.on('EXAMINATION_DRAFT', '2026-07-01')?.value;
  it.each<{ basis: string; from: string; returns?: Return[]; pause?: boolean; working?: boolean; due: string | null }>([
    { basis: '15 calendar days', from: '2026-07-01', due: '2026-07-16' },
    { basis: 'never ends on a holiday', from: '2026-09-18', due: '2026-10-08' },
    { basis: 'stands still with the parties', from: '2026-07-01', returns: [{ returned: '2026-07-06', resubmitted: null }], due: null },
    { basis: 'begins anew with the resubmission', from: '2026-07-01', returns: [{ returned: '2026-07-06', resubmitted: '2026-07-13' }], due: '2026-07-28' },
    { basis: 'begins anew with the last one', from: '2026-07-01', returns: [{ returned: '2026-07-06', resubmitted: '2026-07-13' }, { returned: '2026-07-15', resubmitted: '2026-07-20' }], due: '2026-08-04' },
    // PAUSE: 5 days used (2–6 July), ten more after the 13th: the 23rd
    { basis: 'goes on where it stood, if the rule says so', from: '2026-07-01', returns: [{ returned: '2026-07-06', resubmitted: '2026-07-13' }], pause: true, due: '2026-07-23' },
    // 15 working days from Friday 25 September (Mid-Autumn not in this table): 28, 29, 30; 8, 9, 10 (worked), 12–16, 19–22
    { basis: 'the draft: 15 working days over National Day', from: '2026-09-25', working: true, due: '2026-10-22' },
    // from 12 February: 13, 14 (worked); 24–28 (Saturday worked); March 2–6, 9–11
    { basis: 'the draft: 15 working days over Spring Festival', from: '2026-02-12', working: true, due: '2026-03-11' },
  ])('$basis', ({ from, returns = [], pause = false, working = false, due }) => {
    const rule = working ? draft : henan;
    if (!rule) throw new Error('no rule of examination');
    expect(examinationPeriod(from, returns, { ...rule, onReturn: pause ? 'PAUSE' : rule.onReturn }).dueOn).toBe(due);
  });
});
