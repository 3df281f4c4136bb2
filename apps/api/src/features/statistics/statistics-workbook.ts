import exceljs from 'exceljs';
import { shanghaiDay, StatisticsCut, statisticsBy, statisticsSum, type CountedContract, type StatisticsFilter, type StatisticsLine } from '@jihui/domain';
import type { Figures } from './statistics.service.js';
import type { AnnualReport } from './statistics-types.js';
import { anomalyWords, classWords, cutWords, kindWords, typeWords } from './workbook-words.js';

const bold = { font: { bold: true } } as const;
/** Yuan with two decimals, exact: a cell of a workbook holds a double, which keeps whole fen up to 90 trillion yuan. */
const yuan = (fen: string): number => Number(BigInt(fen)) / 100;
const money = '#,##0.00';
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function addTable(book: exceljs.Workbook, name: string, head: readonly string[], widths: readonly number[], rows: readonly (string | number)[][]): exceljs.Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.addRow([...head]).eachCell((cell) => Object.assign(cell, { style: bold }));
  for (const row of rows) sheet.addRow(row.map((v) => (typeof v === 'string' ? guarded(v) : v)));
  return sheet;
}
const lineRow = (name: string, l: StatisticsLine): (string | number)[] => [name, l.count, yuan(l.totalAmount), yuan(l.techAmount)];
const contractRow = (c: Pick<CountedContract, 'number' | 'title' | 'type' | 'registeredOn' | 'totalAmount' | 'techAmount'>): (string | number)[] => [
  ...[c.number, c.title, typeWords[c.type], c.registeredOn],
  ...[yuan(c.totalAmount), yuan(c.techAmount)],
];
const contractHead = ['登记编号', '项目名称', '合同类型', '登记日期', '成交总额（元）', '技术交易额（元）'];
const contractWidths = [22, 44, 22, 14, 20, 20];

/** The statistics with their contracts; the sums are formulas over the list, so that whoever opens it can check them. */
export async function statisticsWorkbook({ from, until, basis }: StatisticsFilter, { counted, takenOut, changed }: Figures, regions: Map<string, string>): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const about = addTable(book, '说明', ['项目', '内容'], [26, 80], [
    ['统计期', `${from} 至 ${until}（按登记日期，北京时间）`],
    ['口径', basis === 'NATIONAL' ? '已录入全国登记编号的合同' : '平台登记的全部合同'],
    ['金额', '期末金额：期内变更按变更后计；期后变更不计'],
    ['扣除', `期内注销、撤销的合同不计入，另列 ${takenOut.length} 份`],
    ['期内变更', `${changed} 份`],
    ['导出日', shanghaiDay(new Date())],
  ]);
  about.getColumn(2).alignment = { wrapText: true };
  const wordOf = (cut: StatisticsCut, key: string): string => (cut === 'CLASS' ? (classWords[key] ?? key) : cut === 'OUTPUT' || cut === 'INTAKE' ? (regions.get(key) ?? key) : (kindWords[key] ?? key));
  for (const cut of StatisticsCut.options) {
    const lines = statisticsBy(cut, counted);
    const sheet = addTable(book, cutWords[cut], [cutWords[cut], '项数', '成交总额（元）', '技术交易额（元）'], [28, 10, 22, 22], [
      ...lines.map((l) => lineRow(wordOf(cut, l.key), l)),
      lineRow('合计', statisticsSum(counted)),
    ]);
    for (const n of [3, 4]) sheet.getColumn(n).numFmt = money;
    sheet.getRow(lines.length + 2).font = { bold: true };
  }
  const list = addTable(book, '明细', contractHead, contractWidths, counted.map(contractRow));
  if (counted.length) list.addRow(['合计', '', '', '', { formula: `SUM(E2:E${counted.length + 1})` }, { formula: `SUM(F2:F${counted.length + 1})` }]).font = { bold: true };
  const out = addTable(book, '期内注销撤销', contractHead, contractWidths, takenOut.map(contractRow));
  for (const sheet of [list, out]) for (const n of [5, 6]) sheet.getColumn(n).numFmt = money;
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A unit's annual report, sheet by sheet. */
export async function reportWorkbook(report: AnnualReport): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sums: [string, string | number][] = [
    ['单位', report.unitName],
    ['年度', report.year],
    ['新发布成果（项）', report.achievements],
    ['到账金额（元）', yuan(report.received)],
    ['其中技术性收入（元）', yuan(report.techIncome)],
    ['净收入（元）', yuan(report.netIncome)],
    ['奖酬总额（元）', yuan(report.rewards)],
    ['当年已支付奖酬（元）', yuan(report.paid)],
  ];
  addTable(book, '概况', ['项目', '数值'], [28, 28], sums).getColumn(2).numFmt = '#,##0.##';
  const classes = addTable(book, '合同分类', ['类别', '项数', '成交总额（元）', '技术交易额（元）'], [20, 10, 22, 22], report.classes.map((c) => lineRow(classWords[c.contractClass] ?? c.contractClass, { ...c, key: c.contractClass })));
  const list = addTable(book, '项目清单', contractHead, contractWidths, report.contracts.map(contractRow));
  for (const n of [3, 4]) classes.getColumn(n).numFmt = money;
  for (const n of [5, 6]) list.getColumn(n).numFmt = money;
  addTable(book, '异常清单', ['异常', '项目', '金额（元）'], [40, 44, 20], report.anomalies.map((a) => [anomalyWords[a.code], a.title, a.amount ? yuan(a.amount) : ''])).getColumn(3).numFmt = money;
  return Buffer.from(await book.xlsx.writeBuffer());
}

