import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { system } from '../../platform/auth/actor.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { Candidates } from './candidates.service.js';
import { MatchIndex } from './match-index.js';
import { Matchers } from './matchers.service.js';
import { MatchingService } from './matching.service.js';
import { codeOf } from '../../../test/refusals.js';

type Row = {
  id: string;
  demandId: string;
  achievementId: string;
  score: number;
  cosine: number;
  band: string;
  shared: { text: string; share: number }[];
  covered: string[];
  missing: string[];
  mustHaves: { kind: string; verdict: string }[];
};
const shown = 'id demandId achievementId score cosine band covered missing shared { text share } mustHaves { kind verdict }';
type List = { computedAt: string | null; items: Row[] };

const ofDemand = async (client: ApiClient, demandId: string) =>
  (
    await client.send<{ list: List }>(
      `query ($demandId: ID!) { list: matchesOfDemand(demandId: $demandId) { computedAt items { ${shown} } } }`,
      { demandId },
    )
  ).list;
const ofAchievement = async (client: ApiClient, achievementId: string) =>
  (
    await client.send<{ list: List }>(
      `query ($achievementId: ID!) { list: matchesOfAchievement(achievementId: $achievementId) { computedAt items { ${shown} } } }`,
      { achievementId },
    )
  ).list;
const explain = (client: ApiClient, demandId: string, achievementId: string) =>
  client.send<{ matchExplanation: { match: Row; demandTexts: Marked[]; achievementTexts: Marked[] } }>(
    `query ($demandId: ID!, $achievementId: ID!) { matchExplanation(demandId: $demandId, achievementId: $achievementId) { match { ${shown} } demandTexts { field text spans { start end term } } achievementTexts { field text spans { start end term } } } }`,
    { demandId, achievementId },
  );
type Marked = { field: string; text: string; spans: { start: number; end: number; term: number }[] };

describe('matches', () => {
  let api: TestApi;
  let branch: TestOrganisation;
  let unit: TestOrganisation;
  let firm: TestOrganisation;
  let tto: Member;
  let engineer: Member;
  let operator: Member;
  let stranger: Member;
  let demand: string;
  let achievement: string;

  beforeAll(async () => {
    api = await startApi();
    branch = await api.organisation('MARKET_OPERATOR');
    [unit, firm] = [
      await api.organisation('UNIVERSITY', { branchId: branch.id }),
      await api.organisation('ENTERPRISE', { branchId: branch.id }),
    ];
    [tto, engineer, operator, stranger] = [
      await api.member(unit, ['UNIT_TTO']),
      await api.member(firm),
      await api.member(branch, ['OPERATOR_L1']),
      await api.member('ENTERPRISE'),
    ];
    // A market around the pair, so that the words have their weights.
    const filler = await api.organisation('UNIVERSITY');
    for (const title of [
      '红茶萎凋槽的温湿度控制',
      '猪瘟病毒胶体金快速检测试纸',
      '小麦赤霉病抗性分子标记',
      '城市轨道交通客流预测方法',
      '丹参酮提取物的缓释微球',
      '铝灰渣无害化与氧化铝回收',
    ])
      await publishAchievement(api, filler, { title });
    await api.pool.query('delete from graphile_worker._private_jobs');
    demand = await publishDemand(api, firm, {
      branchId: branch.id,
      title: '金刚石微粉化学镀镍增重不均匀',
      problem: '金刚石微粉化学镀镍时颗粒团聚，增重从 25% 到 40% 不等，线锯厂退货。希望改进活化和搅拌工艺，使镀层均匀。',
      keywords: ['金刚石微粉', '化学镀镍'],
      minTrl: 6,
      budgetMax: '80000000',
    });
    achievement = await publishAchievement(api, unit, {
      title: '金刚石微粉表面化学镀镍的流化床工艺',
      summary: '以流化床代替机械搅拌，金刚石微粉在镀液中均匀悬浮，化学镀镍增重 30%±1.5%，镀层连续，已在两家线锯企业小批试用。',
      keywords: ['金刚石微粉', '化学镀镍', '流化床'],
      trl: 5,
      priceMode: 'FIXED',
      priceMin: '60000000',
      priceMax: '60000000',
    });
    await api.drain();
  });
  afterAll(() => api.close());

  it('stands in the list of either side as soon as both are published', async () => {
    const [row] = (await ofDemand(engineer.client, demand)).items;
    expect(row).toMatchObject({
      demandId: demand,
      achievementId: achievement,
      band: 'STRONG',
      mustHaves: [
        { kind: 'TRL', verdict: 'UNMET' },
        { kind: 'BUDGET', verdict: 'MET' },
      ],
    });
    expect((await ofAchievement(tto.client, achievement)).items.map((m) => m.id)).toEqual([row?.id]);
    expect(row?.shared[0]?.text).toContain('金刚石微粉');
    expect(row?.covered).toContain('镀镍');
    const sum = row?.shared.reduce((total, s) => total + s.share, 0) ?? 0;
    expect(sum).toBeGreaterThan((row?.cosine ?? 1) * 0.8);
    expect(sum).toBeLessThanOrEqual((row?.cosine ?? 0) + 1e-9);
  });

  it('is read by the owner and the branch, by nobody else', async () => {
    expect((await ofDemand(operator.client, demand)).items).toHaveLength(1);
    expect((await ofAchievement(operator.client, achievement)).items).toHaveLength(1);
    expect(await codeOf(ofDemand(stranger.client, demand))).toBe('FORBIDDEN');
    expect(await codeOf(ofDemand(tto.client, demand))).toBe('FORBIDDEN');
    expect(await codeOf(ofAchievement(engineer.client, achievement))).toBe('FORBIDDEN');
    expect(await codeOf(ofDemand(api.visitor(), demand))).toBe('NOT_SIGNED_IN');
    expect(await codeOf(ofDemand(engineer.client, 'nonsense'))).toBe('NOT_FOUND');
    expect(await codeOf(explain(stranger.client, demand, achievement))).toBe('NOT_FOUND');
  });

  it('explains itself with both texts marked', async () => {
    const { match, demandTexts, achievementTexts } = (await explain(tto.client, demand, achievement)).matchExplanation;
    for (const { text, spans } of [...demandTexts, ...achievementTexts])
      for (const { start, end, term } of spans) expect(text.slice(start, end).replace(/\s/g, '')).toBe([...match.shared.map((s) => s.text), ...match.covered][term]);
    expect(demandTexts.map((t) => t.field)).toEqual(['title', 'text', 'keywords', 'keywords']);
    expect(achievementTexts.find((t) => t.field === 'title')?.spans.length).toBeGreaterThan(0);
  });

  it('lists an organisation its own matches, newest first', async () => {
    const mine = async (client: ApiClient) =>
      (
        await client.send<{ myMatches: { total: number; items: { demandId: string; achievement: { title: string } }[] } }>(
          '{ myMatches(page: { page: 1, size: 10 }) { total items { demandId achievement { title } } } }',
        )
      ).myMatches;
    expect(await mine(engineer.client)).toEqual({
      total: 1,
      items: [{ demandId: demand, achievement: { title: '金刚石微粉表面化学镀镍的流化床工艺' } }],
    });
    expect((await mine(tto.client)).total).toBe(1);
    expect((await mine(stranger.client)).total).toBe(0);
  });

  it('never offers an owner what is its own, and says honestly when nothing fits', async () => {
    const both = await publishDemand(api, unit, { title: '金刚石微粉表面化学镀镍的流化床工艺' });
    const odd = await publishDemand(api, firm, { title: '会议室隔音改造' });
    expect((await ofDemand(engineer.client, odd)).computedAt).toBeNull();
    await api.drain();
    expect((await ofDemand(tto.client, both)).items.map((m) => m.achievementId)).not.toContain(achievement);
    const nothing = await ofDemand(engineer.client, odd);
    expect(nothing).toMatchObject({ items: [] });
    expect(nothing.computedAt).not.toBeNull();
    await change(api, 'demand', both, `status = 'CLOSED'`, 'demand.closed');
    await change(api, 'demand', odd, `status = 'CLOSED'`, 'demand.closed');
    await api.drain();
  });

  it('follows a revision, and a withdrawal at once and for good', async () => {
    const second = await publishAchievement(api, unit, { title: '红茶香气成分的快速测定', summary: '顶空进样测定红茶香气。' });
    await api.drain();
    expect((await ofDemand(engineer.client, demand)).items.map((m) => m.achievementId)).toEqual([achievement]);
    await change(
      api,
      'achievement',
      second,
      `title = '金刚石微粉化学镀镍层厚度的在线测量', summary = '金刚石微粉化学镀镍过程中增重的在线测量，识别镀层不均匀。'`,
      'achievement.revised',
    );
    await api.drain();
    expect((await ofDemand(engineer.client, demand)).items.map((m) => m.achievementId).sort()).toEqual([achievement, second].sort());
    await change(api, 'achievement', second, `status = 'WITHDRAWN'`, 'achievement.withdrawn');
    expect((await ofDemand(engineer.client, demand)).items.map((m) => m.achievementId)).toEqual([achievement]);
    await api.drain();
    const { rows } = await api.pool.query(
      'select 1 from match where "achievementId" = $1 union all select 1 from match_list where id = $1',
      [second],
    );
    expect(rows).toEqual([]);
  });

  it('fills a place that becomes free: 21 fit, 20 are kept, one goes', async () => {
    const rival = await api.organisation('UNIVERSITY');
    const rivals: string[] = [];
    for (let i = 0; i < 21; i++)
      rivals.push(await publishAchievement(api, rival, { title: `钛合金薄壁件铣削颤振抑制方法${i}号`, summary: `第 ${i} 种方法。` }));
    const wanted = await publishDemand(api, firm, { title: '钛合金薄壁件铣削颤振抑制' });
    // One look settles whatever has changed.
    const service = api.app.get(MatchingService);
    await service.followMany();
    const before = (await ofDemand(engineer.client, wanted)).items.map((m) => m.achievementId);
    expect(before).toHaveLength(20);
    const left = rivals.find((id) => !before.includes(id));
    const [first] = before;
    if (!left || !first) throw new Error('one of the 21 must be left over');
    await change(api, 'achievement', first, `status = 'WITHDRAWN'`, 'achievement.withdrawn');
    await service.followAchievement({ id: first });
    const after = (await ofDemand(engineer.client, wanted)).items.map((m) => m.achievementId);
    expect([...after].sort()).toEqual([...before.slice(1), left].sort());
  });

  it('is the same in another process, after a silent bulk load and from anew', async () => {
    const service = api.app.get(MatchingService);
    const stored = async () =>
      (
        await api.pool.query(
          'select "demandId", "achievementId", "inDemandList", "inAchievementList", round(cosine::numeric, 9) as cosine from match order by 1, 2',
        )
      ).rows;
    await service.rematchAll();
    const whole = await stored();
    await api.pool.query('truncate match, match_list');
    const fresh = new MatchingService(api.db, new MatchIndex(api.app.get(Dictionary), api.app.get(Candidates)));
    expect((await fresh.rematchAll()).items).toBeGreaterThan(20);
    expect(await stored()).toEqual(whole);
    await api.pool.query(`delete from match; update match_list set "itemVersion" = 0`);
    await fresh.followMany();
    expect(await stored()).toEqual(whole);
  });

  it('tells on /readyz whether somebody matches, and how far a start has come', async () => {
    const told = async () => (await (await fetch(`${api.url}/readyz`)).json()) as { matching: { state: string; done: number; total: number } };
    expect((await told()).matching.state).toBe('none');
    await api.pool.query(`insert into matcher (id, done, total, "seenAt") values (uuidv7(), 500, 2000, now())`);
    expect((await told()).matching).toMatchObject({ state: 'building', done: 500, total: 2000 });
    await api.app.get(Matchers).keepReady();
    expect((await told()).matching).toMatchObject({ state: 'ready' });
    await api.pool.query(`update matcher set "seenAt" = now() - interval '2 minutes'`);
    expect((await told()).matching.state).toBe('none');
  });

  it('gives two workers at once one right result', async () => {
    const extra = await publishDemand(api, firm, { title: '化学镀镍液寿命短', problem: '化学镀镍液用三个周期就要报废。' });
    const workers = [new MatchingService(api.db, new MatchIndex(api.app.get(Dictionary), api.app.get(Candidates))), new MatchingService(api.db, new MatchIndex(api.app.get(Dictionary), api.app.get(Candidates)))];
    await Promise.all(workers.flatMap((w) => [w.followDemand({ id: extra }), w.followAchievement({ id: achievement }), w.rematchAll()]));
    const { rows } = await api.pool.query<{ n: string }>(
      'select count(*) as n from match where "demandId" = $1 group by "achievementId" having count(*) > 1',
      [extra],
    );
    expect(rows).toEqual([]);
    expect((await ofDemand(engineer.client, extra)).items.map((m) => m.achievementId)).toContain(achievement);
  });

  it('stores no pair with what is hidden or with itself, whatever becomes of two thousand random items', async () => {
    const owners = [unit, firm, await api.organisation('ENTERPRISE'), await api.organisation('UNIVERSITY')];
    await api.pool.query(`update organisation set status = 'SUSPENDED' where id = $1`, [owners[3]?.id]);
    let state = 7;
    const random = (count: number): number => (state = (state * 48_271) % 2_147_483_647) % count;
    const words = ['金刚石微粉', '化学镀镍', '流化床', '钛合金薄壁件', '铣削颤振', '红茶萎凋', '温湿度', '铝灰渣', '氧化铝', '分子标记', '小麦赤霉病', '胶体金'];
    const some = (count: number): string => Array.from({ length: count }, () => words[random(words.length)]).join('');
    const status = (): 'PUBLISHED' | 'DRAFT' | 'WITHDRAWN' | 'CLOSED' => (['PUBLISHED', 'PUBLISHED', 'DRAFT', 'WITHDRAWN', 'CLOSED'] as const)[random(5)] ?? 'DRAFT';
    const item = (now: Date) => {
      const old = random(6) === 0 ? new Date(now.getTime() - 400 * 86_400_000) : now;
      return { organisationId: owners[random(4)]?.id ?? '', status: status(), title: some(3), keywords: [some(1)], regionCode: 'ZZ_GX', publishedAt: old, confirmedAt: old, version: 1 };
    };
    await api.db.run(system, async (tx) => {
      const many = (count: number) => Array.from({ length: count }, () => item(tx.now));
      await tx.insertAll(Achievement, many(1500).map((each) => ({ ...each, summary: some(4), ipRights: [], team: [], transferModes: ['TRANSFER' as const], priceMode: 'NEGOTIABLE' as const })));
      await tx.insertAll(Demand, many(500).map((each) => ({ ...each, problem: some(5), indicators: [], anonymous: false })));
    });
    const service = api.app.get(MatchingService);
    const wrong = `select count(*)::int as wrong, (select count(*)::int from match) as pairs from match m
      join demand d on d.id = m."demandId" join organisation o on o.id = d."organisationId"
      join achievement a on a.id = m."achievementId" join organisation p on p.id = a."organisationId"
      where d."organisationId" = a."organisationId" or 'PUBLISHED' <> any(array[d.status, a.status]) or 'VERIFIED' <> any(array[o.status, p.status])
         or least(d."confirmedAt", a."confirmedAt") < now() - interval '300 days'`;
    const counted = async () => (await api.pool.query<{ wrong: number; pairs: number }>(wrong)).rows[0];
    await service.rematchAll();
    expect(await counted()).toMatchObject({ wrong: 0 });
    expect((await counted())?.pairs).toBeGreaterThan(1000);
    // One after the other is hidden: what follows from each is enough.
    const { rows } = await api.pool.query<{ id: string }>(`select id from achievement where status = 'PUBLISHED' order by id limit 15`);
    for (const { id } of rows) {
      await api.pool.query(`update achievement set status = 'WITHDRAWN', version = version + 1 where id = $1`, [id]);
      await service.followAchievement({ id });
    }
    expect(await counted()).toMatchObject({ wrong: 0 });
    const unnamed = async () => (await api.pool.query(`select id from match where shared = '[]'`)).rows;
    expect(await unnamed()).not.toEqual([]);
    await service.name();
    expect(await unnamed()).toEqual([]);
  });
});
