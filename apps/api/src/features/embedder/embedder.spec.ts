import type { EmbedderSettingInput } from '@jihui/domain';
import { startEmbedder } from '../../../test/embedder-server.js';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { codeOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { MatchingService } from '../matches/matching.service.js';
import { Embedding } from './embedding.service.js';

type Pair = { demandId: string; achievementId: string; score: number; cosine: number; strength: number; similarity: number | null; wordsScore: number | null };
type Overview = { embedder: string | null; hasKey: boolean; isWeighed: boolean; seen: number; all: number; without: number; dimension: number | null; fault: string | null; failures: number; restUntil: string | null; settings: { number: number; setBy: string; url: string }[] };

const key = 'sk-nobody-may-read-this';

describe('an embedder', () => {
  let api: TestApi;
  let server: Awaited<ReturnType<typeof startEmbedder>>;
  let admin: Member;
  let operator: Member;
  let firm: Awaited<ReturnType<TestApi['organisation']>>;
  let unit: typeof firm;
  let demand: string;
  let number = 0;

  const input = (change: Partial<EmbedderSettingInput> = {}): EmbedderSettingInput => ({ isOn: true, kind: 'OPENAI', url: server.openAi, model: 'small-1', timeLimitMs: 300, ...change });
  const set = async (member: Member, values: EmbedderSettingInput): Promise<void> => {
    const { made } = await member.client.send<{ made: { number: number } }>('mutation ($number: Int!, $input: EmbedderSettingInput!) { made: setEmbedder(number: $number, input: $input) { number } }', { number, input: values });
    number = made.number;
  };
  const trial = async (values: EmbedderSettingInput) =>
    (await admin.client.send<{ trial: { dimension: number | null; fault: string | null; status: number | null } }>('mutation ($input: EmbedderSettingInput!) { trial: tryEmbedder(input: $input) { dimension fault status } }', { input: values })).trial;
  const overview = async () =>
    (await operator.client.send<{ embedder: Overview }>('{ embedder { embedder hasKey isWeighed seen all without dimension fault failures restUntil settings { number setBy url } } }')).embedder;
  /** The worker's turn, and what follows from it. */
  const keepUp = async (): Promise<void> => {
    await api.pool.query('update embedder_state set "restUntil" = null');
    await api.app.get(Embedding).keepUp();
    await api.drain();
  };
  const pairs = async () => (await api.pool.query<Pair>('select "demandId", "achievementId", score, cosine, strength, similarity, "wordsScore" from match order by 1, 2')).rows;
  const plainOf = (rows: Pair[]) => rows.map(({ demandId, achievementId, score, cosine }) => ({ demandId, achievementId, score, cosine }));

  beforeAll(async () => {
    server = await startEmbedder();
    process.env['EMBEDDER_API_KEY'] = key;
    api = await startApi();
    const branch = await api.organisation('MARKET_OPERATOR');
    [admin, operator] = [await api.member(branch, ['SYSTEM_ADMIN']), await api.member(branch, ['OPERATOR_L1'])];
    [unit, firm] = [await api.organisation('UNIVERSITY'), await api.organisation('ENTERPRISE', { name: '郑州砺锋超硬工具有限公司' })];
    for (const title of ['红茶萎凋槽的温湿度控制', '猪瘟病毒胶体金快速检测试纸', '小麦赤霉病抗性分子标记', '城市轨道交通客流预测方法']) await publishAchievement(api, unit, { title });
    await publishAchievement(api, unit, { title: '金刚石微粉表面化学镀镍的流化床工艺', summary: '流化床代替机械搅拌，金刚石微粉在镀液中均匀悬浮，化学镀镍增重稳定。', ndaSummary: '络合剂的配比是秘密' });
    await publishAchievement(api, unit, { title: '金刚石微粉镀层厚度的在线测量', summary: '测量化学镀镍的增重。' });
    await publishAchievement(api, unit, { title: '尚未公开的草稿', status: 'DRAFT' });
    demand = await publishDemand(api, firm, { title: '金刚石微粉化学镀镍增重不均匀', problem: '金刚石微粉化学镀镍时颗粒团聚，希望改进搅拌工艺。', anonymous: true });
    await publishDemand(api, firm, { title: '郑州砺锋超硬工具的内部情况', problem: '不应发出。', anonymous: true });
    await publishDemand(api, firm, { title: '撤回的需求', status: 'WITHDRAWN' });
    await api.app.get(MatchingService).rematchAll();
    await api.drain();
  });
  afterAll(async () => {
    delete process.env['EMBEDDER_API_KEY'];
    await api.close();
    await server.close();
  });

  it('is off at first: nothing leaves the house', async () => {
    await keepUp();
    expect(server.asked).toEqual([]);
    expect(await overview()).toMatchObject({ embedder: null, hasKey: true, seen: 0, all: 8, settings: [] });
    expect(await readyz()).toMatchObject({ embedder: 'off' });
  });

  it('is set by the system administrator alone, checked, numbered and noted', async () => {
    expect(await codeOf(set(operator, input()))).toBe('FORBIDDEN');
    expect(await codeOf(set(admin, input({ url: 'http://api.example.com/v1/embeddings' })))).toBe('INVALID_INPUT');
    expect(await codeOf(set(admin, input({ url: server.ollama })))).toBe('INVALID_INPUT');
    await set(admin, input({ isOn: false }));
    expect(await codeOf(admin.client.send('mutation ($input: EmbedderSettingInput!) { setEmbedder(number: 0, input: $input) { id } }', { input: input() }))).toBe('STALE');
    const { rows } = await api.pool.query<{ data: unknown; actorName: string }>(`select data, "actorName" from audit_event where event = 'embedder.set'`);
    expect(rows).toEqual([{ actorName: admin.name, data: { isOn: false, embedder: 'openai/small-1', url: server.openAi, timeLimitMs: 300 } }]);
    await expect(api.pool.query('update embedder_setting set "isOn" = true')).rejects.toThrow();
    await expect(api.pool.query('delete from embedder_setting')).rejects.toThrow();
  });

  it('is tried with one sample sentence, in both protocols and with every way of going wrong', async () => {
    const ollama = input({ kind: 'OLLAMA', url: server.ollama });
    for (const endpoint of [input(), ollama]) {
      server.be('RIGHT');
      expect(await trial(endpoint)).toEqual({ dimension: 8, fault: null, status: null });
      const wrong = { SLOW: ['TOO_SLOW', null], ERROR: ['REFUSED', 500], RUBBISH: ['NOT_UNDERSTOOD', 200], TOO_FEW: ['NOT_UNDERSTOOD', null], ZEROS: ['NOT_UNDERSTOOD', null], REDIRECT: ['UNREACHABLE', null] } as const;
      for (const mood of ['SLOW', 'ERROR', 'RUBBISH', 'TOO_FEW', 'ZEROS', 'REDIRECT'] as const) {
        server.be(mood);
        expect([mood, await trial(endpoint)]).toEqual([mood, { dimension: null, fault: wrong[mood][0], status: wrong[mood][1] }]);
      }
    }
    server.be('RIGHT');
    expect(await trial(input({ url: 'http://127.0.0.1:1/v1/embeddings' }))).toMatchObject({ fault: 'UNREACHABLE' });
    expect(await trial(input({ url: server.openAi.replace('v1', 'v2') }))).toMatchObject({ fault: 'REFUSED', status: 404 });
    expect(new Set(server.texts()).size).toBe(1);
    expect(server.asked[0]).toMatchObject({ path: '/v1/embeddings', authorization: `Bearer ${key}`, model: 'small-1' });
    server.asked.length = 0;
  });

  it('gets what everybody may read, each text once: no draft, nothing withdrawn, nothing confidential, no name that is not given', async () => {
    server.be('RIGHT');
    const before = await pairs();
    await set(admin, input());
    await keepUp();
    expect(await overview()).toMatchObject({ embedder: 'openai/small-1', isWeighed: false, seen: 8, all: 8, without: 1, dimension: 8, fault: null });
    expect(server.texts()).toHaveLength(7);
    for (const secret of ['络合剂', '草稿', '撤回', '砺锋', '郑州', key]) expect(server.texts().join('\n')).not.toContain(secret);
    await keepUp();
    expect(server.texts()).toHaveLength(7);
    // Kept for a model that weighs them; the lists have not moved by one bit.
    expect(await pairs()).toEqual(before);
    expect(JSON.stringify(await overview())).not.toContain(key);
  });

  it('counts as a feature of its own once a model was fitted with it, and is worth nothing again when it is off', async () => {
    const before = await pairs();
    const report = { pairs: 10, demands: 5, ...Object.fromEntries(['ndcg10', 'recall10', 'recall50', 'logLoss'].map((m) => [m, { mean: 0, low: -1, high: 1 }])) };
    await api.pool.query(
      `insert into match_model (name, status, intercept, slope, ceiling, "withSimilarity", "createdAt", "updatedAt") values ('with-1', 'IN_USE', -3.241, 5.513, 0.6, $1, now(), now())`,
      [{ embedder: 'openai/small-1', intercept: -5, slope: 5.5, similarity: 2.5, report }],
    );
    await api.app.get(MatchingService).rematchAll();
    const weighed = await pairs();
    expect(weighed.length).toBeGreaterThan(0);
    for (const pair of weighed) {
      expect(pair.similarity).toBeGreaterThan(0);
      const own = before.find((p) => p.achievementId === pair.achievementId);
      if (own) expect(pair).toMatchObject({ cosine: own.cosine, wordsScore: own.score });
      expect(pair.strength).not.toBe(pair.cosine);
    }
    expect(await overview()).toMatchObject({ isWeighed: true });
    await set(admin, input({ isOn: false }));
    await api.drain();
    expect(plainOf(await pairs())).toEqual(plainOf(before));
    expect((await pairs()).every((p) => p.similarity === null && p.strength === p.cosine)).toBe(true);
    // Another model's vectors are not those that it was fitted with.
    await set(admin, input({ model: 'other-2' }));
    await keepUp();
    expect(plainOf(await pairs())).toEqual(plainOf(before));
    await set(admin, input());
    await keepUp();
    expect(await pairs()).toEqual(weighed);
  });

  it('fails without anybody waiting: lists by words at once, a state for the operator, rest, and recovery', async () => {
    for (const [mood, fault] of [
      ['SLOW', 'TOO_SLOW'],
      ['ERROR', 'REFUSED'],
      ['RUBBISH', 'NOT_UNDERSTOOD'],
      ['WRONG_DIMENSION', 'WRONG_DIMENSION'],
    ] as const) {
      server.be(mood);
      const fresh = await publishAchievement(api, unit, { title: `金刚石微粉化学镀镍的第${mood}种办法`, summary: '化学镀镍增重均匀。' });
      await api.app.get(MatchingService).followAchievement({ id: fresh });
      const found = (await pairs()).filter((p) => p.achievementId === fresh);
      expect(found).toMatchObject([{ demandId: demand, similarity: null, wordsScore: null }]);
      await api.app.get(Embedding).keepUp();
      const state = await overview();
      expect([mood, state.fault, state.failures]).toEqual([mood, fault, 1]);
      expect(state.restUntil).not.toBeNull();
      expect(await readyz()).toMatchObject({ status: 'ok', embedder: 'limited' });
      // While it rests nobody asks.
      const { length } = server.asked;
      await api.app.get(Embedding).keepUp();
      expect(server.asked).toHaveLength(length);
      server.be('RIGHT');
      await api.pool.query('update embedder_state set "restUntil" = null');
      await api.app.get(Embedding).keepUp();
      await api.app.get(MatchingService).followVectors();
      expect(await overview()).toMatchObject({ fault: null, failures: 0, restUntil: null });
      expect((await pairs()).find((p) => p.achievementId === fresh)?.similarity).toBeGreaterThan(0);
    }
    expect(await readyz()).toMatchObject({ embedder: 'ok' });
  });

  it('goes on after a text that the endpoint refuses by itself', async () => {
    const turns = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) {
        await api.pool.query('update embedder_state set "restUntil" = null');
        await api.app.get(Embedding).keepUp();
      }
    };
    server.be('ERROR');
    await publishAchievement(api, unit, { title: '拒收的化学镀镍成果' });
    const last = await publishAchievement(api, unit, { title: '金刚石微粉化学镀镍的收尾办法', summary: '化学镀镍。' });
    await api.drain();
    await turns(3);
    // One that refuses everything is down: no text is given up for that.
    expect(await overview()).toMatchObject({ without: 1, fault: 'REFUSED', seen: 12, all: 14 });
    server.be({ refuses: '拒收' });
    await turns(3);
    await api.drain();
    expect(await overview()).toMatchObject({ without: 2, fault: null, seen: 14, all: 14 });
    expect((await pairs()).find((p) => p.achievementId === last)?.similarity).toBeGreaterThan(0);
    server.be('RIGHT');
  });

  it('asks again for no text that it knows, and forgets what is no longer public', async () => {
    const asked = server.texts().length;
    await change(api, 'demand', demand, `"budgetMax" = 100`, 'demand.revised');
    await api.drain();
    expect((await pairs()).every((p) => p.similarity === null)).toBe(true);
    await keepUp();
    expect(server.texts()).toHaveLength(asked);
    expect((await pairs()).some((p) => p.similarity !== null)).toBe(true);
    await change(api, 'demand', demand, `status = 'WITHDRAWN'`, 'demand.withdrawn');
    await api.pool.query(`update text_vector set "createdAt" = now() - interval '100 days'`);
    await api.app.get(Embedding).forgetOld();
    const { rows } = await api.pool.query<{ n: number }>('select count(*)::int as n from item_vector where "itemId" = $1 union all select count(*)::int from text_vector', [demand]);
    expect(rows.map((r) => r.n)).toEqual([0, 11]);
  });

  const readyz = async (): Promise<unknown> => (await fetch(`${api.url}/readyz`)).json();
});
