import { isUscc } from '@jihui/domain';
import { demoData } from '@jihui/seeds';
import { market } from './market-loader.js';
import { enterpriseRow } from './market-rows.js';
import { MarketTexts } from './market-texts.js';
import { amountsOf, Random } from './random.js';

describe('the generated market', () => {
  it('is worth 61 亿元 to the fen, in amounts of which a tenth makes most', () => {
    const amounts = amountsOf(new Random(41), market.contracts, market.totalFen);
    expect(amounts).toHaveLength(885);
    expect(amounts.reduce((a, b) => a + b, 0n)).toBe(610_000_000_000n);
    expect(amounts.every((a) => a > 0n)).toBe(true);
    const sorted = amounts.map(Number).sort((a, b) => a - b);
    const largestTenth = sorted.slice(-88).reduce((a, b) => a + b, 0) / 6.1e11;
    expect([largestTenth > 0.45, largestTenth < 0.9, (sorted[442] ?? 0) < 4e8]).toEqual([true, true, true]);
  });

  it('is the same in every run', () => {
    const titles = () => {
      const texts = MarketTexts.ofAchievements(new Random(7), demoData());
      return Array.from({ length: 50 }, (_, i) => texts.next(i + 1).title);
    };
    expect(titles()).toEqual(titles());
  });

  it('names nothing twice and invents codes with right check characters', () => {
    const random = new Random(3);
    const firms = Array.from({ length: 479 }, (_, i) => enterpriseRow(random, i + 1, () => null));
    expect(new Set(firms.map((f) => f['name'])).size).toBe(479);
    expect(firms.filter((f) => !isUscc(String(f['uscc'])))).toEqual([]);
    const texts = MarketTexts.ofDemands(random, demoData());
    expect(new Set(Array.from({ length: 3_500 }, (_, i) => texts.next(i + 1).title)).size).toBe(3_500);
  });
});
