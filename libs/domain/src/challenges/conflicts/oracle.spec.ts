import { conflictsOf } from './find.js';
import { conflictGraph } from './graph.js';
import { day, Facts, node, numbers, yearsAgo } from './planted.fixture.js';
import { relationEnds, ConflictRelation, type ConflictFact, type ConflictNode } from './relations.js';
import { type ConflictRule, type ConflictStep } from './rules.js';
import { conflictRules } from './rule-rows.js';
import { countsOn } from './walk.js';

/** All that is known of the walk is left out here: every path without repetition is written down as text and held against the rule as a regular expression. */
function expressionOf(rule: ConflictRule): RegExp {
  const part = (step: ConflictStep, at: number) =>
    `(?:(?:${step.relations.map((r) => `${r}[${step.way === 'ALONG' ? '>' : '<'}=]`).join('|')})#\\S*?\\b${at}\\b\\S* )${step.often === 'ANY' ? '*' : ''}`;
  const rivals: ConflictStep[] = [
    { relations: ['FOR'], way: 'ALONG', often: 'ONCE' },
    { relations: ['FOR'], way: 'AGAINST', often: 'ONCE' },
  ];
  const shapes = rule.scope === 'CHALLENGE' ? [...rule.paths, ...rule.paths.map((p) => [...p, ...rivals])] : rule.paths;
  return new RegExp(`^(?:${shapes.map((steps) => steps.map((s) => part(s, variantOf(s))).join('')).join('|')})$`);
}

/** The kinds of time that steps ask for, numbered: a hop notes which of them it satisfies. */
const variants: Pick<ConflictStep, 'years' | 'ended'>[] = [{}, { years: 3 }, { years: 5 }, { years: 3, ended: true }];
const variantOf = (s: ConflictStep) => variants.findIndex((v) => v.years === s.years && v.ended === s.ended);

function allPaths(
  facts: readonly ConflictFact[],
  from: ConflictNode,
  government: string,
  visit: (text: string, to: ConflictNode, hops: number) => void,
) {
  const go = (at: ConflictNode, text: string, seen: readonly string[], last: string) => {
    if (seen.length > 7) return;
    for (const fact of facts) {
      const ways: [string, ConflictNode][] = [];
      if (fact.from.id === at.id) ways.push([relationEnds[fact.relation].mutual ? '=' : '>', fact.to]);
      if (fact.to.id === at.id) ways.push([relationEnds[fact.relation].mutual ? '=' : '<', fact.from]);
      for (const [way, to] of ways) {
        if (seen.includes(to.id) || (at.id === government && last === 'CONTROLS' && fact.relation === 'CONTROLS')) continue;
        const times = variants.flatMap((v, i) => (countsOn(fact, { relations: [], way: 'ALONG', often: 'ONCE', ...v }, day) ? [i] : []));
        const longer = `${text}${fact.relation}${way}#${times.join('.')} `;
        visit(longer, to, seen.length);
        go(to, longer, [...seen, to.id], fact.relation);
      }
    }
  };
  go(from, '', [from.id], '');
}

const lists = {
  PERSON: ['p1', 'p2', 'p3', 'p4'],
  ORGANISATION: ['o1', 'o2', 'o3', 'o4', 'o5'],
  BID: ['b1', 'b2', 'b3'],
  CHALLENGE: ['c1', 'c2'],
};
const often = [
  ...ConflictRelation.options,
  'CONTROLS',
  'CONTROLS',
  'EMPLOYER',
  'EMPLOYER',
  'LEADS',
  'NAMED_IN',
  'LEGAL_REPRESENTATIVE',
] as const;

it('finds what trying every path finds, no more and no less, by paths as short', () => {
  const expressions = conflictRules.map((rule) => ({ rule, expression: expressionOf(rule) }));
  let total = 0;
  for (let seed = 1; seed <= 70; seed++) {
    const pick = numbers(seed);
    const f = new Facts();
    for (const [at, bid] of lists.BID.entries()) f.say(bid, 'FOR', at < 2 ? 'c1' : 'c2');
    for (let i = 0; i < 15; i++) {
      const relation = often[pick(often.length)] ?? 'KIN';
      if (relation === 'FOR') continue;
      const { from, to } = relationEnds[relation];
      const one = (kinds: typeof from) => {
        const list = lists[kinds[pick(kinds.length)] ?? 'PERSON'];
        return list[pick(list.length)] ?? 'p1';
      };
      const [a, b] = [one(from), one(to)];
      if (a !== b) f.say(a, relation, b, [null, null, yearsAgo(2), yearsAgo(4), yearsAgo(6)][pick(5)]);
    }
    const graph = conflictGraph(f.all, ['o5']);
    for (const [subject, ids] of [
      ['REVIEWER', lists.PERSON],
      ['STAFF', lists.PERSON],
      ['OWNER', lists.CHALLENGE],
    ] as const)
      for (const id of ids) {
        const best = new Map<string, { severity: string; hops: number }>();
        allPaths(f.all, node(id), 'o5', (text, to, hops) => {
          if (
            to.kind !== 'BID' ||
            (subject === 'OWNER' && !f.all.some((x) => x.relation === 'FOR' && x.from.id === to.id && x.to.id === id))
          )
            return;
          for (const { rule, expression } of expressions) {
            if (rule.subject !== subject || !expression.test(text)) continue;
            const known = best.get(`${to.id} ${rule.code}`);
            const graver = known && known.severity !== rule.severity ? rule.severity === 'BLOCK' : !known || hops < known.hops;
            if (graver) best.set(`${to.id} ${rule.code}`, { severity: rule.severity, hops });
          }
        });
        const found = conflictsOf(graph, { subject, who: node(id), day });
        total += found.length;
        expect(Object.fromEntries(found.map((c) => [`${c.bidId} ${c.code}`, { severity: c.severity, hops: c.path.length }]))).toEqual(
          Object.fromEntries(best),
        );
      }
  }
  expect(total).toBeGreaterThan(120);
});
