import { priceAnswer, summaryOf, type PricedContract } from './rules.js';

const contract = (wan: number, seller: number, changed: Partial<PricedContract> = {}): PricedContract => ({
  ...{ amount: String(wan * 1_000_000), sellerId: `s${seller}`, contractClass: 'LICENSE', trlStep: 'TRL_4_6' },
  ...changed,
});
const five = [12.34, 20.5, 31.7, 48.88, 90].map((wan, i) => contract(wan, i % 3));

describe('price reference', () => {
  it('needs five contracts of three sellers, and gives no price of one of them', () => {
    expect([summaryOf(five.slice(1)), summaryOf(five.map((c, i) => ({ ...c, sellerId: `s${i % 2}` })))]).toEqual([null, null]);
    expect(summaryOf(five)).toEqual({ contracts: 5, low: '21000000', median: '32000000', high: '49000000' });
    expect(summaryOf([...five, contract(100, 4)])).toMatchObject({ low: '23000000', median: '40000000', high: '80000000' });
  });

  it('answers as narrowly as there are enough', () => {
    const asked = { techField: 'NEW_MATERIALS' as const, contractClass: 'LICENSE' as const, trl: 5 };
    expect(priceAnswer(asked, five)).toMatchObject({ contractClass: 'LICENSE', trlStep: 'TRL_4_6' });
    expect(priceAnswer({ ...asked, trl: 9 }, five)).toMatchObject({ contractClass: 'LICENSE', trlStep: null });
    expect(priceAnswer({ ...asked, contractClass: 'DEV' }, five)).toMatchObject({ contractClass: null, trlStep: null });
    expect(priceAnswer(asked, five.slice(1))).toBeNull();
  });
});
