import { agreementOf, placesMoved, scoreUnder } from './rules.js';

describe('the bench', () => {
  it('counts how far two graders agree', () => {
    expect(agreementOf([[3], [4]])).toEqual({ pairs: 0, same: 0, withinOne: 0, kappa: null });
    expect(agreementOf([[2, 2], [2, 2]]).kappa).toBeNull();
    expect(agreementOf([[1, 1], [4, 4]])).toEqual({ pairs: 2, same: 2, withinOne: 2, kappa: 1 });
    // Observed (0 + 9) / 2; by chance, over 1, 1, 1, 4: 2 · 3/4 · 1/4 · 9 = 3.375.
    expect(agreementOf([[1, 1], [1, 4]])).toMatchObject({ pairs: 2, same: 1, withinOne: 1, kappa: 1 - 4.5 / 3.375 });
    expect(agreementOf([[1, 2, 3]])).toMatchObject({ pairs: 3, same: 0, withinOne: 2 });
  });

  it('takes a probability apart', () => {
    const { probability, logOdds, adds, capped } = scoreUnder({ intercept: -3, slope: 5, ceiling: 0.55 }, 0.16);
    expect([adds, logOdds, capped]).toEqual([2, -1, false]);
    expect(probability).toBeCloseTo(0.2689, 4);
    expect(scoreUnder({ intercept: -3, slope: 5, ceiling: 0.55 }, 1)).toMatchObject({ probability: 0.55, capped: true });
  });

  it('counts places', () => {
    expect([...placesMoved(['a', 'b', 'c'], ['c', 'a', 'd'])]).toEqual([
      ['c', 2],
      ['a', -1],
    ]);
  });
});
