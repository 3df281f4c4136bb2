import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import {
  chainWords,
  importFields,
  priceModeWords,
  techFieldWords,
  transferModeWords,
  type ImportField,
  type ImportKind,
} from '@jihui/domain';
import type { ExportColumn } from './export-columns.js';

const header = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9EEF5' } },
  alignment: { vertical: 'middle' },
} as const;

/** What a spreadsheet program would take for a formula is kept a text, also after somebody has saved it as CSV. The import takes the apostrophe away. */
const guarded = (value: string | number | null): string | number | null =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;

/** Writes rows into a workbook as they come, so that memory does not grow with their number. */
export async function writeWorkbook<T>(
  target: Writable,
  name: string,
  columns: readonly ExportColumn<T>[],
  rows: AsyncIterable<readonly T[]>,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((c) => ({ header: c.header, width: c.width }));
  sheet.getRow(1).eachCell((cell) => Object.assign(cell, { style: header }));
  sheet.getRow(1).commit();
  for await (const some of rows) for (const row of some) sheet.addRow(columns.map((c) => guarded(c.value(row)))).commit();
  sheet.commit();
  await workbook.commit();
}

const choices: Partial<Record<ImportField, readonly string[]>> = {
  TECH_FIELD: Object.values(techFieldWords).map(([word]) => word),
  CHAIN: Object.values(chainWords).map(([word]) => word),
  PRICE_MODE: Object.values(priceModeWords).map(([word]) => word),
  ANONYMOUS: ['是', '否'],
};
const notes: Partial<Record<ImportField, string>> = {
  TITLE: '必填，不超过 120 字',
  SUMMARY: '发布前至少 10 字，不超过 5000 字',
  PROBLEM: '提交前至少 8 字，不超过 5000 字',
  KEYWORDS: '多个用分号隔开',
  TRL: '1 至 9，也可写“小试”“中试”等阶段',
  TRANSFER_MODES: `多个用分号隔开：${Object.values(transferModeWords)
    .map(([word]) => word)
    .join('、')}`,
  PRICE: '一口价填这一列；区间价填下限和上限两列；面议留空',
  PATENTS: '专利号或申请号，多个用分号隔开，校验位须正确',
  TEAM: '多人用分号隔开，可写“张三（教授）”',
  NDA_SUMMARY: '不公开，只有本单位和经同意的对方可以看到',
  INDICATORS: '例如：抗压强度≥900MPa；线径：40-45μm',
  DEADLINE: '例如 2027-06-30',
  USCC: '可不填；填写时须为本单位的代码',
};

/** An empty workbook with the headers that the import is sure of; the second sheet says what goes where. */
export async function templateWorkbook(kind: ImportKind): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(kind === 'ACHIEVEMENTS' ? '成果' : '需求', { views: [{ state: 'frozen', ySplit: 1 }] });
  const guide = workbook.addWorksheet('填写说明');
  guide.columns = [{ width: 26 }, { width: 90 }];
  guide.addRow(['栏目', '说明']).eachCell((cell) => Object.assign(cell, { style: header }));
  const fields = importFields[kind].filter((f) => f.field !== 'CATEGORY');
  sheet.columns = fields.map(({ headers: [name] }) => ({ header: name, width: Math.max(14, name.length * 2 + 4) }));
  sheet.getRow(1).eachCell((cell) => Object.assign(cell, { style: header }));
  fields.forEach(({ field, headers: [name] }, i) => {
    const words = choices[field];
    guide.addRow([name, notes[field] ?? (words ? `从下拉列表中选择：${words.join('、')}` : '可不填')]);
    if (words)
      for (let row = 2; row <= 500; row++)
        sheet.getCell(row, i + 1).dataValidation = {
          type: 'list',
          allowBlank: true,
          showErrorMessage: false,
          formulae: [`"${words.join(',')}"`],
        };
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
