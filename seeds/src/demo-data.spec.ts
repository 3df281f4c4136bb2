import { achievementComplete, demandComplete, parsePatentNumber, rolesOfKind } from '@jihui/domain';
import { demoData } from './index.js';

const data = demoData();
const { organisations, people, achievements, demands, contracts } = data;
const ofKind = (kind: string) => organisations.filter((o) => o.kind === kind);
const twice = (values: string[]) => values.filter((v, i) => values.indexOf(v) !== i);

describe('the demo data', () => {
  it('has the numbers that the front page shows', () => {
    expect([ofKind('UNIVERSITY').length, ofKind('UNIVERSITY').flatMap((u) => u.disciplines ?? []).length, achievements.length]).toEqual([14, 147, 367]);
    expect([ofKind('ENTERPRISE').length, demands.length, ofKind('MARKET_OPERATOR').length, contracts.length]).toEqual([60, 120, 3, 40]);
  });

  it('names nothing twice', () => {
    expect(twice([...organisations.map((o) => o.uscc), ...organisations.map((o) => o.name)])).toEqual([]);
    expect(twice(people.map((p) => p.email))).toEqual([]);
    expect(twice([...achievements, ...demands].map((a) => a.title))).toEqual([]);
    expect(twice(achievements.flatMap((a) => a.ipRights.flatMap((r) => r.number ?? [])))).toEqual([]);
  });

  it('has texts of 150 to 400 characters, none of which begins like three others', () => {
    for (const a of achievements) expect([a.key, [...a.summary].length >= 150 && [...a.summary].length <= 400]).toEqual([a.key, true]);
    const beginnings = achievements.map((a) => a.summary.slice(0, 6));
    expect(beginnings.filter((b) => beginnings.filter((c) => c === b).length > 3)).toEqual([]);
  });

  it('is complete by the rules of the forms', () => {
    const wrong = [
      ...achievements.filter((a) => !achievementComplete.safeParse(a).success).map((a) => a.key),
      ...demands.filter((d) => !demandComplete.safeParse(d).success).map((d) => d.key),
    ];
    expect(wrong).toEqual([]);
    for (const { number, kind } of achievements.flatMap((a) => a.ipRights)) if (number?.startsWith('ZL')) expect(parsePatentNumber(number)?.kind).toBe(kind);
  });

  it('refers to what is there', () => {
    const kinds = new Map(organisations.map((o) => [o.key, o.kind]));
    for (const p of people) expect([p.key, p.roles.every((r) => rolesOfKind[kinds.get(p.organisationKey) ?? 'ENTERPRISE'].includes(r))]).toEqual([p.key, true]);
    for (const a of achievements) expect(organisations.find((o) => o.key === a.universityKey)?.disciplines).toContain(a.discipline);
    for (const c of contracts) expect([kinds.get(c.branchKey), kinds.get(c.buyerKey)]).toEqual(['MARKET_OPERATOR', 'ENTERPRISE']);
    for (const d of demands) expect([d.key, kinds.get(d.organisationKey)]).toEqual([d.key, 'ENTERPRISE']);
  });

  it('uses mail addresses that cannot exist', () => expect(people.filter((p) => !p.email.endsWith('.demo.jihui.example'))).toEqual([]));
});
