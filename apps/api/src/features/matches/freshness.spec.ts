import { randomUUID } from 'node:crypto';
import { matchListSize } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { codeOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { system } from '../../platform/auth/actor.js';
import { ItemIndicator } from '../search/item-indicator.entity.js';
import { ExpiredMatches } from './expired-matches.js';
import { entering, place } from './match-places.js';
import { MatchingService } from './matching.service.js';

type Explanation = {
  match: { indicators: object[]; covered: string[] };
  constraints: object[];
  synonyms: { demand: string[]; achievement: string[]; added: string[] }[];
};

describe('both sides of a match, whatever happens to one', () => {
  let api: TestApi;
  let unit: TestOrganisation;
  let firm: TestOrganisation;
  let tto: Member;
  let engineer: Member;
  let demand: string;
  let achievement: string;

  const title = '金刚石微粉化学镀镍';
  const ofDemand = async (): Promise<string[]> => list(engineer.client, 'demand', demand);
  const ofAchievement = async (): Promise<string[]> => list(tto.client, 'achievement', achievement);
  const list = async (client: ApiClient, of: 'demand' | 'achievement', id: string): Promise<string[]> => {
    const [field, other] = of === 'demand' ? ['matchesOfDemand', 'achievementId'] : ['matchesOfAchievement', 'demandId'];
    const { found } = await client.send<{ found: { items: Record<string, string>[] } }>(`query ($id: ID!) { found: ${field}(${of}Id: $id) { items { ${other} } } }`, { id });
    return found.items.map((i) => i[other ?? ''] ?? '');
  };
  /** What is stored, whoever may read it. */
  const stored = async (id: string): Promise<number> =>
    (await api.pool.query<{ n: number }>(`select count(*)::int as n from match where "demandId" = $1 or "achievementId" = $1`, [id])).rows[0]?.n ?? 0;

  beforeAll(async () => {
    api = await startApi();
    [unit, firm] = [await api.organisation('UNIVERSITY'), await api.organisation('ENTERPRISE')];
    [tto, engineer] = [await api.member(unit, ['UNIT_TTO']), await api.member(firm)];
    const filler = await api.organisation('UNIVERSITY');
    for (const other of ['红茶萎凋槽的温湿度控制', '猪瘟病毒胶体金快速检测试纸', '小麦赤霉病抗性分子标记', '城市轨道交通客流预测方法']) await publishAchievement(api, filler, { title: other });
    const indicators = [{ name: '镀层厚度', op: 'GE' as const, value: '2', unit: 'μm' }, { name: '结合力', op: 'TEXT' as const, value: '绕芯棒不剥落', unit: null }];
    demand = await publishDemand(api, firm, { title: `${title}增重不均匀`, problem: 'PCD 用金刚石微粉化学镀镍时颗粒团聚。', indicators, budgetMax: '50000000' });
    achievement = await publishAchievement(api, unit, { title: `${title}的流化床工艺`, summary: '用于聚晶金刚石。', trl: 5, techField: 'NEW_MATERIALS' });
    await api.drain();
  });
  afterAll(() => api.close());

  it('are there after the publication of either', async () => {
    expect([await ofDemand(), await ofAchievement()]).toEqual([[achievement], [demand]]);
    const second = await publishDemand(api, firm, { title: `${title}槽液寿命短` });
    await api.drain();
    expect((await ofAchievement()).sort()).toEqual([demand, second].sort());
    await change(api, 'demand', second, `status = 'CLOSED'`, 'demand.closed');
    await api.drain();
    expect(await ofAchievement()).toEqual([demand]);
  });

  it('explain what is met, what is not said, and by which words of the dictionary they meet', async () => {
    await api.db.run(system, (tx) =>
      tx.em.insert(ItemIndicator, { itemId: achievement, place: 50, name: '镀层厚度', label: '镀层厚度', op: 'GE', low: 3, high: null, unit: 'μm', dimension: 'length', change: null, least: 0.003, most: null }),
    );
    await api.pool.query(
      `insert into dictionary_edition (id, number, groups, added, removed, version, "createdAt", "updatedAt")
       select uuidv7(), max(number) + 1, '[{"words":["pcd","聚晶金刚石","复合片"]}]', 1, 0, 1, now(), now() from dictionary_edition`,
    );
    const explain = async (rest = '') =>
      (
        await engineer.client.send<{ e: Explanation }>(
          `query ($d: ID!, $a: ID!) { e: matchExplanation(demandId: $d, achievementId: $a${rest}) { match { covered indicators { name verdict said } } constraints { constraint verdict } synonyms { demand achievement added } } }`,
          { d: demand, a: achievement },
        )
      ).e;
    const { match, synonyms, constraints } = await explain();
    expect(match.indicators).toEqual([
      { name: '镀层厚度', verdict: 'MET', said: ['镀层厚度 ≥ 3 μm'] },
      { name: '结合力', verdict: 'UNKNOWN', said: [] },
    ]);
    expect([synonyms, constraints]).toEqual([[{ demand: ['pcd'], achievement: ['聚晶金刚石'], added: ['复合片'] }], []]);
    expect((await explain(', constraints: { trl: 6, field: NEW_MATERIALS, price: "100" }')).constraints).toEqual([
      { constraint: 'PRICE', verdict: 'UNKNOWN' },
      { constraint: 'TRL', verdict: 'UNMET' },
      { constraint: 'FIELD', verdict: 'MET' },
    ]);
    expect(await codeOf(explain(', constraints: { trl: 77 }'))).toBe('INVALID_INPUT');
  });

  it('follow an edit of either', async () => {
    await change(api, 'demand', demand, `title = '会议室隔音改造', problem = '会议室说话外面听得见。'`, 'demand.revised');
    await api.drain();
    expect([await ofDemand(), await ofAchievement(), await stored(demand)]).toEqual([[], [], 0]);
    await change(api, 'demand', demand, `title = '${title}增重不均匀', problem = '颗粒团聚。'`, 'demand.revised');
    await api.drain();
    expect([await ofDemand(), await ofAchievement()]).toEqual([[achievement], [demand]]);
  });

  it('have as many places as there may be, whether a list is computed anew or one more is put into it', async () => {
    const listed = async (): Promise<string[]> =>
      (await api.pool.query<{ id: string }>(`select "demandId" as id from match where "achievementId" = $1 and "inAchievementList" order by strength desc, 1`, [achievement])).rows.map(({ id }) => id);
    const outranked = async (): Promise<string[]> =>
      (await api.pool.query<{ id: string }>(`select "otherId" as id from match_known where "itemId" = $1 and "lostBy" = 'OUTRANKED'`, [achievement])).rows.map(({ id }) => id);
    const words = ['电流密度', '镀层', '颗粒', '搅拌', '温度', '槽液', '增重', '团聚', '均匀', '寿命', '粉体', '筛分'];
    const others: string[] = [];
    for (const [i, word] of words.entries()) for (const more of ['', `与${words[(i + 5) % words.length]}`]) others.push(await publishDemand(api, firm, { title: `${title}的${word}${more}` }));
    const matching = api.app.get(MatchingService);
    await matching.followMany();
    others.push(await publishDemand(api, firm, { title: `${title}的流化床` }));
    await api.drain();
    const full = await listed();
    expect([full.length, full[0]]).toEqual([matchListSize, others.at(-1)]);
    expect(await outranked()).not.toEqual([]);

    const figures = { achievementId: achievement, score: 0.6, cosine: 0.9, strength: 0.9, similarity: null, wordsScore: null, band: 'STRONG' as const };
    const newcomer = randomUUID();
    const { moved } = await api.db.run(system, async (tx) => {
      const pairs = await entering(tx, 'DEMAND', [{ ...figures, demandId: newcomer }, { ...figures, demandId: randomUUID(), strength: 0.01 }], matchListSize);
      expect(pairs.map((p) => p.demandId)).toEqual([newcomer]);
      return place(tx, 'DEMAND', pairs, 'test', matchListSize);
    });
    expect(await listed()).toEqual([newcomer, ...full.slice(0, -1)]);
    expect(moved).toEqual([newcomer, full.at(-1)]);

    await matching.rematchAll();
    expect(await listed()).not.toContain(newcomer);
    await api.pool.query(`update demand set status = 'WITHDRAWN', version = version + 1 where id = any($1)`, [others]);
    await matching.followMany();
    expect(await ofAchievement()).toEqual([demand]);
  });

  it('lose what is withdrawn at once, and have it again when it comes back', async () => {
    await change(api, 'demand', demand, `status = 'WITHDRAWN'`, 'demand.withdrawn');
    expect(await ofAchievement()).toEqual([]);
    await api.drain();
    expect(await stored(demand)).toBe(0);
    await change(api, 'demand', demand, `status = 'PUBLISHED'`, 'demand.published');
    await api.drain();
    expect([await ofDemand(), await ofAchievement()]).toEqual([[achievement], [demand]]);
  });

  it('lose what has expired by time alone', async () => {
    const age = (table: string, id: string, days: number) => api.pool.query(`update ${table} set "confirmedAt" = now() - make_interval(days => $2), "publishedAt" = now() - make_interval(days => $2) where id = $1`, [id, days]);
    for (const [table, id, other] of [['achievement', achievement, ofDemand], ['demand', demand, ofAchievement]] as const) {
      await age(table, id, 400);
      expect([await other(), await stored(id)]).toEqual([[], 1]);
      await api.app.get(ExpiredMatches).follow();
      expect(await stored(id)).toBe(0);
      await age(table, id, 0);
      await change(api, table, id, 'keywords = keywords', table === 'achievement' ? 'achievement.confirmed' : 'demand.confirmed');
      await api.drain();
      expect(await other()).toHaveLength(1);
    }
  });

  it('lose what is sold, and its demand is told so', async () => {
    const register = async (type: string, number: string): Promise<void> => {
      const { rows } = await api.pool.query<{ id: string }>(
        `insert into technology_contract ("sellerId", "buyerId", "achievementId", status, type, title, subject, "totalAmount", "registrationNo", "registeredAt", "verificationToken", "branchId", "paymentTerms", "ipOwnership", acceptance, confidentiality, "paymentMode", "createdAt", "updatedAt")
         values ($1, $2, $3, 'REGISTERED', $4, '合同', '', 1, $5, now(), $5, $1, '', '', '', '', 'LUMP_SUM', now(), now()) returning id`,
        [unit.id, firm.id, achievement, type, number],
      );
      await api.db.run(system, (tx) => tx.record('contract.registered', rows[0]?.id ?? '', { number }));
      await api.drain();
    };
    // A licence leaves the right with its unit: others may still want one.
    await register('LICENSE_PATENT', 'JH-F-1');
    expect(await ofDemand()).toEqual([achievement]);
    await register('TRANSFER_PATENT_RIGHT', 'JH-F-2');
    expect([await ofDemand(), await stored(achievement)]).toEqual([[], 0]);
    const { rows } = await api.pool.query<{ lostBy: string }>(`select "lostBy" from match_known where "itemId" = $1 and "otherId" = $2`, [demand, achievement]);
    expect(rows).toEqual([{ lostBy: 'TAKEN' }]);
  });
});
