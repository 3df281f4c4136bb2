import { narrow } from '../matches/constraints.js';
import { bidderChecks, byRelevance, FitConstraint, fitVerdicts, mayBid, relevanceOf, relevanceOfBroker, type ProposedFacts } from './rules.js';

describe('what is proposed without a fitted score', () => {
  it('is banded by shared words, and by nothing that the field alone says', () => {
    const of = (words: number, sameField: boolean, inTitles = true) => relevanceOf({ words, sameField, inTitles });
    expect([of(0, true), of(1, false), of(1, true, false), of(1, true), of(2, false), of(3, false), of(3, true), of(4, false)]).toEqual([
      null,
      null,
      null,
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'HIGH',
      'HIGH',
    ]);
    const rows = [
      { relevance: 'MEDIUM' as const, closeness: 0.9 },
      { relevance: 'HIGH' as const, closeness: 0.1 },
      { relevance: 'HIGH' as const, closeness: 0.2 },
    ];
    expect(rows.sort(byRelevance).map((r) => r.closeness)).toEqual([0.2, 0.1, 0.9]);
  });

  it('bands brokers by the field that they serve', () => {
    const of = (sameField: boolean, contracts: number) => relevanceOfBroker({ sameField, contracts });
    expect([of(false, 5), of(true, 0), of(true, 1)]).toEqual([null, 'MEDIUM', 'HIGH']);
  });

  it('counts what each condition costs, and shuts out nobody for what he does not say', () => {
    const person = (facts: Partial<ProposedFacts>): ProposedFacts => ({ role: 'EXPERT', regions: ['ZZ_GX', 'ZZ'], fields: ['NEW_MATERIALS'], unitKind: 'UNIVERSITY', cases: 2, ...facts });
    const people = [person({}), person({ regions: null }), person({ regions: ['LY'] }), person({ regions: ['LY'], cases: 0 }), person({ role: 'BROKER', cases: null })];
    const { kept, costs } = narrow(FitConstraint.options, people, (p) => fitVerdicts({ regionCode: 'ZZ', minCases: 1 }, p), () => false);
    expect(kept).toEqual([people[0], people[1], people[4]]);
    expect(costs).toEqual([
      { constraint: 'REGION', excluded: 2, strong: 0, only: 1, unknown: 1 },
      { constraint: 'CASES', excluded: 1, strong: 0, only: 0, unknown: 1 },
    ]);
  });

  it('answers the conditions of a bidder one by one', () => {
    const asked = { kind: 'COMMON_TECHNOLOGY' as const, bidderConditions: '须有中试线' };
    const good = bidderChecks(asked, { verified: true, barredUntil: null, conflict: 'DECLARE' });
    expect(good.map((c) => `${c.condition} ${c.verdict}`)).toEqual([
      'VERIFIED MET',
      'NOT_BARRED MET',
      'NO_CONFLICT TO_DECLARE',
      'CONSORTIUM TO_CHECK',
      'OWN_WORDS TO_CHECK',
    ]);
    expect(mayBid(good)).toBe(true);
    const need = { kind: 'ENTERPRISE_NEED' as const, bidderConditions: '' };
    const out = (values: object) => mayBid(bidderChecks(need, { verified: true, barredUntil: null, conflict: null, ...values }));
    expect([out({}), out({ verified: false }), out({ barredUntil: '2027-01-01' }), out({ conflict: 'BLOCK' })]).toEqual([true, false, false, false]);
  });
});
