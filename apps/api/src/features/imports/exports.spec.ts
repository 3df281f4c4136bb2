import exceljs from 'exceljs';
import { importFields } from '@jihui/domain';
import { importsOf } from '../../../test/imports.js';
import { csv, type Table } from '../../../test/spreadsheets.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

const text = '以细线径金刚石线为工具，翘曲小于十微米，已在中试线上运行半年。';

describe('exports', () => {
  let api: TestApi;
  let tto: Member;
  beforeAll(async () => {
    api = await startApi();
    tto = await api.member('UNIVERSITY');
  });
  afterAll(() => api.close());

  it('exports what it can import again, and guards what a spreadsheet would run', async () => {
    const owner = await api.member(await api.organisation('UNIVERSITY'));
    const theirs = importsOf(api, owner.client);
    const table: Table = [
      [
        '成果名称',
        '成果简介',
        '关键词',
        '技术领域',
        '产业链',
        'TRL',
        '转化方式',
        '价格（万元）',
        '价格下限（万元）',
        '价格上限（万元）',
        '专利号',
        '完成人',
        '联系人',
        '联系电话',
        '保密内容',
      ],
      [
        '甲项往返技术',
        text,
        '金刚石；切片',
        '新材料及其应用',
        '超硬材料',
        6,
        '转让；普通许可',
        68.5,
        '',
        '',
        'ZL201710601862.3',
        '张三（教授）；李四',
        '王工',
        '13800001234',
        '配方',
      ],
      ['-40℃往返技术', text, '', '', '', '', '', '', 50, 80, '', '', '', '', ''],
    ];
    const columns =
      'title, summary, keywords, "techField", chain, trl, "transferModes", "priceMode", "priceMin", "priceMax", "ipRights", team, "contactName", "contactPhone", "ndaSummary"';
    const rowsOf = async (who: Member) =>
      (await api.pool.query(`select ${columns} from achievement where "organisationId" = $1 order by title`, [who.organisation.id]))
        .rows as Record<string, unknown>[];
    await theirs.run(await theirs.check('ACHIEVEMENTS', 'a.csv', csv(table)));
    const response = await fetch(`${api.url}/exports/achievements.xlsx`, { headers: { cookie: owner.cookie } });
    const bytes = Buffer.from(await response.arrayBuffer());
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    expect(workbook.worksheets[0]?.getCell('A3').value).toBe("'-40℃往返技术");
    const second = await api.member('UNIVERSITY');
    const again = await importsOf(api, second.client).check('ACHIEVEMENTS', '再次.xlsx', bytes);
    expect(again).toMatchObject({ rowsTotal: 2, rowsGood: 2 });
    await importsOf(api, second.client).run(again);
    expect(await rowsOf(second)).toEqual(await rowsOf(owner));
    expect((await rowsOf(owner))[1]).toMatchObject({ priceMode: 'FIXED', priceMin: '68500000', trl: 6 });
    const firm = await api.member('ENTERPRISE');
    expect((await fetch(`${api.url}/exports/achievements.xlsx`, { headers: { cookie: firm.cookie } })).status).toBe(403);
    expect((await fetch(`${api.url}/exports/demands.xlsx`, { headers: { cookie: firm.cookie } })).status).toBe(200);
    expect((await fetch(`${api.url}/exports/demands.xlsx`)).status).toBe(401);
  });

  it.each(['ACHIEVEMENTS', 'DEMANDS'] as const)('hands out a template for %s whose headers it is sure of', async (kind) => {
    const who = kind === 'DEMANDS' ? await api.member('ENTERPRISE') : tto;
    const response = await fetch(`${api.url}/exports/templates/${kind.toLowerCase()}.xlsx`, { headers: { cookie: who.cookie } });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    expect(workbook.worksheets.map((s) => s.name)[1]).toBe('填写说明');
    const sheet = workbook.worksheets[0];
    if (sheet) sheet.getCell('A2').value = '模板技术';
    const checked = await importsOf(api, who.client).check(kind, '模板.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(checked).toMatchObject({ rowsTotal: 1, rowsGood: 1 });
    expect(checked.columns.map((c) => c.score)).toEqual(importFields[kind].filter((f) => f.field !== 'CATEGORY').map(() => 1));
  });
});
