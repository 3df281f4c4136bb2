import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { Config } from '../../platform/config.js';
import { SearchClient } from '../../platform/search/search-client.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { CandidateSearch } from '../search/candidate-search.js';
import { IndexWriter } from '../search/index-writer.js';
import { Candidates } from './candidates.service.js';
import { MatchIndex } from './match-index.js';
import { MatchingService } from './matching.service.js';

const subjects = ['金刚石微粉化学镀镍', '钛合金薄壁件铣削颤振', '红茶萎凋温湿度控制', '铝灰渣无害化处理', '小麦赤霉病分子标记', '胶体金快速检测试纸'];

describe('candidates', () => {
  let api: TestApi;
  let unit: Awaited<ReturnType<TestApi['organisation']>>;
  let demand: string;
  let whole: unknown[];

  /** A worker of a market above the size from which Meilisearch is asked. */
  function matcher(change: Record<string, string>) {
    const config = new Config({ ...process.env, MATCHING_SEARCH_FROM: '1', ...change });
    const index = new MatchIndex(api.app.get(Dictionary), new Candidates(config, new CandidateSearch(new SearchClient(config))));
    return { index, service: new MatchingService(api.db, index) };
  }
  const stored = async () =>
    (await api.pool.query<object>('select "demandId", "achievementId", "inDemandList", "inAchievementList", round(cosine::numeric, 9) as cosine from match order by 1, 2')).rows;
  const pairOf = async (achievementId: string) =>
    (await api.pool.query('select "inDemandList", "inAchievementList" from match where "demandId" = $1 and "achievementId" = $2', [demand, achievementId])).rows;

  beforeAll(async () => {
    api = await startApi();
    unit = await api.organisation('UNIVERSITY');
    const firm = await api.organisation('ENTERPRISE');
    const ids: string[] = [];
    for (const [i, subject] of subjects.entries()) {
      for (const kind of ['的流化床工艺', '过程在线测量', '专用装备']) ids.push(await publishAchievement(api, unit, { title: subject + kind, summary: `${subject}已在两家企业试用。` }));
      const id = await publishDemand(api, firm, { title: `${subject}不稳定`, problem: `希望改进${subject}。` });
      if (i === 0) demand = id;
      ids.push(id);
    }
    await publishDemand(api, unit, { title: `${subjects[0] ?? ''}自用` });
    await publishAchievement(api, unit, { title: `${subjects[0] ?? ''}草稿`, status: 'DRAFT' });
    // All in one step, instead of by a job for each.
    await api.pool.query('delete from graphile_worker._private_jobs');
    await api.app.get(IndexWriter).refresh(ids);
    await api.app.get(MatchingService).rematchAll();
    whole = await stored();
  });
  afterAll(() => api.close());

  it.each([
    ['SEARCH', {}],
    ['LIMITED', { MEILI_URL: 'http://127.0.0.1:1' }],
  ] as const)('give the lists of memory: %s', async (source, change) => {
    const { index, service } = matcher(change);
    await api.pool.query('delete from match; update match_list set "itemVersion" = 0');
    await service.followMany();
    expect(index.candidateSource).toBe(source);
    expect(whole.length).toBeGreaterThan(15);
    expect(await stored()).toEqual(whole);
  });

  it('are joined by what Meilisearch does not know yet, for both sides, as long as it is there', async () => {
    const { service } = matcher({});
    const fresh = await publishAchievement(api, unit, { title: '金刚石微粉化学镀镍的闭环控制', summary: '金刚石微粉化学镀镍增重均匀。' });
    await service.followAchievement({ id: fresh });
    await api.pool.query('update demand set version = version + 1 where id = $1', [demand]);
    await service.followDemand({ id: demand });
    expect(await pairOf(fresh)).toEqual([{ inDemandList: true, inAchievementList: true }]);
    // Meilisearch hears of the withdrawal later: it decides nothing.
    await api.app.get(IndexWriter).refresh([fresh]);
    await change(api, 'achievement', fresh, `status = 'WITHDRAWN'`, 'achievement.withdrawn');
    await service.followAchievement({ id: fresh });
    expect(await stored()).toEqual(whole);
  });
});
