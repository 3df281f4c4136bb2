import { checkRow } from './check-row.js';
import { guessColumns } from './columns.js';
import { headerOf, importFields } from './fields.js';
import type { MappedColumn } from './row-cells.js';
import type { ImportKind, RowIssue } from './rules.js';

const own = { uscc: '91110000802100433B', name: '砺锋超硬工具股份有限公司', today: '2026-11-22' };

function check(kind: ImportKind, row: Record<string, string>, issues: RowIssue[] = []) {
  const headers = Object.keys(row);
  const columns = guessColumns(kind, headers).flatMap((c): MappedColumn[] => (c.field ? [{ ...c, field: c.field }] : []));
  const checked = checkRow(kind, columns, { rowNo: 2, cells: Object.values(row), issues }, own);
  return {
    ...checked,
    found: checked.issues.map((i) => `${i.severity === 'ERROR' ? '✗' : '!'} ${headers[i.column ?? -1] ?? '-'} ${i.code}`),
  };
}
const good = { 成果名称: '金刚石多线锯切片工艺', 成果简介: '以细线径金刚石线为工具，翘曲小于 10 微米。' };

describe('an achievement in a row', () => {
  it('is read whole', () => {
    const row = check('ACHIEVEMENTS', {
      ...good,
      关键词: '金刚石线；切片',
      技术领域: '新材料',
      学科: '超硬材料与磨具',
      产业链: '超硬材料',
      TRL: '中试',
      转化方式: '转让、普通许可',
      '价格（元）': '50000-80000',
      专利号: 'ZL201710601862.3',
      完成人: '张三（教授）',
      联系人: '李工',
      联系电话: '+86 138-0000-1234',
      统一社会信用代码: own.uscc,
    });
    expect(row.found).toEqual([]);
    expect(row.publishable).toBe(true);
    expect(row.input).toMatchObject({
      techField: 'NEW_MATERIALS',
      chain: 'SUPERHARD',
      trl: 6,
      priceMode: 'RANGE',
      priceMin: '5000000',
      priceMax: '8000000',
      contactPhone: '13800001234',
    });
  });

  it('takes the field from the discipline only where no field was asked for', () => {
    expect(check('ACHIEVEMENTS', { ...good, 学科: '机械工程' }).input).toMatchObject({
      techField: 'ADVANCED_MANUFACTURING',
      discipline: '机械工程',
    });
    expect(check('ACHIEVEMENTS', { ...good, 门类: '工学' }).input).toMatchObject({ techField: null, discipline: '工学' });
  });

  it.each([
    ['no title', { 成果名称: '', 成果简介: '没有名称' }, ['✗ 成果名称 required']],
    ['a title too long', { ...good, 成果名称: '长'.repeat(121) }, ['✗ 成果名称 too_big.string']],
    ['TRL 12', { ...good, TRL: '12' }, ['✗ TRL trl']],
    ['a negative price', { ...good, 价格: '-5' }, ['✗ 价格 negative']],
    ['a wrong credit code', { ...good, 信用代码: '91110000802100433X' }, ['✗ 信用代码 uscc']],
    ["another organisation's credit code", { ...good, 信用代码: '914403001922038216' }, ['✗ 信用代码 foreign_uscc']],
    ['a wrong patent number', { ...good, 专利号: 'ZL201710601862.4' }, ['✗ 专利号 patent_number']],
    ['a wrong telephone number', { ...good, 联系电话: '123' }, ['✗ 联系电话 phone']],
    ['a formula', { ...good, 成果名称: '=1+1' }, ['✗ 成果名称 formula_text']],
    ['broken characters', { ...good, 成果名称: '金刚\ufffd\ufffd' }, ['✗ 成果名称 broken_characters']],
    ['an unknown word', { ...good, 技术领域: '玄学' }, ['! 技术领域 unknown_word']],
    ['a summary too short', { 成果名称: good.成果名称, 成果简介: '短' }, ['! 成果简介 too_small.string']],
    ['control characters', { ...good, 成果名称: '金刚\u0007石线锯' }, ['! 成果名称 control_characters']],
    ['a link', { ...good, 成果名称: '=HYPERLINK("http://a.example","金刚石线锯")' }, ['! 成果名称 hyperlink']],
    ['a price that is negotiable', { ...good, 价格: '50', 定价方式: '面议' }, ['! 价格 price_ignored']],
  ])('with %s', (_, row, found) => expect(check('ACHIEVEMENTS', row).found).toEqual(found));

  it('keeps a number that a spreadsheet would have eaten, and takes the guard of an export away', () => {
    expect(check('ACHIEVEMENTS', { ...good, 联系电话: '="13800001234"' }).input).toMatchObject({ contactPhone: '13800001234' });
    expect(check('ACHIEVEMENTS', { ...good, 成果名称: "'-40℃低温启动技术" }).input).toMatchObject({ title: '-40℃低温启动技术' });
    expect(check('ACHIEVEMENTS', { ...good, 成果名称: '-40℃低温启动技术' }).found).toEqual([]);
  });

  it('does not read a cell that the file itself gave up', () => {
    const row = check('ACHIEVEMENTS', { ...good, TRL: 'xx' }, [{ column: 2, path: 'cell', code: 'cell_too_long', severity: 'ERROR' }]);
    expect(row.found).toEqual(['✗ TRL cell_too_long']);
    expect(
      check('ACHIEVEMENTS', { ...good, 备注: 'xx' }, [{ column: 2, path: 'cell', code: 'cell_too_long', severity: 'ERROR' }]).isGood,
    ).toBe(true);
  });
});

describe('a demand in a row', () => {
  it('is read whole', () => {
    const row = check('DEMANDS', {
      需求名称: '低成本金刚石线',
      需求描述: '现有线径断线率高',
      技术指标: '断线率≤0.3%；外观光洁',
      '预算（万元）': '不超过200',
      截止日期: '46387',
      验收标准: '第三方检测',
      是否匿名: '是',
    });
    expect(row.found).toEqual([]);
    expect(row.input).toMatchObject({
      problem: '现有线径断线率高\n技术指标：外观光洁',
      indicators: [{ name: '断线率', op: 'LE', value: '0.3', unit: '%' }],
      budgetMin: null,
      budgetMax: '200000000',
      deadline: '2026-12-31',
      anonymous: true,
    });
  });
  it('without a text is a draft that cannot be submitted yet', () => {
    const row = check('DEMANDS', { 需求名称: '低压电力线路实勘测算软件的研发', 需求描述: '' });
    expect([row.isGood, row.publishable, row.found]).toEqual([true, false, ['! 需求描述 required']]);
  });
  it('is not submitted when it is too late or names who wants to stay unnamed', () => {
    expect(check('DEMANDS', { 需求名称: '车门锁', 需求描述: '降低车门锁的关门噪声与成本', 截止日期: '2026-01-31' }).found).toEqual([
      '! 截止日期 deadline_past',
    ]);
    expect(check('DEMANDS', { 需求名称: '车门锁', 需求描述: '砺锋超硬工具的车门锁噪声大', 匿名: '是' }).found).toEqual([
      '! 需求描述 names_owner',
    ]);
  });
  it('names a day that does not exist', () =>
    expect(check('DEMANDS', { 需求名称: '车门锁', 截止日期: '2026-02-30' }).found).toEqual(['✗ 截止日期 no_such_date']));
});

describe('our own headers', () => {
  it.each(['ACHIEVEMENTS', 'DEMANDS'] as const)('of %s are found again', (kind) => {
    const fields = importFields[kind].map((f) => f.field);
    expect(
      guessColumns(
        kind,
        fields.map((f) => headerOf(kind, f)),
      ).map((c) => c.field),
    ).toEqual(fields);
  });
});
