import type { TestOrganisation } from '@jihui/testing';
import { codeOf } from '../../../test/refusals.js';
import { publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { SearchClient } from '../../platform/search/search-client.js';
import { AskedQueries } from './asked-queries.js';
import { IndexKeeper } from './index-keeper.js';
import { items } from './index-settings.js';

type Group = { words: string[] };
type Edition = { id: string; number: number; groups: Group[]; reason: string | null; publishedBy: string | null };
type Affected = { text: string; times: number; before: number; after: number; gained: { id: string; title: string }[]; lost: { id: string }[] };
type Preview = { added: Group[]; removed: Group[]; words: string[]; tried: number; matched: number; newWords: string[]; queries: Affected[] };
const editionsDocument = '{ dictionaryEditions { id number reason publishedBy groups { words } } }';
const previewDocument = `query P($input: DictionaryDraftInput!) { dictionaryPreview(input: $input) { added { words } removed { words } words tried matched newWords
  queries { text times before after gained { id title } lost { id } } } }`;
const publishDocument = 'mutation P($input: DictionaryDraftInput!) { publishDictionary(input: $input) { number groups { words } } }';

describe('what goes with the search', () => {
  let api: TestApi;
  let university: TestOrganisation;
  let firm: TestOrganisation;
  let operator: Member;
  let needle: string;
  let pump: string;
  let demand: string;
  let battery: string;
  const found = async (text: string): Promise<string[]> => {
    const { search } = await api.visitor().send<{ search: { hits: { id: string }[] } }>('query S($text: String) { search(input: { text: $text }) { hits { id } } }', { text });
    return search.hits.map((hit) => hit.id);
  };
  const editions = async (): Promise<Edition[]> => (await operator.client.send<{ dictionaryEditions: Edition[] }>(editionsDocument)).dictionaryEditions;
  const draftWith = async (change: (groups: Group[]) => Group[]): Promise<{ base: number; groups: Group[]; reason: string }> => {
    const [now] = await editions();
    return { base: now?.number ?? 0, groups: change(now?.groups ?? []), reason: '用户常用缩写' };
  };
  const suggest = async (text: string): Promise<{ kind: string; text: string; id: string | null }[]> =>
    (await api.visitor().send<{ searchSuggestions: { kind: string; text: string; id: string | null }[] }>('query S($text: String!) { searchSuggestions(text: $text) { kind text id } }', { text })).searchSuggestions;
  const looser = async (input: object): Promise<object | null> =>
    (await api.visitor().send<{ looserQuery: object | null }>('query L($input: SearchInput!) { looserQuery(input: $input) { text total } }', { input })).looserQuery;
  const compared = async (ids: string[]): Promise<{ id: string; unitName: string | null; indicators: { label: string }[] }[]> =>
    (await api.visitor().send<{ comparedItems: { id: string; unitName: string | null; indicators: { label: string }[] }[] }>('query C($ids: [ID!]!) { comparedItems(ids: $ids) { id unitName indicators { label } } }', { ids })).comparedItems;

  beforeAll(async () => {
    api = await startApi();
    university = await api.organisation('UNIVERSITY', { name: '嵩岳理工大学' });
    firm = await api.organisation('ENTERPRISE', { name: '中原磨具有限公司' });
    operator = await api.member('MARKET_OPERATOR', ['OPERATOR_L1']);
    needle = await publishAchievement(api, university, { title: '微针阵列透皮给药贴片', summary: '微针高度600 μm，载药量2 mg。', keywords: ['微针'] });
    pump = await publishAchievement(api, university, { title: '可植入胰岛素泵的密封结构', summary: '密封等级高，寿命不低于5 年。', keywords: ['胰岛素泵'] });
    demand = await publishDemand(api, firm, { title: '寻求MNA贴片的量产工艺', problem: '现有mna贴片良率低，需要提高到90%。', anonymous: true });
    battery = await publishAchievement(api, university, { title: '锂离子电池热失控预警', summary: '提前五分钟报警。' });
    await api.drain();
  });
  afterAll(() => api.close());

  it('starts with the list that stood in the code, and search follows it', async () => {
    const [first] = await editions();
    expect(first).toMatchObject({ number: 1, publishedBy: null });
    expect(first?.groups).toContainEqual({ words: ['立方氮化硼', 'cbn'] });
    expect(await codeOf(api.visitor().send(editionsDocument))).toBe('NOT_SIGNED_IN');
    const inventor = await api.member(university, ['INVENTOR']);
    expect(await codeOf(inventor.client.send(editionsDocument))).toBe('FORBIDDEN');
  });

  it('shows before a publication what it alters, on queries that were really asked', async () => {
    await found('微针贴片');
    await found('微针贴片');
    await found('胰岛素');
    await api.app.get(AskedQueries).write();
    const draft = await draftWith((groups) => [...groups, { words: ['MNA', '微针'] }, { words: ['Cbn', '立方氮化硼'] }]);
    const { dictionaryPreview: preview } = await operator.client.send<{ dictionaryPreview: Preview }>(previewDocument, { input: draft });
    expect(preview).toMatchObject({ added: [{ words: ['mna', '微针'] }], removed: [], words: ['mna', '微针'], tried: 3, matched: 2, newWords: ['mna'] });
    const byText = new Map(preview.queries.map((q) => [q.text, q]));
    expect(byText.get('微针贴片')).toMatchObject({ times: 2, before: 1, after: 2, gained: [{ id: demand, title: '寻求MNA贴片的量产工艺' }], lost: [] });
    expect(byText.get('mna')).toMatchObject({ times: 0, before: 1, after: 2, gained: [{ id: needle }] });
    expect(byText.has('胰岛素')).toBe(false);
    const without = await draftWith((groups) => groups.filter((g) => !g.words.includes('锂电池')));
    const { dictionaryPreview: less } = await operator.client.send<{ dictionaryPreview: Preview }>(previewDocument, { input: without });
    expect(less.queries.find((q) => q.text === '锂电池')).toMatchObject({ before: 1, after: 0, lost: [{ id: battery }] });
    expect(await found('mna')).toEqual([demand]);
    expect((await editions()).length).toBe(1);
  });

  it('publishes in one step with its audit row; index and matches follow, and a stale draft is refused', async () => {
    const draft = await draftWith((groups) => [...groups, { words: ['MNA', '微针'] }]);
    const nothing = await draftWith((groups) => groups);
    expect(await codeOf(operator.client.send(publishDocument, { input: nothing }))).toBe('INVALID_INPUT');
    const both = await Promise.allSettled([1, 2].map(() => operator.client.send<{ publishDictionary: Edition }>(publishDocument, { input: draft })));
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await codeOf(operator.client.send(previewDocument, { input: draft }))).toBe('STALE');
    const { rows } = await api.pool.query<{ data: object }>(`select data from audit_event where event = 'dictionary.published'`);
    expect(rows).toEqual([{ data: { edition: 2, added: 1, removed: 0 } }]);
    await api.drain();
    expect((await found('mna')).sort()).toEqual([needle, demand].sort());
    expect((await api.app.get(IndexKeeper).report()).hasCurrentSettings).toBe(true);
    const { rows: pairs } = await api.pool.query<{ n: string }>('select count(*) as n from match where "demandId" = $1 and "achievementId" = $2', [demand, needle]);
    expect(pairs).toEqual([{ n: '1' }]);
    const { rows: kept } = await api.pool.query('select number from dictionary_edition order by 1');
    expect(kept).toHaveLength(2);
    await expect(api.pool.query('delete from dictionary_edition where number = 2')).rejects.toThrow();
  });

  it('suggests items, organisations and terms, by pinyin and initials too, and never what is not public', async () => {
    await publishAchievement(api, university, { title: '微针草稿', status: 'DRAFT' });
    expect(await suggest('微针')).toContainEqual({ kind: 'ACHIEVEMENT', text: '微针阵列透皮给药贴片', id: needle });
    expect((await suggest('嵩岳')).filter((s) => s.kind === 'ORGANISATION')).toEqual([{ kind: 'ORGANISATION', text: '嵩岳理工大学', id: university.id }]);
    expect((await suggest('yidaosu')).map((s) => s.text)).toContain('胰岛素泵');
    expect((await suggest('wzzl')).map((s) => s.text)).toContain('微针阵列透皮给药贴片');
    expect((await suggest('微针')).map((s) => s.text)).not.toContain('微针草稿');
    expect(await suggest('  ')).toEqual([]);
  });

  it('finds a title of which only the sound is right', async () => {
    expect(await found('可值入胰岛素泵的蜜封结构')).toEqual([pump]);
    expect((await found('wei zhen zhen lie tou pi gei yao'))[0]).toBe(needle);
    expect((await found('微真'))[0]).toBe(needle);
  });

  it('offers the longest part of the words that does find something, under the same choices', async () => {
    expect(await looser({ text: '胰岛素泵 陶瓷轴承' })).toEqual({ text: '胰岛素泵', total: 1 });
    expect(await looser({ text: '胰岛素泵 陶瓷轴承', kinds: ['DEMAND'] })).toBeNull();
    expect(await looser({ text: '胰岛素泵 寿命≥100 年' })).toEqual({ text: '胰岛素泵', total: 1 });
    expect(await looser({ text: '滚珠丝杠' })).toBeNull();
  });

  it('compares what is public, in the order asked for', async () => {
    const draft = await publishAchievement(api, university, { title: '不公开的草稿', status: 'DRAFT' });
    const rows = await compared([demand, draft, needle, needle]);
    expect(rows.map((row) => row.id)).toEqual([demand, needle]);
    expect(rows[0]?.unitName).toBeNull();
    expect(rows[1]).toMatchObject({ unitName: '嵩岳理工大学' });
    expect(rows[1]?.indicators.map((i) => i.label)).toContain('微针高度');
  });

  it('suggests no titles and makes no error while the index is gone', async () => {
    const search = api.app.get(SearchClient);
    await search.done(search.client.deleteIndex(search.name(items)));
    expect((await suggest('胰岛素')).map((s) => s.kind)).toEqual(['TERM']);
    expect(await looser({ text: '胰岛素泵 陶瓷轴承' })).toEqual({ text: '胰岛素泵', total: 1 });
  });
});
