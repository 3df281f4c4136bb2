import { conflictsOf, conflictsWithBid, severityOf } from './find.js';
import { conflictGraph, conflictPathWords, nodeKey, type ConflictHop } from './graph.js';
import { day, Facts, node, plantedWorld, yearsAgo } from './planted.fixture.js';
import type { ConflictFact } from './relations.js';
import { type ConflictSubject } from './rules.js';
import { conflictRules } from './rule-rows.js';

/** A path holds if every hop is a fact, each begins where the one before ended, and it leads from the one to the other. */
function leads(path: readonly ConflictHop[], facts: ReadonlyMap<string, ConflictFact>, from: string, to: string): boolean {
  let at = from;
  for (const { factId } of path) {
    const fact = facts.get(factId);
    if (!fact) return false;
    const [a, b] = [nodeKey(fact.from), nodeKey(fact.to)];
    if (a !== at && b !== at) return false;
    at = a === at ? b : a;
  }
  return at === to;
}

it('finds 200 planted relations among 2,000 people and 300 organisations, each by its path, and invents none', () => {
  const { facts, government, expected } = plantedWorld();
  const graph = conflictGraph(facts, government);
  const byId = new Map(facts.map((f) => [f.id, f]));
  const found: string[] = [];
  for (let p = 200; p < 2000; p++)
    for (const { bidId, code, severity, path } of conflictsOf(graph, { subject: 'REVIEWER', who: node(`p${p}`), day })) {
      found.push(`p${p} ${bidId} ${code} ${severity} ${path.length}`);
      if (!leads(path, byId, `PERSON:p${p}`, `BID:${bidId}`)) throw new Error(conflictPathWords(path).join('; '));
    }
  const planted = expected.flatMap(({ who, code, severity, bids }) =>
    [...bids].map(([bid, hops]) => `${who} ${bid} ${code} ${severity} ${hops}`),
  );
  expect(expected).toHaveLength(200);
  expect(found.sort()).toEqual(planted.sort());
});

function about(say: (f: Facts) => void, who: string, subject: ConflictSubject = 'REVIEWER', government: string[] = []) {
  const f = new Facts();
  f.say('o1', 'LEADS', 'b1');
  f.say('b1', 'FOR', 'c1');
  f.say('o9', 'OWNS', 'c1');
  say(f);
  return conflictsOf(conflictGraph(f.all, government), { subject, who: node(who), day }).map((c) => [
    c.bidId,
    c.code,
    c.severity,
    conflictPathWords(c.path),
  ]);
}

describe('a path in words', () => {
  it('reads as the facts do', () =>
    expect(
      about((f) => {
        f.say('p1', 'EMPLOYER', 'o2');
        f.say('o2', 'CONTROLS', 'o1');
      }, 'p1'),
    ).toEqual([
      [
        'b1',
        'GROUP',
        'BLOCK',
        ['person p1 EMPLOYER organisation o2', 'organisation o2 CONTROLS organisation o1', 'organisation o1 LEADS bid b1'],
      ],
    ]));
  it('is the shortest of several', () => {
    const [found] = about((f) => {
      f.say('p1', 'EMPLOYER', 'o2');
      f.say('o3', 'CONTROLS', 'o2');
      f.say('o4', 'CONTROLS', 'o3');
      f.say('o4', 'CONTROLS', 'o1');
      f.say('o3', 'CONTROLS', 'o1');
    }, 'p1');
    expect(found?.[3]).toHaveLength(4);
  });
  it('goes round a ring of firms that control each other', () =>
    expect(
      about((f) => {
        f.say('p1', 'EMPLOYER', 'o2');
        f.say('o2', 'CONTROLS', 'o3');
        f.say('o3', 'CONTROLS', 'o2');
        f.say('o3', 'CONTROLS', 'o1');
      }, 'p1').map((c) => c.slice(0, 3)),
    ).toEqual([['b1', 'GROUP', 'BLOCK']]));
});

describe('is no conflict', () => {
  it.each<[string, (f: Facts) => void]>([
    [
      'to share an owner that is an office of the state',
      (f) => (f.say('p1', 'EMPLOYER', 'o2'), f.say('o5', 'CONTROLS', 'o2'), f.say('o5', 'CONTROLS', 'o1')),
    ],
    [
      'to have one superior office',
      (f) => (f.say('p1', 'EMPLOYER', 'o2'), f.say('o4', 'SUPERIOR_OF', 'o2'), f.say('o4', 'SUPERIOR_OF', 'o1')),
    ],
    ['to know one who knows one', (f) => (f.say('p1', 'CO_AUTHOR', 'p2'), f.say('p2', 'CO_AUTHOR', 'p3'), f.say('p3', 'NAMED_IN', 'b1'))],
    ['a paper a day too old', (f) => (f.say('p1', 'CO_AUTHOR', 'p2', yearsAgo(5, -1)), f.say('p2', 'NAMED_IN', 'b1'))],
    ['a post not yet taken up', (f) => f.say('p1', 'EMPLOYER', 'o1', null, yearsAgo(0, 1))],
  ])('%s', (_, say) => expect(about(say, 'p1', 'REVIEWER', ['o5'])).toEqual([]));
});

describe('the owner of a challenge', () => {
  const owner = (say: (f: Facts) => void) => about(say, 'c1', 'OWNER').map((c) => c.slice(0, 3).join(' '));
  it('has nothing to do with most bids', () => expect(owner((f) => f.say('o8', 'CONTROLS', 'o7'))).toEqual([]));
  it('may not lead a bid, and declares joining one', () => {
    expect(owner((f) => f.say('o9', 'LEADS', 'b2') && f.say('b2', 'FOR', 'c1'))).toEqual(['b2 OWNER_LEADS BLOCK']);
    expect(owner((f) => f.say('o9', 'JOINS', 'b1'))).toEqual(['b1 OWNER_JOINS DECLARE']);
    expect(owner((f) => f.say('o9', 'LEADS', 'b2') && f.say('b2', 'FOR', 'c2'))).toEqual([]);
  });
  it('is not bound to the bidder by control, line, representative or kin', () => {
    expect(owner((f) => f.say('o8', 'CONTROLS', 'o9') && f.say('o8', 'CONTROLS', 'o1'))).toEqual(['b1 GROUP BLOCK']);
    expect(owner((f) => f.say('o1', 'SUPERIOR_OF', 'o9'))).toEqual(['b1 AFFILIATION BLOCK']);
    expect(owner((f) => f.say('p1', 'LEGAL_REPRESENTATIVE', 'o9') && f.say('p1', 'LEGAL_REPRESENTATIVE', 'o1'))).toEqual([
      'b1 LEGAL_REPRESENTATIVE BLOCK',
    ]);
    expect(
      owner((f) => f.say('p1', 'LEGAL_REPRESENTATIVE', 'o9') && f.say('p2', 'LEGAL_REPRESENTATIVE', 'o1') && f.say('p2', 'KIN', 'p1')),
    ).toEqual(['b1 KIN BLOCK']);
  });
});

it('refuses facts that cannot be', () => {
  const graph = (say: (f: Facts) => void) => () => about(say, 'p1');
  expect(graph((f) => f.say('p1', 'CONTROLS', 'o1'))).toThrow('INVALID_INPUT');
  expect(graph((f) => f.say('p1', 'KIN', 'p1'))).toThrow('INVALID_INPUT');
  expect(graph((f) => f.say('p1', 'EMPLOYER', 'o1', yearsAgo(2), yearsAgo(1)))).toThrow('INVALID_INPUT');
});

it('asks the rules of the day', () => {
  const f = new Facts();
  f.say('p1', 'NAMED_IN', 'b1');
  f.say('b1', 'FOR', 'c1');
  const graph = conflictGraph(f.all);
  const rules = conflictRules.map((r) => ({ ...r, validFrom: '2026-06-02' }));
  const ask = (on: string) => conflictsWithBid(graph, { subject: 'REVIEWER', who: node('p1'), day: on, rules }, 'b1');
  expect([severityOf(ask('2026-06-01'), 'b1'), severityOf(ask('2026-06-02'), 'b1')]).toEqual([null, 'BLOCK']);
});
