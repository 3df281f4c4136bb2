import type { ImportKind } from '@jihui/domain';
import { importsOf, type ImportState } from '../../../test/imports.js';
import { csv, gb18030, type Table } from '../../../test/spreadsheets.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { ImportKeeper } from './import-keeper.service.js';
import { ImportRunning } from './import-running.service.js';
import { codeOf } from '../../../test/refusals.js';

const text = '以细线径金刚石线为工具，翘曲小于十微米，已在中试线上运行半年。';
const titles = (word: string, n: number): Table => [
  ['成果名称', '成果简介'],
  ...Array.from({ length: n }, (_, i) => [`${word}技术第${i + 1}号`, text]),
];

describe('imports', () => {
  let api: TestApi;
  let tto: Member;
  let steps: ReturnType<typeof importsOf>;
  beforeAll(async () => {
    api = await startApi();
    tto = await api.member('UNIVERSITY');
    steps = importsOf(api, tto.client);
  });
  afterAll(() => api.close());

  const statuses = async (importId: string, table = 'achievement') =>
    (
      await api.pool.query<{ status: string; count: number }>(
        `select status, count(*)::int from ${table} where "importId" = $1 group by 1 order by 1`,
        [importId],
      )
    ).rows.map((r) => `${r.count} ${r.status}`);

  it('goes from a file to drafts, keeps what was refused and tells the trail', async () => {
    const checked = await steps.check(
      'ACHIEVEMENTS',
      '成果.csv',
      csv([
        ['序号', '成果名称', '成果简介', 'TRL'],
        [1, '甲项技术', text, 6],
        [2, '乙项技术', text, 12],
        [3, '丙项技术', '短', ''],
      ]),
    );
    expect(checked).toMatchObject({
      status: 'CHECKED',
      rowsTotal: 3,
      rowsGood: 2,
      rowsWarned: 1,
      rowsPublishable: 1,
      availableActions: ['mapColumns', 'run'],
      source: { encoding: 'UTF-8', separator: ',', sheet: null, headerRow: 1 },
      columns: [
        { field: null },
        { field: 'TITLE', score: 1, samples: ['甲项技术', '乙项技术', '丙项技术'] },
        { field: 'SUMMARY' },
        { field: 'TRL' },
      ],
    });
    expect(await steps.findings(checked.id)).toEqual(['3D ✗trl', '4C !too_small.string']);
    expect(await steps.findings(checked.id, 'BAD')).toEqual(['3D ✗trl']);
    const done = await steps.run(checked);
    expect(done).toMatchObject({ status: 'DONE', rowsToDo: 2, rowsDone: 2, rowsCreated: 2, rowsPassedOn: 0, availableActions: ['undo'] });
    expect(await statuses(done.id)).toEqual(['2 DRAFT']);
    const { rows } = await api.pool.query<{ event: string; actorName: string; data: unknown }>(
      'select event, "actorName", data from audit_event where "subjectId" = $1 order by at, id',
      [done.id],
    );
    expect(rows.map((r) => [r.event, r.actorName, r.data])).toEqual([
      ['import.created', tto.name, { name: '成果.csv' }],
      ['import.started', tto.name, { rows: 2 }],
      ['import.finished', tto.name, { imported: 2, refused: 1 }],
    ]);
    const { imports } = await tto.client.send<{ imports: { total: number; items: { id: string; creatorName: string }[] } }>(
      '{ imports(page: { page: 1, size: 20 }) { total items { id creatorName } } }',
    );
    expect(imports.items[0]).toEqual({ id: done.id, creatorName: tto.name });
  });

  it('releases at once what may be released, and leaves the rest as drafts', async () => {
    const checked = await steps.check('ACHIEVEMENTS', 'a.csv', csv([...titles('发布', 3), ['发布技术短', '短']]));
    const done = await steps.run(checked, { release: true });
    expect(done).toMatchObject({ rowsCreated: 4, rowsPassedOn: 3 });
    expect(await statuses(done.id)).toEqual(['1 DRAFT', '3 PUBLISHED']);
    const { search } = await api.visitor().send<{ search: { total: number } }>(`{ search(input: { text: "发布技术第2号" }) { total } }`);
    expect(search.total).toBeGreaterThan(0);
  });

  it('submits demands to the operators, anonymous ones without their name', async () => {
    const branch = await api.organisation('MARKET_OPERATOR', { branchCode: 'IM' });
    const firm = await api.member(await api.organisation('ENTERPRISE', { branchId: branch.id }));
    const demands = importsOf(api, firm.client);
    const checked = await demands.check(
      'DEMANDS',
      'a.csv',
      csv(
        [
          ['需求名称', '需求描述', '截止日期'],
          ['需求甲', text, '2099-12-31'],
          ['需求乙', text, '2020-01-01'],
          ['需求丙', ''],
        ],
        '\t',
      ),
    );
    expect(checked).toMatchObject({ source: { separator: 'TAB' }, rowsGood: 3, rowsPublishable: 1 });
    const done = await demands.run(checked, { submit: true });
    expect(await statuses(done.id, 'demand')).toEqual(['2 DRAFT', '1 SUBMITTED']);
    await demands.undo(done);
    await api.drain();
    expect((await demands.read(done.id)).status).toBe('UNDONE');
    expect(await statuses(done.id, 'demand')).toEqual([]);
  });

  it('reads other encodings and separators', async () => {
    const rows: Table = [
      ['成果名称', '成果简介', '关键词'],
      ['戊项技术的研究', '说明：\n第二行；有"引号"，有逗号,', '金刚石；切片'],
    ];
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(rows, '\t'), 'utf16le')]);
    expect((await steps.check('ACHIEVEMENTS', 'a.csv', `\ufeff${csv(rows, ';')}`)).source).toMatchObject({
      encoding: 'UTF-8',
      separator: ';',
    });
    expect((await steps.check('ACHIEVEMENTS', 'a.csv', gb18030(csv(rows)))).source).toMatchObject({ encoding: 'GB18030', separator: ',' });
    expect((await steps.check('ACHIEVEMENTS', 'a.txt', utf16)).source).toMatchObject({ encoding: 'UTF-16', separator: 'TAB' });
    const { rows: found } = await api.pool.query<{ cells: string[] }>(`select cells from import_row where cells->>0 like '戊项%'`);
    expect(new Set(found.map((r) => r.cells[1]?.replaceAll('\r', '')))).toEqual(new Set([rows[1]?.[1]]));
  });

  it('points at what is already owned, and skips it when asked to', async () => {
    await steps.run(await steps.check('ACHIEVEMENTS', 'a.csv', csv(titles('已有', 2))));
    const again = await steps.check('ACHIEVEMENTS', 'a.csv', csv(titles('已有', 3)));
    expect(again).toMatchObject({ rowsGood: 3, rowsDuplicate: 2 });
    expect(await steps.findings(again.id)).toEqual(['2A !duplicate_owned', '3A !duplicate_owned']);
    expect(await steps.run(again, { skipDuplicates: true })).toMatchObject({ status: 'DONE', rowsToDo: 1, rowsCreated: 1 });
  });

  it('is undone as a whole, and not once somebody has asked for an introduction', async () => {
    const done = await steps.run(await steps.check('ACHIEVEMENTS', 'a.csv', csv([...titles('撤销', 3), ['撤销技术短', '短']])), {
      release: true,
    });
    const firm = await api.member('ENTERPRISE');
    const { rows } = await api.pool.query<{ id: string }>(
      `select id from achievement where "importId" = $1 and status = 'PUBLISHED' limit 1`,
      [done.id],
    );
    await firm.client.send('mutation ($input: IntroductionRequestInput!) { requestIntroduction(input: $input) { id } }', {
      input: { achievementId: rows[0]?.id, message: '希望了解贵校的切片技术能否用于碳化硅。' },
    });
    await expect(steps.undo(done)).rejects.toMatchObject({ code: 'HAS_DEPENDANTS', params: { count: 1 } });
    await api.pool.query('delete from introduction');
    await steps.undo(await steps.read(done.id));
    await api.drain();
    expect(await steps.read(done.id)).toMatchObject({ status: 'UNDONE', availableActions: [] });
    expect(await statuses(done.id)).toEqual(['3 WITHDRAWN']);
    const { rowCount } = await api.pool.query(
      'select 1 from search_text where "itemId" in (select id from achievement where "importId" = $1)',
      [done.id],
    );
    expect(rowCount).toBe(0);
  });

  it('goes on after its worker died in the middle, without losing or doubling a row', async () => {
    const checked = await steps.check('ACHIEVEMENTS', 'a.csv', csv(titles('中断', 250)));
    await steps.start(checked);
    await api.pool.query(`delete from graphile_worker._private_jobs`);
    // One batch of the first worker, then nothing more of it; the job is given to two others at once.
    const running = api.app.get(ImportRunning);
    await Promise.all([running.run({ id: checked.id }), running.run({ id: checked.id })]);
    expect(await steps.read(checked.id)).toMatchObject({ status: 'DONE', rowsDone: 250, rowsCreated: 250 });
    expect(await statuses(checked.id)).toEqual(['250 DRAFT']);
  });

  it('is taken up again when nothing has moved for long', async () => {
    const checked = await steps.check('ACHIEVEMENTS', 'a.csv', csv(titles('停滞', 2)));
    await steps.start(checked);
    await api.pool.query(`delete from graphile_worker._private_jobs`);
    await api.app.get(ImportKeeper).resume();
    await api.drain();
    expect((await steps.read(checked.id)).status).toBe('RUNNING');
    await api.pool.query(`update import set "updatedAt" = now() - interval '2 minutes' where id = $1`, [checked.id]);
    await api.app.get(ImportKeeper).resume();
    await api.drain();
    expect((await steps.read(checked.id)).status).toBe('DONE');
  });

  it('does nothing for a person whose account was closed meanwhile', async () => {
    const other = await api.member(tto.organisation);
    const checked = await importsOf(api, other.client).check('ACHIEVEMENTS', 'a.csv', csv(titles('离职', 2)));
    await importsOf(api, other.client).start(checked);
    await api.pool.query('update app_user set disabled = true where id = $1', [other.userId]);
    await api.drain();
    expect(await steps.read(checked.id)).toMatchObject({ status: 'DONE', rowsCreated: 0 });
  });

  describe('refuses', () => {
    let checked: ImportState;
    beforeAll(async () => void (checked = await steps.check('ACHIEVEMENTS', 'a.csv', csv(titles('拒绝', 2)))));

    it('what is not one’s own', async () => {
      const stranger = importsOf(api, (await api.member('UNIVERSITY')).client);
      expect(await codeOf(stranger.read(checked.id))).toBe('NOT_FOUND');
      expect(await codeOf(stranger.start(checked))).toBe('NOT_FOUND');
      expect(await codeOf(importsOf(api, (await api.member(tto.organisation, ['INVENTOR'])).client).read(checked.id))).toBe('FORBIDDEN');
      expect(await codeOf(importsOf(api, api.visitor()).read(checked.id))).toBe('NOT_SIGNED_IN');
      const fileId = await tto.client.upload('a.csv', csv(titles('拒绝', 1)));
      const create = (who: Member, kind: ImportKind) =>
        who.client.send('mutation ($kind: ImportKind!, $fileId: ID!) { createImport(kind: $kind, fileId: $fileId) { id } }', {
          kind,
          fileId,
        });
      expect(await codeOf(create(await api.member(tto.organisation), 'ACHIEVEMENTS'))).toBe('NOT_FOUND');
      expect(await codeOf(create(tto, 'DEMANDS'))).toBe('FORBIDDEN');
    });

    it('an old version, a second start and a field that is named twice', async () => {
      expect(await codeOf(steps.start({ ...checked, version: 1 }))).toBe('STALE');
      expect(await codeOf(steps.map(checked, [{ index: 1, field: 'TITLE' }]))).toBe('INVALID_INPUT');
      expect(await codeOf(steps.map(checked, [{ index: 0, field: 'DEADLINE' }]))).toBe('INVALID_INPUT');
      expect(await codeOf(steps.undo(checked))).toBe('ILLEGAL_TRANSITION');
      const both = await Promise.all([codeOf(steps.start(checked)), codeOf(steps.start(checked))]);
      expect(both.sort()).toEqual(['OK', 'STALE']);
      await api.drain();
    });

    it('to publish for a unit that is not verified, and to run without a good row', async () => {
      const pending = await api.member(await api.organisation('UNIVERSITY', { status: 'PENDING' }));
      const theirs = importsOf(api, pending.client);
      expect(await codeOf(theirs.start(await theirs.check('ACHIEVEMENTS', 'a.csv', csv(titles('未核', 1))), { release: true }))).toBe(
        'ORGANISATION_NOT_VERIFIED',
      );
      expect(
        await codeOf(
          steps.start(
            await steps.check(
              'ACHIEVEMENTS',
              'a.csv',
              csv([
                ['成果名称', 'TRL'],
                ['某技术', 12],
              ]),
            ),
          ),
        ),
      ).toBe('INVALID_INPUT');
    });
  });
});
