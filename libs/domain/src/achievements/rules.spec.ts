import { issuesOf } from '../issues.js';
import { parsePatentNumber, patentExpiryYear } from '../patent.js';
import { achievementComplete, achievementDraft, achievementReleasable, pricesOf } from './rules.js';

const empty = { title: '', summary: '', keywords: [], ipRights: [], transferModes: [], priceMode: 'NEGOTIABLE' as const, team: [] };
const paths = (schema: typeof achievementComplete | typeof achievementReleasable, value: object) => {
  const result = schema.safeParse({ ...empty, ...value }, { reportInput: true });
  return result.success ? [] : issuesOf(result.error).map((i) => `${i.path} ${i.code}`);
};

describe('what an achievement must say', () => {
  it('asks nothing of a draft', () => expect(achievementDraft.safeParse(empty).success).toBe(true));

  it('looks at the prices even where other fields are missing', () => {
    expect(paths(achievementComplete, { priceMode: 'RANGE', priceMin: '200', priceMax: '100' })).toEqual(
      expect.arrayContaining(['priceMax price_range', 'trl required', 'techField required']),
    );
    expect(paths(achievementComplete, { priceMode: 'FIXED', priceMin: '0' })).toContain('priceMin not_positive');
    expect(paths(achievementComplete, { priceMode: 'FIXED', priceMin: 'x' })).toContain('priceMin amount');
  });

  it('asks of an imported row only what a spreadsheet holds', () => {
    expect(
      paths(achievementReleasable, { title: '镁碳砖低碳化', summary: '一种低碳镁碳砖的制备方法，抗渣性能与常规镁碳砖相当。' }),
    ).toEqual([]);
  });

  it('takes the prices as their mode means them', () => {
    expect(pricesOf({ priceMode: 'NEGOTIABLE', priceMin: '1', priceMax: '2' })).toEqual({
      priceMode: 'NEGOTIABLE',
      priceMin: null,
      priceMax: null,
    });
    expect(pricesOf({ priceMode: 'FIXED', priceMin: '1' })).toEqual({ priceMode: 'FIXED', priceMin: '1', priceMax: '1' });
  });

  it('knows when a patent ends', () => {
    const patent = parsePatentNumber('ZL201710601862.3');
    expect(patent && patentExpiryYear(patent)).toBe(2037);
    expect([2021, 2022].map((filingYear) => patentExpiryYear({ number: '', kind: 'DESIGN', filingYear, granted: true }))).toEqual([
      2036, 2037,
    ]);
  });
});
