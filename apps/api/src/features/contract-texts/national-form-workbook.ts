import ExcelJS from 'exceljs';
import type { FormField } from '@jihui/domain';

/** One sheet with the fields below each other, one with the row as systems import it. */
export async function formWorkbook(fields: readonly FormField[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const form = book.addWorksheet('登记表');
  form.columns = [
    { header: '部分', key: 'group', width: 10 },
    { header: '字段', key: 'name', width: 28 },
    { header: '内容', key: 'value', width: 52 },
    { header: '说明', key: 'note', width: 30 },
  ];
  for (const { group, name, value, isOpen, certainty } of fields)
    form.addRow({ group, name, value, note: [isOpen ? '待补充' : '', certainty === 'P' ? '代码表依二手资料，请核对' : ''].filter(Boolean).join('；') });
  const row = book.addWorksheet('一行');
  row.addRow(fields.map((f) => f.name));
  row.addRow(fields.map((f) => f.value));
  for (const sheet of [form, row]) {
    sheet.getRow(1).font = { bold: true };
    sheet.views = [{ state: 'frozen', ySplit: 1 }];
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
