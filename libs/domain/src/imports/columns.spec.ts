import { findHeader, guessColumns } from './columns.js';
import { headerOf, importFields } from './fields.js';
import { ImportField, ImportKind } from './rules.js';

const fields = (kind: ImportKind, headers: string[]) => guessColumns(kind, headers).map((c) => c.field);

describe('finding the columns of a spreadsheet', () => {
  it.each(ImportKind.options)('is sure of every header and synonym of %s', (kind) => {
    for (const { field, headers } of importFields[kind]) {
      for (const header of headers) {
        const [found] = guessColumns(kind, [header]);
        expect([header, found?.field, (found?.score ?? 0) >= 0.95]).toEqual([header, field, true]);
      }
    }
    expect(guessColumns(kind, [headerOf(kind, 'TITLE')])[0]?.score).toBe(1);
  });

  it('offers every field to some kind', () => {
    const offered = new Set(ImportKind.options.flatMap((k) => importFields[k].map((f) => f.field)));
    expect([...offered].sort()).toEqual([...ImportField.options].sort());
  });

  it('reads through units, remarks, numbering and blanks', () => {
    expect(fields('ACHIEVEMENTS', ['序号', '* 成果名称（必填）', '成 果 简 介', '关键词(3-5个)', '价格（元）', 'trl', '备注'])).toEqual([
      null,
      'TITLE',
      'SUMMARY',
      'KEYWORDS',
      'PRICE',
      'TRL',
      null,
    ]);
  });

  it('gives a field to the surest column and takes several columns where it may', () => {
    expect(fields('ACHIEVEMENTS', ['项目名称', '成果名称', '专利号1', '专利号2'])).toEqual([null, 'TITLE', 'PATENTS', 'PATENTS']);
    expect(fields('ACHIEVEMENTS', ['成果名称', '成果简介', '团队简介', '企业简介'])).toEqual(['TITLE', 'SUMMARY', null, null]);
    expect(fields('ACHIEVEMENTS', ['学科', '门类', '学科门类'])).toEqual(['DISCIPLINE', 'CATEGORY', null]);
  });

  it('knows telephone numbers, patents and credit codes by their shape', () => {
    const samples = [
      ['13800001234', '0371-65000000'],
      ['ZL201710601862.3', '202211250898.9'],
      ['914403001922038216', '91110000802100433B'],
      ['甲', '乙'],
    ];
    expect(guessColumns('ACHIEVEMENTS', ['A', 'B', 'C', 'D'], (i) => samples[i] ?? []).map((c) => c.field)).toEqual([
      'CONTACT_PHONE',
      'PATENTS',
      'USCC',
      null,
    ]);
  });

  it('finds the header below a banner', () => {
    const rows = [
      ['某大学2026年科技成果汇总表', '某大学2026年科技成果汇总表', '某大学2026年科技成果汇总表'],
      ['填报单位：科研处', '', ''],
      ['序号', '成果名称', '成果简介'],
      ['1', '金刚石线', '内容'],
    ];
    expect(findHeader('ACHIEVEMENTS', rows).row).toBe(2);
    expect(
      findHeader('ACHIEVEMENTS', [
        ['a', 'b'],
        ['1', '2'],
      ]).row,
    ).toBe(0);
  });
});
