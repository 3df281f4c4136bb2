import { digestPeriod, isQuiet } from '../alerts/rules.js';
import { applyConstraints, matchConstraints, type MatchedItem } from './constraints.js';
import type { MatchBand } from './rules.js';

const item = (values: Partial<MatchedItem>): MatchedItem => ({
  regions: ['ZZ_GX', 'ZZ', 'HA'],
  price: '50000000',
  trl: 6,
  modes: ['TRANSFER'],
  field: 'NEW_MATERIALS',
  ...values,
});
const list = (...rows: [MatchBand, Partial<MatchedItem>][]) => rows.map(([band, values], id) => ({ id, band, item: item(values) }));

describe('the constraints of a match list', () => {
  it('refuse what is no amount, instead of breaking on it', () => {
    const isPrice = (price: string) => matchConstraints.safeParse({ price }).success;
    expect(['6850000', '0', 'abc', '', '-5', '1e9', '9'.repeat(40)].map(isPrice)).toEqual([true, false, false, false, false, false, false]);
  });

  it('say what they cost, alone and together', () => {
    const rows = list(
      ['STRONG', {}],
      ['STRONG', { price: '90000000' }],
      ['WORTH_A_LOOK', { price: '90000000', trl: 3 }],
      ['WORTH_A_LOOK', { trl: null, price: null }],
    );
    const { kept, costs } = applyConstraints('DEMAND', { price: '60000000', trl: 5 }, rows, (r) => r.item);
    expect(kept.map((r) => r.id)).toEqual([0, 3]);
    expect(costs).toEqual([
      { constraint: 'PRICE', excluded: 2, strong: 1, only: 1, unknown: 1 },
      { constraint: 'TRL', excluded: 1, strong: 0, only: 0, unknown: 1 },
    ]);
  });
  it('mean the other way round for a supplier: the least budget, the highest TRL asked', () => {
    const rows = list(['STRONG', {}], ['STRONG', { price: '90000000' }], ['STRONG', { trl: 9 }]);
    const { kept } = applyConstraints('ACHIEVEMENT', { price: '50000000', trl: 7 }, rows, (r) => r.item);
    expect(kept.map((r) => r.id)).toEqual([0, 1]);
  });
  it('take a region with all that lies in it, and a mode among several', () => {
    const rows = list(['STRONG', {}], ['STRONG', { regions: ['LY', 'HA'] }], ['STRONG', { modes: ['LICENSE_EXCLUSIVE'] }]);
    expect(applyConstraints('DEMAND', { region: 'ZZ' }, rows, (r) => r.item).kept.map((r) => r.id)).toEqual([0, 2]);
    expect(applyConstraints('DEMAND', { mode: 'TRANSFER' }, rows, (r) => r.item).kept.map((r) => r.id)).toEqual([0, 1]);
    expect(applyConstraints('DEMAND', {}, rows, (r) => r.item)).toEqual({ kept: rows, costs: [] });
  });
});

describe('digests', () => {
  const at = (time: string): Date => new Date(`${time}+08:00`);
  const usual = { personalised: true, rhythm: 'DAILY', quietFrom: 20, quietTo: 8 } as const;
  it('keep the quiet hours, past midnight too', () => {
    expect(['07:59', '08:00', '19:59', '20:00', '23:30', '00:10'].map((t) => isQuiet(usual, at(`2026-11-22T${t}`)))).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(isQuiet({ quietFrom: 12, quietTo: 14 }, at('2026-11-22T13:00'))).toBe(true);
    expect(isQuiet({ quietFrom: 9, quietTo: 9 }, at('2026-11-22T09:30'))).toBe(false);
  });
  it('belong to one period each', () => {
    expect(digestPeriod(usual, at('2026-11-22T08:20'))).toBe('D2026-11-22');
    expect(digestPeriod({ ...usual, rhythm: 'WEEKLY' }, at('2026-11-22T08:20'))).toBe('W2026-11-16');
    expect(digestPeriod({ ...usual, rhythm: 'WEEKLY' }, at('2026-11-23T08:20'))).toBe('W2026-11-23');
    expect(digestPeriod({ ...usual, rhythm: 'OFF' }, at('2026-11-22T08:20'))).toBeNull();
    expect(digestPeriod(usual, at('2026-11-22T21:20'))).toBeNull();
  });
});
