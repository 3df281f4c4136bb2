import { mustHavesOf } from './rules.js';

describe('must-haves of a demand', () => {
  const offered = { trl: 6, priceMode: 'RANGE', priceMin: '40000000' } as const;

  it('names only what the demand insists on', () => {
    expect(mustHavesOf({ minTrl: null, budgetMax: null }, offered)).toEqual([]);
  });
  it('compares maturity and price at their limits', () => {
    expect(mustHavesOf({ minTrl: 6, budgetMax: '40000000' }, offered).map((m) => m.verdict)).toEqual(['MET', 'MET']);
    expect(mustHavesOf({ minTrl: 7, budgetMax: '39999999' }, offered).map((m) => m.verdict)).toEqual(['UNMET', 'UNMET']);
  });
  it('says that it does not know where the achievement does not say', () => {
    expect(
      mustHavesOf({ minTrl: 6, budgetMax: '1' }, { trl: null, priceMode: 'NEGOTIABLE', priceMin: null }).map((m) => m.verdict),
    ).toEqual(['UNKNOWN', 'UNKNOWN']);
  });
});
