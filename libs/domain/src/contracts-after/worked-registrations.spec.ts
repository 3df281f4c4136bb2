import { platformNo, registrationYear, tidyPlatformNo } from '../contracts/number.js';
import type { ContractStatus } from '../contracts/machine.js';
import { isTakenOut, statisticsBy, statisticsSum, type CountedContract } from './statistics.js';
import { nationalNoEntry } from './matters.js';

// Expected by hand from domain.md 2.1.10 and 2.1.11; that serials have no gap and are never given twice is shown on the database (contract-registration.spec.ts).
describe('numbers (domain.md 2.1.10)', () => {
  it.each<{ basis: string; branch: string; at: string; serial: number; number: string }>([
    { basis: 'the first of a branch and year', branch: 'ZZ', at: '2026-01-04T01:00:00Z', serial: 1, number: 'JHZZ-2026-000001' },
    { basis: 'another branch counts by itself', branch: 'LY', at: '2026-01-04T01:00:00Z', serial: 1, number: 'JHLY-2026-000001' },
    { basis: 'the last second of the year in Shanghai', branch: 'ZZ', at: '2026-12-31T15:59:59Z', serial: 123, number: 'JHZZ-2026-000123' },
    { basis: 'the first second of the next, still the old year in Greenwich', branch: 'ZZ', at: '2026-12-31T16:00:00Z', serial: 1, number: 'JHZZ-2027-000001' },
    { basis: 'a leap day is a day like others', branch: 'ZZ', at: '2028-02-28T16:00:00Z', serial: 99, number: 'JHZZ-2028-000099' },
    { basis: 'six digits are filled, a seventh is not cut', branch: 'ZZ', at: '2026-06-01T00:00:00Z', serial: 1_000_000, number: 'JHZZ-2026-1000000' },
  ])('$basis', ({ branch, at, serial, number }) => expect(platformNo(branch, registrationYear(new Date(at)), serial)).toBe(number));

  it('ours is none of the national sixteen digits, and the other way round', () => {
    const national = (nationalNo: string) => nationalNoEntry.safeParse({ id: '01890000-0000-7000-8000-000000000000', version: 1, nationalNo }).success;
    expect([national('2026410107000123'), national('JHZZ-2026-000123'), tidyPlatformNo('ｊｈｚｚ—2026－000123')]).toEqual([true, false, 'JHZZ-2026-000123']);
  });
});

describe('statistics (domain.md 2.1.11: by registration date, less what was deregistered or revoked in the period)', () => {
  type Row = { registeredOn: string; status?: ContractStatus; endedOn?: string | null; total?: number };
  /** What a period counts, by the rule: registered in it, and not taken out by its last day. */
  const countedIn = (rows: Row[], from: string, until: string): CountedContract[] =>
    rows
      .filter((r) => r.registeredOn >= from && r.registeredOn <= until && !isTakenOut(r.status ?? 'REGISTERED', r.endedOn ?? null, until))
      .map((r, i) => ({
        ...{ id: String(i), number: '', title: '', type: 'SERVICE', techField: null, sellerKind: 'UNIVERSITY', buyerKind: 'ENTERPRISE', sellerRegion: 'ZZ', buyerRegion: 'LY' },
        ...{ registeredOn: r.registeredOn, totalAmount: String(r.total ?? 100), techAmount: String(r.total ?? 100) },
      }));
  const march = ['2026-03-01', '2026-03-31'] as const;
  it.each<{ basis: string; rows: Row[]; period?: readonly [string, string]; count: number; total: number }>([
    { basis: 'both ends of the period belong to it', rows: [{ registeredOn: '2026-03-01' }, { registeredOn: '2026-03-31' }, { registeredOn: '2026-04-01' }, { registeredOn: '2026-02-28' }], count: 2, total: 200 },
    { basis: 'registered and revoked in the period', rows: [{ registeredOn: '2026-03-02', status: 'REVOKED', endedOn: '2026-03-20' }, { registeredOn: '2026-03-03' }], count: 1, total: 100 },
    { basis: 'revoked on its last day', rows: [{ registeredOn: '2026-03-02', status: 'REVOKED', endedOn: '2026-03-31' }], count: 0, total: 0 },
    { basis: 'revoked the day after: the month stays as it was reported', rows: [{ registeredOn: '2026-03-02', status: 'REVOKED', endedOn: '2026-04-01' }], count: 1, total: 100 },
    { basis: 'the same contract in the quarter: taken out', rows: [{ registeredOn: '2026-03-02', status: 'REVOKED', endedOn: '2026-04-01' }], period: ['2026-01-01', '2026-06-30'], count: 0, total: 0 },
    { basis: 'deregistered (解除) like revoked', rows: [{ registeredOn: '2026-03-02', status: 'DEREGISTERED', endedOn: '2026-03-15' }], count: 0, total: 0 },
    { basis: 'performed is no end of counting', rows: [{ registeredOn: '2026-03-02', status: 'PERFORMED', endedOn: '2026-03-15' }], count: 1, total: 100 },
    { basis: 'an empty period is zero, not nothing', rows: [], count: 0, total: 0 },
  ])('$basis', ({ rows, period = march, count, total }) => expect(statisticsSum(countedIn(rows, ...period))).toMatchObject({ count, totalAmount: String(total) }));

  it('every cut adds up to the same sum', () => {
    const counted = countedIn([{ registeredOn: '2026-03-01', total: 7 }, { registeredOn: '2026-03-31', total: 11 }], ...march);
    for (const cut of ['CLASS', 'FIELD', 'SELLER_KIND', 'BUYER_KIND', 'OUTPUT', 'INTAKE', 'MONTH'] as const)
      expect(statisticsBy(cut, counted).reduce((sum, l) => sum + BigInt(l.totalAmount), 0n)).toBe(18n);
  });
});
