import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, defaultAlertSettings, digestPeriod, shanghaiDay } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { mailsTo, tokenIn } from '../../../test/mailbox.js';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { codeOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { system } from '../../platform/auth/actor.js';
import { labelledMarket } from '../matches/match-labels.js';
import { MatchModels } from '../matches/match-models.service.js';
import { Digests } from './digests.service.js';

type Cost = { constraint: string; excluded: number; strong: number; only: number; unknown: number };
type List = { total: number; strong: number; items: { achievementId: string; judgement: { id: string } | null }[]; costs: Cost[]; declined: { achievementId: string }[]; othersReasons: { reason: string; count: number }[] };
const shown = 'total strong items { achievementId judgement { id } } costs { constraint excluded strong only unknown } declined { achievementId } othersReasons { reason count }';
const ofDemand = async (client: ApiClient, demandId: string, constraints: object | null = null) =>
  (await client.send<{ list: List }>(`query ($demandId: ID!, $constraints: MatchConstraintsInput) { list: matchesOfDemand(demandId: $demandId, constraints: $constraints) { ${shown} } }`, { demandId, constraints })).list;
const judge = (client: ApiClient, input: object) => client.send<{ judgeMatch: { id: string } }>('mutation ($input: MatchJudgementInput!) { judgeMatch(input: $input) { id } }', { input });
type ItemAlert = { itemId: string; added: number; strong: number; taken: number; gone: number; changes: { title: string; lostBy: string | null }[] };
const alerts = async (client: ApiClient) =>
  (await client.send<{ myAlerts: { unseen: number; items: ItemAlert[]; setting: { personalised: boolean; rhythm: string } } }>('{ myAlerts { unseen setting { personalised rhythm } items { itemId added strong taken gone changes { title lostBy } } } }')).myAlerts;
const change2 = (client: ApiClient, input: object) =>
  client.send('mutation ($input: AlertSettingsInput!) { changeAlertSettings(input: $input) { id } }', { input });
const usual = { personalised: true, rhythm: 'DAILY', quietFrom: 20, quietTo: 8 };
const save = (client: ApiClient, input: object) => client.send<{ saveSearch: { id: string; version: number } }>('mutation ($input: SavedSearchInput!) { saveSearch(input: $input) { id version } }', { input });

describe('what readers do with matches, and what they are told', () => {
  let api: TestApi;
  let unit: TestOrganisation;
  let firm: TestOrganisation;
  let tto: Member;
  let engineer: Member;
  let stranger: Member;
  let demand: string;
  let dear: string;
  let near: string;
  let raw: string;

  const digests = (): Digests => api.app.get(Digests);
  /** From tomorrow on, so that what this spec does lies before the first digest. */
  const hour = (days: number, shanghai: number): Date => new Date(`${addDays(shanghaiDay(new Date()), days + 1)}T${String(shanghai).padStart(2, '0')}:00:00+08:00`);
  const digestsTo = (member: Member): string[] => mailsTo(api.dataDir, member.email).filter((mail) => mail.includes('/unsubscribe?token='));

  beforeAll(async () => {
    api = await startApi();
    [unit, firm] = [await api.organisation('UNIVERSITY'), await api.organisation('ENTERPRISE')];
    [tto, engineer, stranger] = [await api.member(unit, ['UNIT_TTO']), await api.member(firm), await api.member('ENTERPRISE')];
    const filler = await api.organisation('UNIVERSITY');
    for (const title of ['红茶萎凋槽的温湿度控制', '猪瘟病毒胶体金快速检测试纸', '小麦赤霉病抗性分子标记', '城市轨道交通客流预测方法', '铝灰渣无害化与氧化铝回收'])
      await publishAchievement(api, filler, { title });
    demand = await publishDemand(api, firm, {
      title: '金刚石微粉化学镀镍增重不均匀',
      problem: '金刚石微粉化学镀镍时颗粒团聚，增重从 25% 到 40% 不等，线锯厂退货。希望改进活化和搅拌工艺，使镀层均匀。',
      keywords: ['金刚石微粉', '化学镀镍'],
    });
    const title = '金刚石微粉表面化学镀镍工艺';
    dear = await publishAchievement(api, unit, { title, trl: 7, priceMode: 'FIXED', priceMin: '90000000', priceMax: '90000000', techField: 'NEW_MATERIALS' });
    near = await publishAchievement(api, unit, { title: '金刚石微粉化学镀镍的流化床', trl: 4, priceMode: 'FIXED', priceMin: '30000000', priceMax: '30000000', regionCode: 'LY' });
    raw = await publishAchievement(api, unit, { title: '微粉化学镀镍装置', summary: '一种装置。' });
    await api.drain();
  });
  afterAll(() => api.close());

  it('constraints narrow a list and say what they cost', async () => {
    const whole = await ofDemand(engineer.client, demand);
    expect(whole.items.map((m) => m.achievementId).sort()).toEqual([dear, near, raw].sort());
    expect(whole.costs).toEqual([]);
    const cheap = await ofDemand(engineer.client, demand, { price: '50000000', region: 'ZZ' });
    expect(cheap.items.map((m) => m.achievementId)).toEqual([raw]);
    expect(cheap.total).toBe(3);
    expect(cheap.costs).toEqual([
      { constraint: 'REGION', excluded: 1, strong: 1, only: 1, unknown: 0 },
      { constraint: 'PRICE', excluded: 1, strong: 1, only: 1, unknown: 1 },
    ]);
    expect((await ofDemand(engineer.client, demand, { trl: 6, mode: 'TRANSFER' })).items.map((m) => m.achievementId).sort()).toEqual([dear, raw].sort());
    expect(await codeOf(ofDemand(engineer.client, demand, { price: '-1' }))).toBe('INVALID_INPUT');
  });

  it('what would raise a match is recomputed on request, for both texts as they are', async () => {
    const hintOf = async (): Promise<{ score: number; raises: { side: string; terms: string[]; score: number }[] } | null> =>
      (
        await tto.client.send<{ matchExplanation: { hint: { score: number; raises: { side: string; terms: string[]; score: number }[] } | null } }>(
          'query ($d: ID!, $a: ID!) { matchExplanation(demandId: $d, achievementId: $a) { hint { score tried raises { side terms score band } } } }',
          { d: demand, a: raw },
        )
      ).matchExplanation.hint;
    const ask = (client: ApiClient) => client.send('mutation ($d: ID!, $a: ID!) { askForHints(demandId: $d, achievementId: $a) }', { d: demand, a: raw });
    expect(await hintOf()).toBeNull();
    expect(await codeOf(ask(stranger.client))).toBe('NOT_FOUND');
    await ask(tto.client);
    await ask(engineer.client);
    await api.drain();
    const hint = await hintOf();
    const [first] = hint?.raises ?? [];
    expect(first).toMatchObject({ side: 'ACHIEVEMENT' });
    expect(first?.score).toBeGreaterThan(hint?.score ?? 1);
    // Written as advised, it is worth what was said (the frequencies of all texts have moved a little).
    await change(api, 'achievement', raw, `keywords = array[${(first?.terms ?? []).map((t) => `'${t}'`).join(',')}]`, 'achievement.revised');
    await api.drain();
    expect(await hintOf()).toBeNull();
    const { rows } = await api.pool.query<{ score: number }>('select score from match where "achievementId" = $1 and "demandId" = $2', [raw, demand]);
    expect(rows[0]?.score).toBeCloseTo(first?.score ?? 0, 1);
  });

  it('a declined match leaves its reader’s list with its reason, and comes back', async () => {
    const pair = { demandId: demand, achievementId: near };
    expect(await codeOf(judge(engineer.client, { ...pair, verdict: 'DECLINED' }))).toBe('INVALID_INPUT');
    expect(await codeOf(judge(engineer.client, { ...pair, verdict: 'DECLINED', declineReason: 'OTHER' }))).toBe('INVALID_INPUT');
    expect(await codeOf(judge(stranger.client, { ...pair, verdict: 'DECLINED', declineReason: 'PRICE' }))).toBe('NOT_FOUND');
    const { id } = (await judge(engineer.client, { ...pair, verdict: 'DECLINED', declineReason: 'TOO_EARLY', note: '只有实验室数据' })).judgeMatch;
    const list = await ofDemand(engineer.client, demand);
    expect(list.items.map((m) => m.achievementId)).not.toContain(near);
    expect(list.declined.map((m) => m.achievementId)).toEqual([near]);
    expect(await codeOf(stranger.client.send('mutation ($id: ID!) { takeBackJudgement(id: $id) }', { id }))).toBe('NOT_FOUND');
    const { rows } = await api.pool.query('select data from audit_event where event = $1 and "subjectId" = $2', ['match.declined', id]);
    expect(rows).toEqual([{ data: { reason: 'TOO_EARLY' } }]);
    // Changing one's mind replaces the label, with the figures of the day.
    expect((await judge(engineer.client, { ...pair, verdict: 'FITS', fitReason: 'SOLVES_PROBLEM' })).judgeMatch.id).toBe(id);
    expect((await ofDemand(engineer.client, demand)).items.find((m) => m.achievementId === near)?.judgement).toEqual({ id });
    await engineer.client.send('mutation ($id: ID!) { takeBackJudgement(id: $id) }', { id });
    expect((await ofDemand(engineer.client, demand)).items).toHaveLength(3);
  });

  it('an owner reads why others declined from five organisations on', async () => {
    const reasons = async () => (await tto.client.send<{ list: List }>(`query ($id: ID!) { list: matchesOfAchievement(achievementId: $id) { ${shown} } }`, { id: dear })).list.othersReasons;
    const label = async (organisation: string, reason: string) =>
      api.pool.query(
        `insert into match_feedback ("createdAt", "updatedAt", "organisationId", "demandId", "achievementId", verdict, "declineReason", score, band, "modelVersion") values (now(), now(), $1, gen_random_uuid(), $2, 'DECLINED', $3, .3, 'STRONG', 't')`,
        [organisation, dear, reason],
      );
    for (let i = 0; i < 4; i++) await label((await api.organisation('ENTERPRISE')).id, i ? 'PRICE' : 'TOO_EARLY');
    expect(await reasons()).toEqual([]);
    await label((await api.organisation('ENTERPRISE')).id, 'PRICE');
    expect(await reasons()).toEqual([
      { reason: 'PRICE', count: 4 },
      { reason: 'TOO_EARLY', count: 1 },
    ]);
  });

  it('both sides are alerted of what came and of what was sold, each of its own', async () => {
    const mine = (await alerts(tto.client)).items;
    expect(mine.map((i) => i.itemId).sort()).toEqual([dear, near, raw].sort());
    expect(mine.every((i) => i.added === 1)).toBe(true);
    expect((await alerts(engineer.client)).items).toMatchObject([{ itemId: demand, added: 3, taken: 0 }]);
    expect((await alerts(stranger.client)).items).toEqual([]);
    await engineer.client.send('mutation { seeAlerts { id } }');
    expect((await alerts(engineer.client)).unseen).toBe(0);
    await publishDemand(api, firm, { title: '微粉化学镀镍装置搅拌不匀' });
    await api.drain();
    expect((await alerts(tto.client)).items[0]).toMatchObject({ added: 2 });
    expect((await alerts(engineer.client)).unseen).toBe(1);
  });

  it('a digest goes out once per period, outside the quiet hours, and tells only what is new', async () => {
    await digests().sendAt(hour(0, 7));
    expect(digestsTo(engineer)).toEqual([]);
    await Promise.all([digests().sendAt(hour(0, 9)), digests().sendAt(hour(0, 9))]);
    const [first = ''] = digestsTo(engineer);
    expect(digestsTo(engineer)).toHaveLength(1);
    expect(first).toContain('金刚石微粉化学镀镍增重不均匀：3 条新匹配');
    expect(first).toContain(`/demands/${demand}/matches`);
    expect(digestsTo(stranger)).toEqual([]);
    await digests().sendAt(hour(1, 9));
    expect(digestsTo(engineer)).toHaveLength(1);

    await api.pool.query('update match_known set "lostAt" = null');
    await change(api, 'achievement', dear, `status = 'CLOSED'`, 'achievement.closed');
    await api.drain();
    await api.pool.query('update match_known set "lostAt" = $1 where "otherId" = $2 and "lostAt" is not null', [hour(1, 12), dear]);
    await api.pool.query(`update match_known set "lostBy" = 'TAKEN' where "otherId" = $1 and "lostBy" = 'CLOSED'`, [dear]);
    expect((await alerts(engineer.client)).items.map((i) => i.gone + i.taken)).toEqual([0, 0]);
    await digests().sendAt(hour(2, 9));
    expect(digestsTo(engineer)).toHaveLength(2);
    expect(digestsTo(engineer)[1]).toContain('条因成交移除');
    // A worker that died after it had claimed the day: nobody can know whether the mail went out, so it is not sent again.
    await api.pool.query(`update match_known set since = $1, "lostAt" = null where "itemId" = $2`, [hour(3, 10), demand]);
    await api.pool.query(`insert into alert_digest ("userId", period, "upTo") values ($1, $2, $3)`, [engineer.userId, digestPeriod(defaultAlertSettings, hour(4, 9)), hour(4, 9)]);
    await digests().sendAt(hour(4, 10));
    expect(digestsTo(engineer)).toHaveLength(2);
  });

  it('with recommendations off nothing is put before the person, in the page or by mail', async () => {
    const overviewOf = async () => (await tto.client.send<{ overview: { news: { code: string }[] }; myMatches: { total: number } }>('{ overview { news { code } } myMatches(page: { page: 1, size: 5 }) { total } }'));
    expect((await overviewOf()).overview.news.map((n) => n.code)).toContain('MATCHES');
    await change2(tto.client, { ...usual, personalised: false });
    expect((await overviewOf()).overview.news.map((n) => n.code)).not.toContain('MATCHES');
    expect((await overviewOf()).myMatches.total).toBe(0);
    expect((await alerts(tto.client)).items).toEqual([]);
    const before = digestsTo(tto).length;
    await api.pool.query('update match_known set since = $1, "lostAt" = null', [hour(5, 1)]);
    await digests().sendAt(hour(5, 9));
    expect(digestsTo(tto)).toHaveLength(before);
    // The list of an item that he opens himself is no recommendation to him.
    const { list } = await tto.client.send<{ list: List }>(`query ($id: ID!) { list: matchesOfAchievement(achievementId: $id) { ${shown} } }`, { id: raw });
    expect(list.total).toBeGreaterThan(0);
    expect(await codeOf(change2(tto.client, { ...usual, quietFrom: 24 }))).toBe('INVALID_INPUT');
  });

  it('a saved search tells what is new, each item once', async () => {
    const address = '/search?q=%E8%96%84%E5%A3%81%E4%BB%B6&kind=ACHIEVEMENT';
    const { id, version } = (await save(stranger.client, { name: '薄壁件', address, mail: true })).saveSearch;
    expect(await codeOf(save(stranger.client, { name: '又一次', address, mail: true }))).toBe('ALREADY_EXISTS');
    expect(await codeOf(save(stranger.client, { name: '坏地址', address: 'https://elsewhere.test/search', mail: true }))).toBe('INVALID_INPUT');
    expect(await codeOf(save(stranger.client, { name: '坏范围', address: '/search?cost=100..10', mail: true }))).toBe('INVALID_INPUT');
    const item = await publishAchievement(api, unit, { title: '钛合金薄壁件铣削颤振抑制' });
    await api.drain();
    const now = new Date();
    await digests().checkSearches(now);
    await digests().checkSearches(now);
    const found = async (client: ApiClient) => (await client.send<{ mySavedSearches: { found: { id: string }[] }[] }>('{ mySavedSearches { found { id } } }')).mySavedSearches;
    expect(await found(stranger.client)).toEqual([{ found: [{ id: item }] }]);
    expect(await found(engineer.client)).toEqual([]);
    await api.pool.query('update saved_search_hit set "foundAt" = $1', [hour(6, 1)]);
    await digests().sendAt(hour(6, 9));
    expect(digestsTo(stranger)[0]).toContain('搜索“薄壁件”：1 条新结果');
    await digests().sendAt(hour(7, 9));
    expect(digestsTo(stranger)).toHaveLength(1);
    const edit = (client: ApiClient, v: number) => client.send('mutation ($id: ID!, $v: Int!) { editSavedSearch(id: $id, version: $v, input: { name: "薄壁", mail: false }) { id } }', { id, v });
    expect(await codeOf(edit(engineer.client, version))).toBe('NOT_FOUND');
    await edit(stranger.client, version);
    expect(await codeOf(edit(stranger.client, version))).toBe('STALE');
  });

  it('coefficients are recommended by one operator and approved by another; every stored figure follows, and there is a way back', async () => {
    const branch = await api.organisation('MARKET_OPERATOR');
    const [first, second] = [await api.member(branch, ['OPERATOR_L2']), await api.member(branch, ['OPERATOR_L2'])];
    const { labels } = await labelledMarket(api.db.em);
    expect(labels).toEqual([]);
    await judge(engineer.client, { demandId: demand, achievementId: raw, verdict: 'FITS', fitReason: 'SOLVES_PROBLEM' });
    expect((await labelledMarket(api.db.em)).labels).toEqual([{ demandId: demand, achievementId: raw, levels: [4] }]);
    const figures = { ndcg10: { mean: 0.66, low: 0.62, high: 0.7 }, logLoss: 0.28, calibrationError: 0.01, strongPairs: 200, strongShare: 0.4 };
    const report = { sharedPairs: 6049, marketPairs: 1, demands: 134, validation: 'spec', candidate: figures, inUse: figures, inUseName: 'tfidf-2', logLossGain: { mean: 0, low: -0.01, high: 0.01 }, comparedOnMarket: false };
    const { id } = await api.db.run(system, (tx) => api.app.get(MatchModels).propose(tx, { name: 'spec-2', intercept: -4, slope: 5.27, ceiling: 0.5, report }));
    type Models = { matchModelInUse: string; matchModels: { id: string; name: string; version: number; status: string; availableActions: string[]; comparison: { moves: unknown[]; candidate: object | null } }[] };
    const models = (client: ApiClient) => client.send<Models>('{ matchModelInUse matchModels { id name version status availableActions comparison { candidate { ndcg10 } moves { from to pairs } sample { before after } } } }');
    const step = async (client: ApiClient, action: string, name = 'spec-2') => {
      const row = (await models(client)).matchModels.find((m) => m.name === name);
      return client.send(`mutation ($id: ID!, $version: Int!) { ${action}MatchModel(id: $id, version: $version) { status } }`, { id: row?.id, version: row?.version });
    };
    expect(await codeOf(models(engineer.client))).toBe('FORBIDDEN');
    expect((await models(first.client)).matchModels[0]).toMatchObject({ id, status: 'CANDIDATE', comparison: { candidate: { ndcg10: 0.66 } } });
    expect((await models(first.client)).matchModels[0]?.comparison.moves.length).toBeGreaterThan(0);
    expect(await codeOf(step(first.client, 'approve'))).toBe('ILLEGAL_TRANSITION');
    await step(first.client, 'recommend');
    expect(await codeOf(step(first.client, 'approve'))).toBe('SAME_REVIEWER');
    expect((await models(first.client)).matchModels[0]?.availableActions).toEqual(['drop']);
    const scoreOf = async () => (await api.pool.query<{ score: number; model: string }>('select score, "modelVersion" as model from match where "demandId" = $1 and "achievementId" = $2', [demand, raw])).rows[0];
    const before = await scoreOf();
    await step(second.client, 'approve');
    await api.drain();
    expect((await models(second.client)).matchModelInUse).toBe('spec-2');
    expect((await scoreOf())?.model).toBe('spec-2');
    expect((await scoreOf())?.score).toBeLessThan(before?.score ?? 0);
    await step(first.client, 'recommend', 'tfidf-2');
    await step(second.client, 'approve', 'tfidf-2');
    await api.drain();
    expect((await scoreOf())?.score).toBeCloseTo(before?.score ?? 0, 3);
    expect((await models(second.client)).matchModels.map((m) => [m.name, m.status]).sort()).toEqual([['spec-2', 'RETIRED'], ['tfidf-2', 'IN_USE']]);
  });

  it('one click in a mail stops the mails, without signing in', async () => {
    const token = tokenIn(digestsTo(engineer));
    const raw = readdirSync(join(api.dataDir, 'mail')).map((f) => readFileSync(join(api.dataDir, 'mail', f), 'utf8')).find((m) => m.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click'));
    expect(raw).toMatch(/List-Unsubscribe:\s+<http:\/\/jihui\.test\/unsubscribe\?token=/);
    const answer = await fetch(`${api.url}/unsubscribe?token=${token}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(204);
    expect((await alerts(engineer.client)).setting.rhythm).toBe('OFF');
    await api.visitor().send('mutation ($token: String!) { unsubscribe(input: { token: $token }) }', { token });
    expect(await codeOf(api.visitor().send('mutation { unsubscribe(input: { token: "unknownunknownunknown" }) }'))).toBe('LINK_EXPIRED');
    const before = digestsTo(engineer).length;
    await api.pool.query('update match_known set since = $1, "lostAt" = null', [hour(8, 1)]);
    await digests().sendAt(hour(8, 9));
    expect(digestsTo(engineer)).toHaveLength(before);
  });
});
