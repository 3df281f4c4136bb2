import { addDays } from '../../calendar.js';
import type { ConflictFact, ConflictNode, ConflictNodeKind, ConflictRelation } from './relations.js';

/** A small generator of numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const kinds: Record<string, ConflictNodeKind> = { p: 'PERSON', o: 'ORGANISATION', b: 'BID', c: 'CHALLENGE' };
/** "p7" is person p7, "o3" organisation o3. */
export const node = (id: string): ConflictNode => ({ kind: kinds[id[0] ?? ''] ?? 'PERSON', id });

export const day = '2026-06-01';
export const yearsAgo = (years: number, days = 0) => addDays(`${2026 - years}-06-01`, days);

/** Facts in the words of the spec: say('p1', 'EMPLOYER', 'o1'). */
export class Facts {
  readonly all: ConflictFact[] = [];
  say(from: string, relation: ConflictRelation, to: string, until: string | null = null, since: string | null = null): string {
    const id = `f${this.all.length}`;
    this.all.push({ id, relation, from: node(from), to: node(to), since, until });
    return id;
  }
}

/** What one planted relation must be found as. */
type Expected = { who: string; code: string; severity: string; bids: Map<string, number> };

/**
 * 2,000 people, 300 organisations, 40 bids for 8 challenges, 200 planted relations of persons p200–p399, and thousands of near misses: too long ago,
 * not yet begun, over, through an office of the state, with people who claim nothing.
 */
export function plantedWorld(): { facts: ConflictFact[]; government: string[]; expected: Expected[] } {
  const pick = numbers(20260601);
  const f = new Facts();
  const rivals = (b: number, at: number, others: number) =>
    new Map(Array.from({ length: 5 }, (_, i): [string, number] => [`b${b - (b % 5) + i}`, b % 5 === i ? at : others]));
  for (let b = 0; b < 40; b++) {
    f.say(`o${b}`, 'LEADS', `b${b}`);
    f.say(`o${40 + b}`, 'JOINS', `b${b}`);
    f.say(`b${b}`, 'FOR', `c${Math.floor(b / 5)}`);
    if (b % 5 === 0) f.say(`o${80 + b / 5}`, 'OWNS', `c${b / 5}`);
    for (let i = 0; i < 5; i++) f.say(`p${b * 5 + i}`, 'EMPLOYER', `o${b}`);
    for (let i = 0; i < 5; i++) f.say(`p${b * 5 + i}`, 'NAMED_IN', `b${b}`);
  }
  let fresh = 88;
  const freshOrganisation = () => `o${fresh++}`;
  const expected: Expected[] = [];
  for (let i = 0; i < 200; i++) {
    const who = `p${200 + i}`;
    const b = pick(40);
    const [bid, lead, partner, member, challenge] = [`b${b}`, `o${b}`, `o${40 + b}`, `p${b * 5 + pick(5)}`, `c${Math.floor(b / 5)}`];
    const expect = (code: string, severity: string, hops: number, others?: number) =>
      expected.push({ who, code, severity, bids: others === undefined ? new Map([[bid, hops]]) : rivals(b, hops, others) });
    const plant: (() => void)[] = [
      () => (f.say(who, 'NAMED_IN', bid), expect('NAMED_IN_BID', 'BLOCK', 1, 3)),
      () => (f.say(who, 'EMPLOYER', i % 2 ? lead : partner), expect('SAME_UNIT', 'BLOCK', 2, 4)),
      () => (f.say(who, 'EMPLOYER', lead, yearsAgo(3)), expect('FORMER_UNIT', 'DECLARE', 2)),
      () => {
        const [unit, top, middle] = [freshOrganisation(), freshOrganisation(), freshOrganisation()];
        f.say(who, 'EMPLOYER', unit);
        f.say(top, 'CONTROLS', unit);
        f.say(top, 'CONTROLS', middle);
        f.say(middle, 'CONTROLS', lead);
        expect('GROUP', 'BLOCK', 5);
      },
      () => {
        const unit = freshOrganisation();
        f.say(who, 'EMPLOYER', unit);
        f.say(unit, 'CONTROLS', partner);
        expect('GROUP', 'BLOCK', 3);
      },
      () => {
        const [unit, superior] = [freshOrganisation(), freshOrganisation()];
        f.say(who, 'EMPLOYER', unit);
        f.say(superior, 'SUPERIOR_OF', partner);
        f.say(unit, 'SUPERIOR_OF', superior);
        expect('AFFILIATION', 'BLOCK', 4);
      },
      () => {
        const unit = freshOrganisation();
        f.say(who, 'EMPLOYER', unit);
        f.say(unit, 'SAME_LEGAL_REPRESENTATIVE', lead);
        expect('LEGAL_REPRESENTATIVE', 'BLOCK', 3);
      },
      () => (f.say(who, 'LEGAL_REPRESENTATIVE', partner), expect('LEGAL_REPRESENTATIVE', 'BLOCK', 2)),
      () => (f.say(i % 2 ? who : member, 'KIN', i % 2 ? member : who), expect('KIN', 'BLOCK', 2)),
      () => (f.say(who, 'CO_INVENTOR', member, yearsAgo(3)), expect('CO_INVENTOR', 'BLOCK', 2)),
      () => (f.say(member, 'CO_AUTHOR', who, yearsAgo(3, -1)), expect('CO_AUTHOR', 'DECLARE', 2)),
      () => (f.say(who, 'CO_PROJECT', member), expect('CO_PROJECT', 'BLOCK', 2)),
      () => (f.say(member, 'SUPERVISOR', who, yearsAgo(5)), expect('SUPERVISOR', 'DECLARE', 2)),
      () => (f.say(who, 'ARGUED', challenge), expect('ARGUED', 'DECLARE', 2, 2)),
      () => (f.say(who, 'EMPLOYER', `o${80 + Math.floor(b / 5)}`), expect('OWNER_STAFF', 'DECLARE', 3, 3)),
      () => (f.say(who, 'DECLARED', lead), expect('DECLARED', 'DECLARE', 2)),
    ];
    plant[i % plant.length]?.();
  }
  for (let p = 400; p < 2000; p++) {
    const [b, who] = [pick(40), `p${p}`];
    const [member, lead, other] = [`p${b * 5}`, `o${b}`, `p${400 + ((p - 399 + pick(1500)) % 1600)}`];
    f.say(who, 'EMPLOYER', `o${280 + pick(18)}`);
    if (other !== who) f.say(who, 'CO_AUTHOR', other, yearsAgo(1));
    f.say(who, 'CO_INVENTOR', member, yearsAgo(5, -1 - pick(900)));
    if (p % 3 === 0) f.say(who, 'EMPLOYER', lead, yearsAgo(3, -1 - pick(900)));
    if (p % 5 === 0) f.say(who, 'EMPLOYER', lead, null, yearsAgo(0, 1));
    if (p % 7 === 0) f.say(who, 'CO_PROJECT', member, yearsAgo(-2), yearsAgo(0, 1));
  }
  for (let b = 0; b < 40; b++) f.say('o299', 'CONTROLS', `o${b}`);
  for (let o = 280; o < 290; o++) f.say('o299', 'CONTROLS', `o${o}`);
  for (let o = 290; o < 297; o++) f.say('o298', 'CONTROLS', `o${o}`, yearsAgo(0, -1));
  f.say('o298', 'CONTROLS', 'o0');
  return { facts: f.all, government: ['o299'], expected };
}
