import { publishedFast } from '../../../test/challenge-awarded.js';
import { ChallengeScene } from '../../../test/challenge-scene.js';
import { codeOf } from '../../../test/refusals.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { Digests } from '../alerts/digests.service.js';

type Row = { key: string | null; count: number; cash: string; fiscal: string };

describe('the board in figures', () => {
  let api: TestApi;
  let scene: ChallengeScene;
  const figures = async (cut: string, filter: object = {}) =>
    (await api.visitor().send<{ rows: Row[] }>('query ($cut: ChallengeCut!, $filter: BoardFilterInput!) { rows: challengeFigures(cut: $cut, filter: $filter) { key count cash fiscal } }', { cut, filter })).rows;
  const total = async (args: string) => (await api.visitor().send<{ list: { total: number } }>(`{ list: challenges(${args}, page: { page: 1, size: 1 }) { total } }`)).list.total;

  beforeAll(async () => {
    api = await startApi();
    scene = await new ChallengeScene(api).prepare();
    await publishedFast(scene, { techField: 'NEW_ENERGY', title: '=1+1 电池极片切刀寿命攻关' });
    await publishedFast(scene, { techField: 'NEW_ENERGY', bidderCash: '5000000' });
    await scene.close(await publishedFast(scene, { techField: 'BIOMEDICINE' }));
    await scene.approved({ techField: 'NUCLEAR' });
  });
  afterAll(() => api.close());

  it('counts what is out, and each row is what the board shows under it', async () => {
    const rows = await figures('FIELD');
    expect(rows.filter((r) => ['NEW_ENERGY', 'BIOMEDICINE', 'NUCLEAR'].includes(r.key ?? ''))).toEqual([
      { key: 'NEW_ENERGY', count: 2, cash: '9000000', fiscal: '20000000' },
      { key: 'BIOMEDICINE', count: 1, cash: '4000000', fiscal: '10000000' },
    ]);
    const month = (await figures('MONTH'))[0]?.key ?? '';
    expect(month).toMatch(/^\d{4}-\d{2}$/);
    for (const [cut, argument] of [['FIELD', 'techField: NEW_ENERGY'], ['MONTH', `month: "${month}"`], ['KIND', 'kind: ENTERPRISE_NEED'], ['MODE', 'mode: SINGLE'], ['STAGE', 'stage: OPEN']] as const) {
      const key = argument.split(': ')[1]?.replaceAll('"', '');
      expect((await figures(cut)).find((r) => r.key === key)?.count).toBe(await total(argument));
    }
    const [place] = await figures('REGION', { techField: 'NEW_ENERGY' });
    expect(await total(`techField: NEW_ENERGY, region: "${place?.key ?? ''}"`)).toBe(place?.count);
    expect(await figures('STAGE', { techField: 'BIOMEDICINE' })).toMatchObject([{ key: 'ENDED', count: 1 }]);
    expect(await codeOf(figures('FIELD', { month: '2026-13' }))).toBe('INVALID_INPUT');
  });

  it('goes away as a draft even when its timetable was planned before it came back', async () => {
    let row = await scene.act(scene.owner, 'submitChallenge', await scene.create());
    const input = { startsOn: '2026-12-01', stages: [{ stage: 'FORM_CHECK', length: 5, unit: 'WORKING' }], bids: 3, reviewers: 5, perDay: 4 };
    row = await scene.act(scene.first, 'planChallenge', row, ', input: $input', { input }, ', $input: ChallengePlanInput!');
    row = await scene.reason(scene.first, 'returnChallenge', row, '请补充指标的测试方法。');
    const remove = { id: row.id, version: (await scene.read(scene.owner, row.id)).version };
    await scene.owner.client.send('mutation ($id: ID!, $version: Int!) { deleteChallenge(id: $id, version: $version) }', remove);
    expect(await codeOf(scene.read(scene.owner, row.id))).toBe('NOT_FOUND');
  });

  it('goes out as tables that no spreadsheet takes for formulas', async () => {
    const get = async (path: string) => {
      const response = await fetch(`${api.url}/exports/${path}`);
      return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString() };
    };
    const items = await get('challenges.csv?stage=ALL&field=NEW_ENERGY');
    expect(items.text.trim().split('\r\n')).toHaveLength(3);
    expect(items.text).toContain(`"'=1+1 电池极片切刀寿命攻关"`);
    expect(items.text).not.toContain('13800001111');
    expect((await get('challenge-figures.csv?cut=FIELD')).text).toContain('"2","90000"');
    expect((await get('challenge-figures.csv?cut=COLOUR')).status).toBe(400);
  });

  it('tells who keeps its search what is new, each item once', async () => {
    const reader = await api.member('UNIVERSITY', ['UNIT_TTO']);
    const save = (address: string) => reader.client.send('mutation ($input: SavedSearchInput!) { saveSearch(input: $input) { id } }', { input: { name: '航空刀具', address, mail: true } });
    await save('/challenges?field=AEROSPACE');
    expect(await codeOf(save('/challenges/x'))).toBe('INVALID_INPUT');
    const { id } = await publishedFast(scene, { techField: 'AEROSPACE' });
    await publishedFast(scene, { techField: 'AGRICULTURE' });
    const digests = api.app.get(Digests, { strict: false });
    for (let i = 0; i < 2; i++) await digests.checkSearches(new Date());
    const { mine } = await reader.client.send<{ mine: { found: unknown[] }[] }>('{ mine: mySavedSearches { found { id kind } } }');
    expect(mine).toEqual([{ found: [{ id, kind: 'CHALLENGE' }] }]);
  });
});
