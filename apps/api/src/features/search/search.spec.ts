import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import type { TestOrganisation } from '@jihui/testing';

type Marked = { text: string; marks: { start: number; end: number }[] };
type Hit = { id: string; kind: string; unitName: string | null; title: Marked; snippet: Marked; matched: string[]; achievement: { title: string } | null; demand: { title: string } | null };
type Result = { hits: Hit[]; total: number; limited: boolean; facets: { field: string; values: { value: string; label: string | null; count: number }[] }[] };

const document = `query Search($input: SearchInput!) { search(input: $input) {
  total limited tookMs
  hits { id kind unitName matched title { text marks { start end } } snippet { text marks { start end } } achievement { title } demand { title } }
  facets { field values { value label count } } } }`;
type Asked = Result & { hits: { indicators: object[] }[]; understood: object[]; notUnderstood: string[] };
const askedDocument = `query Asked($input: SearchInput!) { search(input: $input) { total limited notUnderstood understood { label op low high unit text inText baseUnit }
  hits { id matched indicators { label op low unit change } } facets { field values { value count } } } }`;
const marked = ({ text, marks }: Marked): string[] => marks.map((m) => text.slice(m.start, m.end));

describe('search', () => {
  let api: TestApi;
  let university: TestOrganisation;
  let firm: TestOrganisation;
  const ids: Record<string, string> = {};
  const search = async (input: object, client = api.visitor()): Promise<Result> => (await client.send<{ search: Result }>(document, { input })).search;
  const asked = async (input: object, text?: string): Promise<Asked> => (await api.visitor().send<{ search: Asked }>(askedDocument, { input: text === undefined ? input : { text } })).search;
  const titles = async (input: object): Promise<string[]> => (await search(input)).hits.map((h) => h.title.text);
  const found = async (text: string, client = api.visitor()): Promise<string[]> => (await search({ text }, client)).hits.map((h) => h.id);
  const facet = (result: Result, field: string): Record<string, number> =>
    Object.fromEntries(result.facets.find((f) => f.field === field)?.values.map((v) => [v.value, v.count]) ?? []);

  beforeAll(async () => {
    api = await startApi();
    university = await api.organisation('UNIVERSITY', { name: '嵩岳理工大学', regionCode: 'ZZ_ZD' });
    firm = await api.organisation('ENTERPRISE', { name: '中原磨具有限公司' });
    ids['graphene'] = await publishAchievement(api, university, {
      title: '石墨烯导热膜的卷对卷制备',
      summary: '以氧化石墨烯为原料，经还原和压延得到导热膜，面内热导率 1200 W/(m·K)。已完成中试，良率 92%。手机厂商试用了三个月。',
      keywords: ['石墨烯', '导热膜', '散热'],
      techField: 'NEW_MATERIALS',
      chain: 'CHEMICAL',
      trl: 7,
      regionCode: 'ZZ_ZD',
      priceMode: 'FIXED',
      priceMin: '30000000',
      priceMax: '30000000',
      ipRights: [{ kind: 'INVENTION', number: 'ZL202110384716.6', title: '一种导热膜', status: 'GRANTED' }],
      ndaSummary: '压延温度曲线属于保密内容玄武岩',
      publishedAt: new Date('2026-03-01T02:00:00Z'),
    });
    ids['cbn'] = await publishAchievement(api, university, {
      title: '立方氮化硼砂轮的陶瓷结合剂',
      summary: '用于精密磨削轴承内圈。',
      techField: 'NEW_MATERIALS',
      chain: 'SUPERHARD',
      trl: 5,
      regionCode: 'LY_GX',
      transferModes: ['LICENSE_EXCLUSIVE', 'EQUITY'],
      publishedAt: new Date('2026-05-01T02:00:00Z'),
    });
    ids['battery'] = await publishAchievement(api, university, {
      title: '锂离子电池热失控预警装置',
      summary: '检测电池包内的气体，提前五分钟报警。',
      techField: 'NEW_ENERGY',
      trl: 8,
      priceMode: 'RANGE',
      priceMin: '60000000',
      priceMax: '90000000',
      publishedAt: new Date('2026-04-01T02:00:00Z'),
    });
    ids['demand'] = await publishDemand(api, firm, {
      title: '陶瓷砂轮磨削烧伤的解决',
      problem: '磨削轴承时工件表面烧伤，需要新的结合剂或冷却方案。',
      indicators: [{ name: '粗糙度', op: 'LE', value: '0.2', unit: 'μm' }],
      techField: 'ADVANCED_MANUFACTURING',
      chain: 'SUPERHARD',
      minTrl: 6,
      budgetMax: '80000000',
      publishedAt: new Date('2026-06-01T02:00:00Z'),
    });
    ids['anonymous'] = await publishDemand(api, firm, { title: '寻找高导热散热方案', problem: '控制器温升超标。', anonymous: true, publishedAt: new Date('2026-02-01T02:00:00Z') });
    await api.drain();
  });
  afterAll(() => api.close());

  it.each([
    ['simplified', '石墨烯', ['石墨烯']],
    ['traditional', '石墨烯導熱膜', ['石墨烯导热膜']],
    ['blanks between characters', '石 墨 烯', ['石墨烯']],
    ['full-width punctuation around it', '　石墨烯　', ['石墨烯']],
    ['pinyin', 'shimoxi', ['石墨烯']],
    ['initials', 'smx', ['石墨烯']],
  ])('finds by %s and marks what it found', async (_how, text, expected) => {
    const { hits, limited } = await search({ text });
    expect(limited).toBe(false);
    expect(hits[0]?.title.text).toBe('石墨烯导热膜的卷对卷制备');
    expect(marked(hits[0]?.title ?? { text: '', marks: [] })).toEqual(expected);
    expect(hits[0]?.matched[0]).toBe(expected[0]);
  });

  it('knows abbreviations, patent numbers and full-width letters', async () => {
    expect((await titles({ text: 'ＣＢＮ' }))[0]).toBe('立方氮化硼砂轮的陶瓷结合剂');
    expect((await titles({ text: '锂电池' }))[0]).toBe('锂离子电池热失控预警装置');
    expect((await titles({ text: 'ZL202110384716.6' }))[0]).toBe('石墨烯导热膜的卷对卷制备');
    expect(await titles({ text: '2021103847166' })).toEqual(['石墨烯导热膜的卷对卷制备']);
    expect(await titles({ text: '2021103847167' })).toEqual([]);
  });

  it('finds what stands inside a word, an indicator and the unit', async () => {
    expect(await titles({ text: '热失控预警' })).toContain('锂离子电池热失控预警装置');
    expect(await titles({ text: '粗糙度' })).toEqual(['陶瓷砂轮磨削烧伤的解决']);
    expect((await search({ text: '嵩岳理工' })).total).toBe(3);
  });

  it('cuts a snippet from the original text around its marks', async () => {
    const { hits } = await search({ text: '良率' });
    expect(hits[0]?.snippet.text).toContain('良率 92%');
    expect(marked(hits[0]?.snippet ?? { text: '', marks: [] })).toContain('良率');
  });

  it('finds by an indicator, in any unit, and says what it understood', async () => {
    const conductive = await asked({}, '热导率≥1000W/m.K');
    expect(conductive).toMatchObject({ total: 1, limited: false, hits: [{ id: ids['graphene'], indicators: [{ label: '面内热导率', op: 'EQ', low: 1200, unit: 'W/(m·K)' }] }] });
    expect(conductive.understood).toMatchObject([{ label: '热导率', op: 'GE', low: 1000, unit: 'W/(m·K)', inText: true, text: '热导率≥1000W/m.K' }]);
    expect((await asked({}, '热导率≥1300W/m.K')).total).toBe(0);
    expect((await asked({}, '粗糙度≤300nm')).hits).toMatchObject([{ id: ids['demand'], indicators: [{ label: '粗糙度', op: 'LE', low: 0.2, unit: 'μm' }] }]);
    expect((await asked({}, '粗糙度≤100nm')).total).toBe(0);
    expect((await asked({}, '石墨烯 良率不低于90%')).hits).toMatchObject([{ id: ids['graphene'], matched: ['石墨烯'] }]);
    expect((await asked({}, '砂轮 良率不低于90%')).total).toBe(0);
  });

  it('takes indicators as filters beside the words, in facets too, and names those it does not understand', async () => {
    const result = await asked({ indicators: ['良率92%', '越硬越好'] });
    expect(result).toMatchObject({ total: 1, notUnderstood: ['越硬越好'], understood: [{ label: '良率', inText: false, text: '良率92%', baseUnit: '%' }] });
    expect(facet(result, 'KIND')).toEqual({ ACHIEVEMENT: 1 });
    await change(api, 'achievement', ids['graphene'] ?? '', `summary = replace(summary, '92%', '95.5%')`, 'achievement.revised');
    await api.drain();
    expect((await asked({ indicators: ['良率92%'] })).total).toBe(0);
    expect((await asked({ indicators: ['良率≥95%'] })).total).toBe(1);
    await change(api, 'achievement', ids['graphene'] ?? '', `summary = replace(summary, '95.5%', '92%')`, 'achievement.revised');
    await api.drain();
  });

  it('never reads the part under NDA', async () => {
    expect((await search({ text: '玄武岩' })).total).toBe(0);
  });

  it('counts a facet with a choice as if nothing were chosen in it', async () => {
    const all = await search({});
    expect(all.total).toBe(5);
    expect(facet(all, 'KIND')).toEqual({ ACHIEVEMENT: 3, DEMAND: 2 });
    const materials = await search({ techFields: ['NEW_MATERIALS'] });
    expect(materials.total).toBe(2);
    expect(facet(materials, 'TECH_FIELD')).toEqual({ NEW_MATERIALS: 2, NEW_ENERGY: 1, ADVANCED_MANUFACTURING: 1 });
    expect(facet(materials, 'KIND')).toEqual({ ACHIEVEMENT: 2 });
    const both = await search({ techFields: ['NEW_MATERIALS', 'NEW_ENERGY'], kinds: ['ACHIEVEMENT'] });
    expect(both.total).toBe(3);
    expect(facet(both, 'KIND')).toEqual({ ACHIEVEMENT: 3 });
  });

  it('finds the zones of a city, and names the units', async () => {
    expect((await search({ regions: ['ZZ'] })).total).toBe(4);
    expect((await search({ regions: ['ZZ_ZD'] })).total).toBe(1);
    const result = await search({ regions: ['LY'] });
    expect(result.hits.map((h) => h.id)).toEqual([ids['cbn']]);
    expect(facet(result, 'REGION')).toMatchObject({ HENAN: 5, ZZ: 4, LY: 1, LY_GX: 1 });
    expect(result.facets.find((f) => f.field === 'ORGANISATION')?.values).toEqual([{ value: university.id, label: '嵩岳理工大学', count: 1 }]);
  });

  it('filters by maturity, mode and price, and keeps a chosen unit that has nothing', async () => {
    expect((await search({ trls: [7, 8] })).total).toBe(2);
    expect(await titles({ transferModes: ['EQUITY'] })).toEqual(['立方氮化硼砂轮的陶瓷结合剂']);
    expect((await search({ priceBands: ['FROM_50_TO_100'] })).total).toBe(2);
    const none = await search({ organisationIds: [firm.id], trls: [9] });
    expect(none.total).toBe(0);
    expect(none.facets.find((f) => f.field === 'ORGANISATION')?.values).toContainEqual({ value: firm.id, label: '中原磨具有限公司', count: 0 });
  });

  it('narrows by price, maturity and day of publication, both ends included', async () => {
    const graphene = '石墨烯导热膜的卷对卷制备';
    expect(await titles({ priceFrom: '30000000', priceTo: '30000000' })).toEqual([graphene]);
    expect(await titles({ priceTo: '29999999' })).toEqual([]);
    expect(await titles({ kinds: ['ACHIEVEMENT'], trlFrom: 5, trlTo: 7 })).toEqual(['立方氮化硼砂轮的陶瓷结合剂', graphene]);
    expect(await titles({ publishedFrom: '2026-03-01', publishedTo: '2026-03-01' })).toEqual([graphene]);
    // A title that is named whole stays inside the limits too, and the counts are those of what is found.
    const outside = await search({ text: graphene, publishedFrom: '2026-03-02' });
    expect(outside.hits.map((h) => h.id)).not.toContain(ids['graphene']);
    expect(facet(await search({ priceFrom: '30000000', priceTo: '30000000' }), 'TECH_FIELD')).toEqual({ NEW_MATERIALS: 1 });
    await expect(search({ priceFrom: '2', priceTo: '1' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('sorts and pages', async () => {
    const newest = await titles({});
    expect(newest).toEqual(['陶瓷砂轮磨削烧伤的解决', '立方氮化硼砂轮的陶瓷结合剂', '锂离子电池热失控预警装置', '石墨烯导热膜的卷对卷制备', '寻找高导热散热方案']);
    expect([...(await titles({ size: 2, page: 1 })), ...(await titles({ size: 2, page: 2 })), ...(await titles({ size: 2, page: 3 }))]).toEqual(newest);
    expect((await search({ size: 2, page: 9 })).total).toBe(5);
    expect((await titles({ sort: 'PRICE_LOW' })).slice(0, 3)).toEqual(['石墨烯导热膜的卷对卷制备', '锂离子电池热失控预警装置', '陶瓷砂轮磨削烧伤的解决']);
    expect((await titles({ sort: 'TRL_HIGH' }))[0]).toBe('锂离子电池热失控预警装置');
  });

  it('does not tell who an anonymous demand belongs to, not even to its owner', async () => {
    const owner = await api.member(firm);
    for (const client of [api.visitor(), owner.client]) {
      const { hits } = await search({ text: '高导热散热' }, client);
      expect(hits.find((h) => h.id === ids['anonymous'])).toMatchObject({ unitName: null });
      expect((await search({ text: '中原磨具' }, client)).hits.map((h) => h.id)).toEqual([ids['demand']]);
      expect((await search({ organisationIds: [firm.id] }, client)).hits.map((h) => h.id)).toEqual([ids['demand']]);
    }
  });

  it('drops what is withdrawn, a suspended unit, and never shows a draft', async () => {
    const other = await api.organisation('UNIVERSITY', { name: '临时理工学院' });
    const id = await publishAchievement(api, other, { title: '临时装置的结构设计' });
    const draft = await publishAchievement(api, other, { title: '草稿装置的结构设计', status: 'DRAFT' });
    await api.drain();
    expect((await search({ text: '装置的结构设计' })).hits.map((h) => h.id)).toContain(id);
    const mine = await api.member(other, ['UNIT_TTO']);
    expect((await search({ text: '草稿装置' }, mine.client)).hits.map((h) => h.id)).not.toContain(draft);

    await change(api, 'organisation', other.id, `name = '改名理工学院'`, 'organisation.edited');
    await api.drain();
    expect((await search({ text: '改名理工' })).hits[0]).toMatchObject({ id, unitName: '改名理工学院' });
    await change(api, 'organisation', other.id, `status = 'SUSPENDED'`, 'organisation.suspended');
    await api.drain();
    expect(await found('改名理工')).not.toContain(id);
    await change(api, 'organisation', other.id, `status = 'VERIFIED'`, 'organisation.restored');
    await api.drain();
    expect(await found('改名理工')).toContain(id);

    // Before the job has run, the row already decides.
    await change(api, 'achievement', id, `status = 'WITHDRAWN'`, 'achievement.withdrawn');
    expect(await found('改名理工')).not.toContain(id);
    await api.drain();
    expect((await search({})).total).toBe(5);
    expect(await found('改名理工', mine.client)).not.toContain(id);
  });

  it('gives the newest of a kind', async () => {
    const { latestPublished } = await api.visitor().send<{ latestPublished: { title: Marked }[] }>('{ latestPublished(kind: ACHIEVEMENT, size: 2) { title { text } } }');
    expect(latestPublished.map((h) => h.title.text)).toEqual(['立方氮化硼砂轮的陶瓷结合剂', '锂离子电池热失控预警装置']);
  });

  it('refuses choices that do not exist and tells its state to administrators only', async () => {
    await expect(search({ regions: ['x" OR 1=1'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(search({ page: 0 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(api.visitor().send('{ searchStatus { documents } }')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    const admin = await api.member('MARKET_OPERATOR', ['SYSTEM_ADMIN']);
    const { searchStatus } = await admin.client.send<{ searchStatus: object }>('{ searchStatus { answering documents expected } }');
    expect(searchStatus).toEqual({ answering: true, documents: 5, expected: 5 });
  });
});
