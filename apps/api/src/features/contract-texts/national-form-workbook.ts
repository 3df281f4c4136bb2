import ExcelJS from 'exceljs';
import type { FormField } from '@jihui/domain';

const line = { style: 'thin', color: { argb: 'FF9AA4B2' } } as const;
const border = { top: line, bottom: line, left: line, right: line };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const open = fill('FFFFF3BF');

/** An amount as a number, so that a spreadsheet adds it up; as text where a number would not be the same amount. */
function cellOf({ value, isAmount }: FormField): string | number {
  return isAmount && value !== '' && String(Number(value)) === value ? Number(value) : value;
}

function noteOf({ isOpen, certainty }: FormField): string {
  return [isOpen ? '待补充' : '', certainty === 'P' ? '代码表依二手资料，请核对' : ''].filter(Boolean).join('；');
}

/** The form to read, complete and print on A4: fields below each other, what is left open in yellow and counted. */
function addForm(book: ExcelJS.Workbook, fields: readonly FormField[]): void {
  const sheet = book.addWorksheet('登记表', { views: [{ state: 'frozen', ySplit: 3 }] });
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:3', horizontalCentered: true });
  sheet.columns = [{ width: 8 }, { width: 28 }, { width: 44 }, { width: 26 }];
  sheet.addRow(['技术合同登记表']);
  sheet.addRow([`待补充 ${fields.filter((f) => f.isOpen).length} 项，以黄色标出；其余由登记信息生成。`]);
  sheet.addRow(['部分', '字段', '内容', '说明']);
  for (const at of [1, 2]) sheet.mergeCells(at, 1, at, 4);
  Object.assign(sheet.getCell('A1'), { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } });
  sheet.getRow(3).font = { bold: true };
  for (const field of fields) {
    const row = sheet.addRow([field.group, field.name, cellOf(field), noteOf(field)]);
    if (field.isOpen) row.getCell(3).fill = open;
    if (field.code === 'related') row.getCell(3).dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] };
  }
  sheet.eachRow((row, at) => {
    if (at < 3) return;
    row.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, { border, alignment: { vertical: 'middle', horizontal: 'left', wrapText: true } }));
  });
}

/** The same as one row under its names, as systems import it. */
function addRow(book: ExcelJS.Workbook, fields: readonly FormField[]): void {
  const sheet = book.addWorksheet('导入行', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = fields.map((f) => ({ width: Math.max(14, f.name.length * 2 + 2) }));
  sheet.addRow(fields.map((f) => f.name)).font = { bold: true };
  const row = sheet.addRow(fields.map(cellOf));
  fields.forEach((f, i) => f.isOpen && (row.getCell(i + 1).fill = open));
}

/** 技术合同登记表 as a workbook. */
export async function formWorkbook(fields: readonly FormField[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  addForm(book, fields);
  addRow(book, fields);
  return Buffer.from(await book.xlsx.writeBuffer());
}
