import { randomBytes } from 'node:crypto';
import { ApiError } from '@jihui/testing';
import { importsOf } from '../../../test/imports.js';
import { csv, gb18030, xlsx, xlsxOf, zip, type Table } from '../../../test/spreadsheets.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

const header = ['成果名称', '成果简介', '技术成熟度', '价格（万元）', '统一社会信用代码', '联系电话'];
const text = '以细线径金刚石线为工具，翘曲小于十微米，已在中试线上运行半年。';
const good = (title: string, more: (string | number)[] = []): (string | number)[] => [title, text, ...more];

describe('damaged files', () => {
  let api: TestApi;
  let tto: Member;
  let steps: ReturnType<typeof importsOf>;
  beforeAll(async () => {
    api = await startApi();
    tto = await api.member('UNIVERSITY');
    steps = importsOf(api, tto.client);
  });
  afterAll(() => api.close());

  const refused = (name: string, bytes: Uint8Array | string) =>
    steps.check('ACHIEVEMENTS', name, bytes).then(
      (state) => `${state.status} ${state.failure}`,
      (error: unknown) => (error instanceof ApiError ? `${error.code} ${String(error.params['reason'] ?? '')}`.trim() : String(error)),
    );
  /** The good rows are imported whatever the others are, and what is found is said once. */
  async function kept(name: string, bytes: Uint8Array | string): Promise<{ created: number; findings: string[] }> {
    const checked = await steps.check('ACHIEVEMENTS', name, bytes);
    const findings = await steps.findings(checked.id);
    const done = await steps.run(checked);
    expect(done).toMatchObject({ status: 'DONE', rowsCreated: checked.rowsGood });
    return { created: done.rowsCreated, findings };
  }

  describe('that are no spreadsheet are refused whole, each for its reason', () => {
    const rows = [header, good('甲项技术')];
    it.each<[string, string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
      ['1. an empty file', 'a.csv', () => '', 'FILE_UNREADABLE EMPTY'],
      ['2. blank lines only', 'a.csv', () => '\r\n\r\n  \r\n', 'FAILED EMPTY'],
      ['3. a header only', 'a.csv', () => csv([header]), 'FAILED HEADER_ONLY'],
      ['4. a workbook with a header only', 'a.xlsx', () => xlsxOf([header]), 'FAILED HEADER_ONLY'],
      ['5. an empty workbook', 'a.xlsx', () => xlsxOf([]), 'FAILED EMPTY'],
      [
        '6. bytes in no encoding',
        'a.csv',
        () => Buffer.concat([Buffer.from('x,y\n'), randomBytes(4000).map((b) => b | 0x80)]),
        'FAILED ENCODING',
      ],
      ['7. a zip with another name', 'a.xlsx', () => zip([{ name: '成果.csv', bytes: Buffer.from(csv(rows)) }]), 'FAILED NOT_A_WORKBOOK'],
      [
        '8. half a workbook',
        'a.xlsx',
        async () =>
          (
            await xlsxOf([header, ...Array.from({ length: 200 }, (_, i) => good(`第${i}项技术${randomBytes(20).toString('hex')}`))])
          ).subarray(0, 6000),
        'FAILED DAMAGED',
      ],
      [
        '9. a workbook of before 2007, or with a password',
        'a.xlsx',
        () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]),
        'FILE_UNREADABLE OLD_OR_PROTECTED',
      ],
      [
        '10. the same under its old ending',
        'a.xls',
        () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]),
        'FILE_UNREADABLE OLD_OR_PROTECTED',
      ],
      [
        '11. a zip bomb',
        'a.xlsx',
        () =>
          zip([
            { name: '[Content_Types].xml', bytes: Buffer.alloc(230 * 1024 * 1024) },
            { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
          ]),
        'FAILED UNPACKED_TOO_LARGE',
      ],
      [
        '12. a zip bomb that lies about its size',
        'a.xlsx',
        () =>
          zip([
            { name: '[Content_Types].xml', bytes: Buffer.alloc(230 * 1024 * 1024), claimedSize: 1000 },
            { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
          ]),
        'FAILED DAMAGED',
      ],
      [
        '13. XML that is no workbook',
        'a.xlsx',
        () =>
          zip([
            { name: '[Content_Types].xml', bytes: Buffer.from('<a><b></a>') },
            { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook') },
          ]),
        'FAILED DAMAGED',
      ],
      [
        '14. too many rows',
        'a.csv',
        () => csv([header, ...Array.from({ length: 20_001 }, (_, i) => [`第${i}项`, text])]),
        'FAILED TOO_MANY_ROWS',
      ],
      [
        '15. a picture',
        'a.png',
        () => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
        'FILE_TYPE',
      ],
    ])('%s', async (_, name, bytes, expected) => expect(await refused(name, await bytes())).toBe(expected));
  });

  describe('of which the good rows are imported', () => {
    it.each<[string, Table, string[], number]>([
      ['16. TRL 12', [header, good('甲一技术', ['12']), good('乙一技术')], ['2C ✗trl'], 1],
      ['17. a negative price', [header, good('甲二技术', ['6', '-5']), good('乙二技术')], ['2D ✗negative'], 1],
      ['18. a wrong credit code', [header, good('甲三技术', ['6', '5', '91110000802100433X']), good('乙三技术')], ['2E ✗uscc'], 1],
      [
        "19. another organisation's credit code",
        [header, good('甲四技术', ['6', '5', '914403001922038216']), good('乙四技术')],
        ['2E ✗foreign_uscc'],
        1,
      ],
      ['20. a row without a title', [header, good(''), good('乙五技术')], ['2A ✗required'], 1],
      ['21. a cell of 3 MB', [header, ['甲六技术', '长'.repeat(1_000_000)], good('乙六技术')], ['2B ✗cell_too_long'], 1],
      ['22. control characters and NUL', [header, good('甲\u0000七\u0007技术'), good('乙七技术')], ['2A !control_characters'], 2],
      [
        '23. a formula in text',
        [header, good('=cmd|calc!A1'), good('=HYPERLINK("http://a.example","乙八技术")')],
        ['2A ✗formula_text', '3A !hyperlink'],
        1,
      ],
      ['24. rows that come twice', [header, good('甲九技术'), good('甲九 技术。')], ['3A !duplicate_in_file'], 2],
      [
        '25. more cells than columns',
        [header, [...good('甲十技术', ['6', '5', '', '', '多', '余'])], good('乙十技术')],
        ['2 ✗too_many_cells'],
        1,
      ],
      ['26. a telephone number cut off', [header, good('甲十一技术', ['', '', '', '1380000']), good('乙十一技术')], ['2F ✗phone'], 1],
    ])('%s', async (_, rows, findings, created) => expect(await kept('a.csv', csv(rows))).toEqual({ created, findings }));

    it('27. a wrong encoding in one line only', async () => {
      const bytes = Buffer.concat([
        Buffer.from(`${csv([header, good('甲十二技术')])}\r\n`),
        gb18030('乙十二技术的研究'),
        Buffer.from(`,${text}\r\n`),
        Buffer.from(csv([good('丙十二技术')])),
      ]);
      expect(await kept('a.csv', bytes)).toEqual({ created: 2, findings: ['3A ✗broken_characters'] });
    });

    it('28. a quote that never ends', async () => {
      const bytes = `${csv([header, good('甲十三技术')])}\r\n"乙十三技术,${text}\r\n${csv([good('丙十三技术'), good('丁十三技术')])}\r\n管径5"接头工艺,${text}`;
      expect(await kept('a.csv', bytes)).toEqual({ created: 4, findings: ['3 ✗quotes'] });
    });

    it('29. formulas, errors, links and merged cells of a workbook', async () => {
      const bytes = await xlsx((sheet) => {
        sheet.addRows([
          header,
          good('甲十四技术'),
          good('乙十四技术'),
          good('丙十四技术'),
          good('丁十四技术'),
          good('戊十四技术'),
          good('己十四技术'),
        ]);
        sheet.getCell('A2').value = { formula: 'CONCATENATE("甲","十四技术")', result: '甲十四技术' };
        sheet.getCell('A3').value = { formula: 'B9', date1904: false };
        sheet.getCell('C4').value = { error: '#N/A' };
        sheet.getCell('A5').value = { text: '丁十四技术', hyperlink: 'http://a.example' };
        sheet.mergeCells('A6:A7');
        sheet.getCell('D7').value = '68.5';
      });
      expect(await kept('a.xlsx', bytes)).toEqual({
        created: 3,
        findings: ['2A !formula_value', '3A ✗formula_no_value', '4C ✗cell_error', '7A ✗merged_rows'],
      });
    });

    it('30. numbers as text, text as numbers and a value merged over rows', async () => {
      const bytes = await xlsx((sheet) => {
        sheet.addRows([
          header,
          good('甲十五技术', [6, 68.500000000000014, '', 13800001234]),
          good('乙十五技术', ['6', '６８．５万元', '', '138 0000 1234']),
        ]);
        sheet.getCell('F4').value = '0371-65000000';
        sheet.getCell('A4').value = '丙十五技术';
        sheet.getCell('A5').value = '丁十五技术';
        sheet.mergeCells('F4:F5');
      });
      expect(await kept('a.xlsx', bytes)).toMatchObject({ created: 4 });
      const { rows } = await api.pool.query<{ trl: number; priceMin: string; contactPhone: string }>(
        `select trl, "priceMin", "contactPhone" from achievement where title like '%十五技术' order by id`,
      );
      expect(rows).toEqual([
        { trl: 6, priceMin: '68500000', contactPhone: '13800001234' },
        { trl: 6, priceMin: '68500000', contactPhone: '13800001234' },
        { trl: null, priceMin: null, contactPhone: '037165000000' },
        { trl: null, priceMin: null, contactPhone: '037165000000' },
      ]);
    });
  });

  it('31. without a title column nothing is run until a person has named one', async () => {
    const checked = await steps.check(
      'ACHIEVEMENTS',
      'a.csv',
      csv([
        ['甲栏', '乙栏'],
        ['金刚石线锯技术', text],
      ]),
    );
    expect(checked).toMatchObject({ status: 'CHECKED', rowsGood: 0, columns: [{ field: null }, { field: null }] });
    await expect(steps.start(checked)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { issues: [{ path: 'columns', code: 'title_column' }] },
    });
    await steps.map(checked, [
      { index: 0, field: 'TITLE' },
      { index: 1, field: 'SUMMARY' },
    ]);
    await api.drain();
    const again = await steps.read(checked.id);
    expect(again).toMatchObject({
      status: 'CHECKED',
      rowsGood: 1,
      rowsPublishable: 1,
      columns: [{ field: 'TITLE', score: 1, samples: ['金刚石线锯技术'] }, { field: 'SUMMARY' }],
    });
    expect(await steps.run(again)).toMatchObject({ status: 'DONE', rowsCreated: 1 });
  });

  it('32. dates that do not exist, and those of workbooks', async () => {
    const firm = await api.member('ENTERPRISE');
    const demands = importsOf(api, firm.client);
    const bytes = await xlsx((sheet) => {
      sheet.addRows([
        ['需求名称', '需求描述', '截止日期'],
        ['需求甲', text, '2026-02-30'],
        ['需求乙', text, 46387],
        ['需求丙', text, new Date('2026-12-31')] as never,
        ['需求丁', text, '2027年6月'],
      ]);
    });
    const checked = await demands.check('DEMANDS', 'a.xlsx', bytes);
    expect(await demands.findings(checked.id)).toEqual(['2C ✗no_such_date']);
    await demands.run(checked);
    const { rows } = await api.pool.query<{ deadline: string }>(`select deadline::text from demand order by id`);
    expect(rows.map((r) => r.deadline)).toEqual(['2026-12-31', '2026-12-31', '2027-06-30']);
  });
});
