import { scoreOutliers } from './outliers.js';
import { criteriaOfPercent, scorecardOfPoints } from './points.js';
import { rankBids, winnersOf } from './ranking.js';
import { rankingRobustness } from './robustness.js';
import { checkCriteria, scoringRules, type Criterion, type Scorecard, type ScoringRule } from './rules.js';
import { bidTotal, formatScore, hundredths } from './totals.js';

const [first] = scoringRules;
if (!first) throw new Error('no rule');
const rule: ScoringRule = first;
const criteria: Criterion[] = [
  { id: 'fit', weight: 4000 },
  { id: 'team', weight: 3500 },
  { id: 'price', weight: 2500 },
];
/** Points per reviewer, all criteria alike or one by one. */
const cards = (bidId: string, points: readonly (number | readonly [number, number, number])[]): Scorecard[] =>
  points.map((p, i) => {
    const [fit, team, price] = typeof p === 'number' ? [p, p, p] : p;
    return { bidId, reviewerId: `r${i}`, scores: { fit: fit * 100, team: team * 100, price: price * 100 } };
  });
const rank = (all: Scorecard[]) =>
  rankBids({ criteria, cards: all, rule }).map((p) => `${p.rank} ${p.total.bidId} ${p.decidedBy ?? '-'}${p.shared ? ' shared' : ''}`);

describe('weights', () => {
  it('make exactly one whole', () => {
    expect(() => checkCriteria(criteria)).not.toThrow();
    expect(() =>
      checkCriteria([
        { id: 'a', weight: 3333 },
        { id: 'b', weight: 3333 },
        { id: 'c', weight: 3333 },
      ]),
    ).toThrow('INVALID_INPUT');
  });
  it.each([
    [[]],
    [
      [
        { id: 'a', weight: 5000 },
        { id: 'a', weight: 5000 },
      ],
    ],
    [[{ id: 'a', weight: 10_000.5 }]],
    [
      [
        { id: 'a', weight: 10_001 },
        { id: 'b', weight: -1 },
      ],
    ],
  ])('are not %j', (wrong) => expect(() => checkCriteria(wrong)).toThrow('INVALID_INPUT'));
});

describe('highest and lowest', () => {
  const mean = (points: readonly number[]) => hundredths(bidTotal('b', criteria, cards('b', points), rule).mean, 10_000);
  it('count with six reviewers', () => expect(mean([0, 60, 60, 60, 60, 100])).toBe(5667));
  it('are dropped with seven', () => expect(mean([0, 60, 60, 60, 60, 60, 100])).toBe(6000));
  it('are one each, even if several are equal', () => expect(mean([50, 50, 50, 50, 90, 90, 90])).toBe(6600));
  it('are dropped from cards that are all equal', () =>
    expect(bidTotal('b', criteria, cards('b', [70, 70, 70, 70, 70, 70, 70]), rule).cards.filter((c) => c.dropped)).toHaveLength(2));
  it('leave criteria that make up the mean exactly', () => {
    const { mean: m, byCriterion } = bidTotal(
      'b',
      criteria,
      cards('b', [
        [90, 10, 33],
        [20, 80, 41],
        [55, 54, 53],
        [60, 60, 61],
        [70, 77, 7],
        [1, 2, 3],
        [99, 98, 97],
      ]),
      rule,
    );
    expect(byCriterion.reduce((sum, c, i) => sum + c.mean.sum * (criteria[i]?.weight ?? 0), 0)).toBe(m.sum);
    expect(m.count).toBe(5);
  });
});

describe('ranking', () => {
  it('is by the mean', () => expect(rank([...cards('a', [80, 82]), ...cards('b', [81, 82])])).toEqual(['1 b -', '2 a MEAN']));
  it('knows a hundredth of a basis point', () => {
    const near = cards('b', [80, 80, 80]).map((c, i) => (i ? c : { ...c, scores: { ...c.scores, price: 8001 } }));
    expect(rank([...cards('a', [80, 80, 80]), ...near])).toEqual(['1 b -', '2 a MEAN']);
  });
  it('compares a third with a third, whatever the number of reviewers', () =>
    expect(rank([...cards('a', [80, 80, 81]), ...cards('b', [80, 80, 80, 80, 81, 81])])).toEqual(['1 a - shared', '1 b - shared']));
  it('goes to the heaviest criterion, then to the median', () => {
    // 4000 × 7 = 3500 × 8: the same totals, but more for fit.
    expect(rank([...cards('a', [[80, 80, 80]]), ...cards('b', [[87, 72, 80]])])).toEqual(['1 b -', '2 a HEAVIEST_CRITERION']);
    expect(rank([...cards('a', [70, 80, 90]), ...cards('b', [60, 89, 91])])).toEqual(['1 b -', '2 a MEDIAN']);
  });
  it('goes on counting after a shared place', () =>
    expect(rank([...cards('a', [80]), ...cards('b', [80]), ...cards('c', [70])])).toEqual(['1 a - shared', '1 b - shared', '3 c MEAN']));
  it('refuses what is not whole or not there', () => {
    const [card] = cards('a', [80]);
    const scores = { fit: 1, team: 2, price: 3 };
    for (const wrong of [
      { fit: 1, team: 2 },
      { ...scores, fit: 0.5 },
      { ...scores, fit: 10_001 },
      { ...scores, fit: -1 },
    ])
      expect(() => rankBids({ criteria, cards: card ? [{ ...card, scores: wrong }] : [], rule })).toThrow('INVALID_INPUT');
    expect(() => rank([...cards('a', [80]), ...cards('a', [80])])).toThrow('INVALID_INPUT');
    expect(() => rank([])).toThrow('INVALID_INPUT');
  });
});

describe('robustness', () => {
  it('counts how often the winner hangs on one reviewer', () => {
    const found = rankingRobustness({ criteria, cards: [...cards('a', [90, 70, 70, 70]), ...cards('b', [70, 75, 74, 73])], rule });
    // a 75.00 against 73.00; without r0 a has 70, b 74; without another a keeps 76.67 against at most 72.67.
    expect([found.winners, found.runs, found.changed, found.without[0]?.winners]).toEqual([['a'], 4, 1, ['b']]);
  });
  it('says nothing where a bid would have no card left', () => {
    const found = rankingRobustness({ criteria, cards: [...cards('a', [90]), ...cards('b', [70, 75])], rule });
    expect([found.runs, found.changed, found.without.map((w) => w.comparable)]).toEqual([1, 0, [false, true]]);
  });
});

describe('outliers', () => {
  const found = (points: readonly (number | readonly [number, number, number])[]) =>
    scoreOutliers(criteria, cards('b', points), rule).map(
      (o) => `${o.reviewerId} ${o.criterionId ?? 'total'} ${o.deviation} ${o.score ?? '-'}`,
    );
  it('are far from the median, measured by the median deviation', () => {
    // Median 79, deviations 1 0 1 2 39: MAD 1; 0.6745 × 39 / 1 = 26.3055.
    expect(found([78, 79, 80, 81, 40])).toEqual([
      'r4 total -3900 26305',
      'r4 fit -3900 26305',
      'r4 team -3900 26305',
      'r4 price -3900 26305',
    ]);
  });
  it('are pointed out where they are', () =>
    expect(
      found([
        [80, 80, 80],
        [81, 80, 80],
        [79, 80, 80],
        [80, 82, 80],
        [80, 80, 10],
      ]),
    ).toContain('r4 price -7000 -'));
  it('are not, when all differ', () => expect(found([50, 60, 70, 80, 90])).toEqual([]));
  it('pass the threshold and not only reach it', () => {
    // Median 70, MAD 5: 3.5 × 5 / 0.6745 = 25.95 points.
    expect(found([65, 65, 70, 75, 95, 70, 70, 75, 65])).toEqual([]);
    expect(found([65, 65, 70, 75, 96, 70, 70, 75, 65])).toHaveLength(4);
  });
  it('are none at exactly 3.5', () => {
    const one = (scores: readonly number[]) =>
      scoreOutliers(
        [{ id: 'k', weight: 10_000 }],
        scores.map((k, i) => ({ bidId: 'b', reviewerId: `r${i}`, scores: { k } })),
        rule,
      );
    // Median 20.00, median deviation 13.49: 0.6745 × 70.00 / 13.49 = 3.5.
    expect(one([651, 651, 2000, 3349, 9000])).toEqual([]);
    expect(one([651, 651, 2000, 3349, 9001])).toHaveLength(2);
  });
  it('are at least ten points off, and among five', () => {
    expect(found([80, 80, 80, 80, 71])).toEqual([]);
    expect(found([80, 80, 80, 80, 70])).toHaveLength(4);
    expect(found([80, 80, 80, 10])).toEqual([]);
  });
});

it('is shown in points', () => expect([formatScore(8625), formatScore(5), formatScore(10_000)]).toEqual(['86.25', '0.05', '100.00']));
it('names the winners', () =>
  expect(winnersOf(rankBids({ criteria, cards: [...cards('a', [80]), ...cards('b', [80])], rule }))).toEqual(['a', 'b']));

it('takes per cent and whole points as an item and a reviewer give them', () => {
  expect(() =>
    checkCriteria(
      criteriaOfPercent([
        { name: '先进性', weight: 60 },
        { name: '团队', weight: 40 },
      ]),
    ),
  ).not.toThrow();
  expect(scorecardOfPoints('b', 'r', [{ criterion: '先进性', points: 87 }])).toEqual({
    bidId: 'b',
    reviewerId: 'r',
    scores: { 先进性: 8700 },
  });
});
