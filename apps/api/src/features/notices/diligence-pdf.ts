import { certaintyMark, formatYuan, ledgerDay, pricingWords, shanghaiMoment, transferModeWord } from '@jihui/domain';
import { PdfReport } from '../../platform/documents/pdf-report.js';
import { diligenceDecisions, diligenceTrades } from './diligence-papers.js';
import { ledgerStep, noticeState, stepWord } from './diligence-words.js';
import type { DiligenceFile } from './diligence-file.service.js';

/** The file on paper: the deal, the period and its rule, every step, every text with its fingerprint, objections, readers, the ledger. */
export async function diligencePdf(file: DiligenceFile): Promise<Buffer> {
  const { notice, unit, madeAt } = file;
  const pdf = new PdfReport('科技成果转化定价公示备查材料', `${unit}　${notice.name.slice(0, 30)}`);
  pdf.paragraph(
    `由平台记录于 ${shanghaiMoment(madeAt)} 生成。材料如实列出公示的经过；是否勤勉尽责由有权机关认定（《河南省促进科技成果转化条例》第二十二条）。`,
    { quiet: true },
  );
  deal(pdf, file);
  diligenceDecisions(pdf, file.papers);
  period(pdf, file);
  steps(pdf, file);
  texts(pdf, file);
  objections(pdf, file);
  diligenceTrades(pdf, file);
  readers(pdf, file);
  ledger(pdf, file);
  return pdf.end();
}

function deal(pdf: PdfReport, { notice, unit }: DiligenceFile): void {
  pdf.heading('一、交易');
  pdf.facts([
    ['公示单位', unit],
    ['成果名称', notice.name],
    ['转化方式', transferModeWord(notice.transferMode)],
    ['定价方式', pricingWords[notice.pricingMode]],
    [notice.pricingMode === 'NEGOTIATED' ? '拟交易价格' : '底价', formatYuan(notice.price)],
    ['拟受让方', notice.buyer ?? '尚未确定'],
    ['关联交易', notice.relatedParty ? `是。${notice.relatedNote ?? ''}` : '否'],
    ['异议方式', notice.objectionProcedure],
    ['状态', noticeState(notice)],
  ]);
}

function period(pdf: PdfReport, { notice, rule }: DiligenceFile): void {
  pdf.heading('三、公示期');
  pdf.facts([
    ['最近一次起算', `${notice.startedOn ?? ''}（第 ${notice.round} 次）`],
    ['天数', `${notice.days} 日`],
    ['届满日', notice.frozenOn ? `异议处理中，自 ${notice.frozenOn} 起停止计算` : (notice.lastDay ?? '')],
    ...(rule
      ? ([
          ['规则', `不少于 ${rule.value.days} 日；${rule.note}`],
          ['依据', `${rule.basis}（把握程度 ${certaintyMark[rule.certainty]}）`],
        ] as const)
      : []),
  ]);
}

function steps(pdf: PdfReport, { steps: list }: DiligenceFile): void {
  pdf.heading('四、经过');
  const columns = [
    { title: '时间（北京时间）', width: 0.28 },
    { title: '事项', width: 0.28 },
    { title: '经办', width: 0.44 },
  ];
  pdf.table(
    columns,
    list.map((s) => [shanghaiMoment(s.at), stepWord(s.event), [s.organisationName, s.actorName].filter(Boolean).join('　')]),
  );
}

function texts(pdf: PdfReport, { versions }: DiligenceFile): void {
  pdf.heading('五、公示全文');
  for (const v of versions) {
    pdf.paragraph(`第 ${v.number} 版（第 ${v.round} 次起算），${shanghaiMoment(v.createdAt)} 公开`, { leads: true });
    pdf.paragraph(v.text);
    pdf.paragraph(`SHA-256（UTF-8）：${v.sha256}`, { quiet: true });
  }
}

function objections(pdf: PdfReport, file: DiligenceFile): void {
  pdf.heading('六、异议与答复');
  if (!file.objections.length) pdf.paragraph('公示期内没有收到异议。');
  for (const o of file.objections) {
    pdf.facts([
      ['回执编号', o.receipt],
      ['收到', shanghaiMoment(o.createdAt)],
      ['异议', o.text],
      ['处理', o.answeredAt ? `${o.upheld ? '成立' : '不成立'}，${shanghaiMoment(o.answeredAt)} 公开答复` : '待答复'],
      ['答复', o.answer ?? ''],
    ]);
  }
}

function readers(pdf: PdfReport, { readings }: DiligenceFile): void {
  pdf.heading('八、外部查看');
  const total = readings.reduce((sum, r) => sum + r.times, 0);
  pdf.paragraph(`本单位以外共查看 ${total} 次，不记录查看者。`, { leads: total > 0 });
  if (total)
    pdf.table(
      [
        { title: '日期', width: 0.5 },
        { title: '次数', width: 0.5 },
      ],
      readings.map((r) => [r.day, String(r.times)]),
    );
}

function ledger(pdf: PdfReport, { entries }: DiligenceFile): void {
  pdf.heading('九、账本');
  pdf.paragraph('下列步骤在发生时已写入登记账本。任何人可用公开的账本导出文件和核对程序验证序号与散列值。', { leads: true });
  const columns = [
    { title: '位置', width: 0.16 },
    { title: '步骤', width: 0.2 },
    { title: '日根日期', width: 0.16 },
    { title: '散列值', width: 0.48 },
  ];
  pdf.table(
    columns,
    entries.map((e) => [`${e.chain} 第 ${e.seq} 条`, ledgerStep(e.event), ledgerDay(e.at), e.hash]),
  );
}
