import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestOrganisation } from '@jihui/testing';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { SearchClient } from '../../platform/search/search-client.js';
import { IndexKeeper } from './index-keeper.js';
import { items } from './index-settings.js';

type Result = { hits: { id: string; matched: string[] }[]; total: number; limited: boolean; facets: { field: string; values: { value: string; count: number }[] }[] };
const document = 'query Search($input: SearchInput!) { search(input: $input) { total limited hits { id matched } facets { field values { value count } } } }';

/** Meilisearch behind a door that can be closed. */
class Door {
  private server: Server | null = null;
  private port = 0;
  constructor(private readonly target: string) {}

  async open(): Promise<string> {
    this.server = createServer((from, to) => {
      const onward = request(new URL(from.url ?? '/', this.target), { method: from.method, headers: from.headers }, (answer) => {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
      });
      from.pipe(onward);
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

describe('search while Meilisearch is away', () => {
  let api: TestApi;
  let keeper: IndexKeeper;
  let university: TestOrganisation;
  let graphene: string;
  let wheel: string;
  const real = process.env['TEST_MEILI_URL'] ?? '';
  const door = new Door(real);
  const search = async (input: object): Promise<Result> => (await api.visitor().send<{ search: Result }>(document, { input })).search;
  const idsOf = async (text: string): Promise<string[]> => (await search({ text })).hits.map((h) => h.id);
  const differences = async (): Promise<string[]> => {
    const { differences: found, outdated } = await keeper.report();
    return [...found.map((d) => d.is), ...outdated.map(() => 'OUTDATED')].sort();
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const index = () => api.app.get(SearchClient).index(items);
  const done = (task: Parameters<SearchClient['done']>[0]): Promise<void> => api.app.get(SearchClient).done(task);

  beforeAll(async () => {
    process.env['TEST_MEILI_URL'] = await door.open();
    api = await startApi();
    keeper = api.app.get(IndexKeeper);
    university = await api.organisation('UNIVERSITY', { name: '嵩岳理工大学' });
    const values = { techField: 'NEW_MATERIALS', trl: 7 } as const;
    graphene = await publishAchievement(api, university, { ...values, title: '石墨烯导热膜的卷对卷制备', summary: '面内热导率1200W/(m·K)，用于手机散热。', keywords: ['石墨烯'] });
    await publishAchievement(api, university, { ...values, title: '石墨电极的抗氧化涂层', techField: 'NEW_ENERGY' });
    wheel = await publishDemand(api, await api.organisation('ENTERPRISE'), { title: '陶瓷砂轮磨削烧伤', anonymous: true, techField: 'ADVANCED_MANUFACTURING' });
    await api.drain();
    await keeper.watch();
  });
  afterAll(async () => {
    process.env['TEST_MEILI_URL'] = real;
    await api.close();
    await door.close();
  });

  it('goes on with the database, says so, and folds alike', async () => {
    const before = await search({ text: '石墨烯' });
    expect(before.limited).toBe(false);
    await door.close();
    const without = await search({ text: '石墨烯' });
    expect(without.limited).toBe(true);
    expect(without.hits.map((h) => h.id)).toEqual([graphene]);
    expect(await idsOf('热导率≥1000W/m.K')).toEqual([graphene]);
    expect(await idsOf('热导率≥1300W/m.K')).toEqual([]);
    for (const text of ['石墨烯導熱膜', '石 墨 烯', 'shimoxi', 'smx', '墨烯', '嵩岳理工 石墨烯']) expect([text, await idsOf(text)]).toEqual([text, [graphene]]);
    expect((await search({ text: 'shimoxi' })).hits[0]?.matched).toEqual(['石墨烯']);
    await door.open();
  });

  it('filters, counts and pages from the database as from the index', async () => {
    await pause(3100);
    const inputs = [{}, { techFields: ['NEW_MATERIALS'] }, { kinds: ['ACHIEVEMENT'], size: 1, page: 2 }, { regions: ['ZZ'], trls: [7] }, { pending: true }, { trlFrom: 6, priceTo: '900000000', publishedFrom: '2026-01-01' }];
    const withIndex = [];
    for (const input of inputs) withIndex.push(await search(input));
    await door.close();
    for (const [i, input] of inputs.entries()) expect({ ...sorted(await search(input)), limited: false }).toEqual(sorted(withIndex[i]));
    await door.open();
  });

  it('catches up with everything that happened meanwhile', async () => {
    await door.close();
    await keeper.watch();
    const added = await publishAchievement(api, university, { title: '停机期间发布的激光器', summary: '光纤激光器。' });
    await change(api, 'demand', wheel, `status = 'CLOSED'`, 'demand.closed');
    await api.drain();
    expect(await idsOf('光纤激光器')).toEqual([added]);
    expect((await search({})).total).toBe(3);
    expect(await failedJobs()).toBe(0);

    await door.open();
    await keeper.watch();
    expect(await differences()).toEqual([]);
    await pause(3100);
    const again = await search({});
    expect([again.limited, again.total]).toEqual([false, 3]);
  });

  it('catches up even when the outage was too short to be noticed', async () => {
    await door.close();
    await publishAchievement(api, university, { title: '瞬时故障期间的成果' });
    await api.drain();
    await door.open();
    expect(await differences()).toEqual(['MISSING']);
    await keeper.watch();
    expect(await differences()).toEqual([]);
  });

  it('finds and repairs what was tampered with', async () => {
    const one = (await search({ text: '石墨电极' })).hits[0]?.id ?? '';
    await done(index().deleteDocument(graphene));
    await done(index().updateDocuments([{ id: one, title: '被篡改的标题' }]));
    await done(index().addDocuments([{ id: 'intruder', title: '多余的记录' }]));
    expect(await differences()).toEqual(['DIFFERENT', 'MISSING', 'SUPERFLUOUS']);
    expect(await keeper.sweep()).toBe(3);
    expect(await differences()).toEqual([]);
  });

  it('makes texts again when a row changed without an event', async () => {
    await api.pool.query(`update achievement set title = '石墨烯导热膜新标题', version = version + 1 where id = $1`, [graphene]);
    expect(await differences()).toEqual(['OUTDATED']);
    await keeper.nightly();
    expect(await differences()).toEqual([]);
    expect(await idsOf('导热膜新标题')).toContain(graphene);
  });

  it('makes a new index when the settings are others, and when it is lost', async () => {
    await done(index().updateDictionary(['别的词']));
    expect((await keeper.report()).hasCurrentSettings).toBe(false);
    await keeper.watch();
    expect((await keeper.report()).hasCurrentSettings).toBe(true);
    expect((await index().getStats()).numberOfDocuments).toBe(4);

    await done(api.app.get(SearchClient).client.deleteIndex(api.app.get(SearchClient).name(items)));
    expect((await search({})).limited).toBe(true);
    await keeper.watch();
    expect(await differences()).toEqual([]);
    expect(await search({})).toMatchObject({ limited: false, total: 4 });
  });

  const sorted = (result: Result | undefined) => ({
    ...result,
    facets: result?.facets.map(({ field, values }) => ({ field, values: values.toSorted((a, b) => (a.value < b.value ? -1 : 1)) })),
  });
  const failedJobs = async (): Promise<number> => {
    const { rows } = await api.pool.query<{ count: number }>(`select count(*)::int as count from graphile_worker.jobs where last_error is not null and task_identifier like 'SearchJobs.%'`);
    return rows[0]?.count ?? 0;
  };
});
