import JSZip from 'jszip';
import { canonicalJson, decisionText, entryLine, shanghaiMoment, tradeText } from '@jihui/domain';
import { sha256 } from '../../platform/sha256.js';
import { diligenceName, type DiligenceFile } from './diligence-file.service.js';
import { diligencePdf } from './diligence-pdf.js';
import { stepWord } from './diligence-words.js';

/** A paper that was attached, under its name in the archive. */
export type PaperFile = { name: string; bytes: Buffer };

/**
 * The file as an archive: the PDF, every text byte for byte as its fingerprint was taken, the steps and objections as tables, the ledger's
 * entries with their private part, and a list of SHA-256 sums (for `sha256sum -c`).
 */
export async function diligenceZip(file: DiligenceFile, papers: readonly PaperFile[]): Promise<Buffer> {
  const parts: [name: string, content: Buffer | string][] = [
    [`${diligenceName(file)}.pdf`, await diligencePdf(file)],
    ...file.versions.map((v): [string, string] => [`公示全文-第${v.number}版.txt`, v.text]),
    [
      '经过.csv',
      csv([
        ['时间', '事项', '经办单位', '经办人'],
        ...file.steps.map((s) => [shanghaiMoment(s.at), stepWord(s.event), s.organisationName, s.actorName]),
      ]),
    ],
    ['异议与答复.csv', csv([['回执编号', '收到', '异议', '是否成立', '答复', '答复时间'], ...file.objections.map(objectionCells)])],
    ...file.papers.decisions.map((d, i): [string, string] => [`决策-第${i + 1}份.txt`, decisionText(d)]),
    ...file.papers.trades.map((t, i): [string, string] => [`挂牌或拍卖结果-第${i + 1}份.txt`, tradeText(t)]),
    ...papers.map(({ name, bytes }): [string, Buffer] => [name, bytes]),
    ['外部查看.csv', csv([['日期', '次数'], ...file.readings.map((r) => [r.day, String(r.times)])])],
    ['账本条目.jsonl', file.entries.map((e) => `${entryLine(e)}\n`).join('')],
    ['账本条目的内容.jsonl', file.entries.map(({ chain, seq, details }) => `${canonicalJson({ chain, details, seq })}\n`).join('')],
  ];
  const zip = new JSZip();
  for (const [name, content] of parts) zip.file(name, content, { date: file.madeAt });
  zip.file('SHA256SUMS.txt', parts.map(([name, content]) => `${sha256(content)}  ${name}\n`).join(''), { date: file.madeAt });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function objectionCells({ receipt, createdAt, text, upheld, answer, answeredAt }: DiligenceFile['objections'][number]): string[] {
  const word = upheld === null ? '待答复' : upheld ? '成立' : '不成立';
  return [receipt, shanghaiMoment(createdAt), text, word, answer ?? '', answeredAt ? shanghaiMoment(answeredAt) : ''];
}

/** With a byte order mark, by which spreadsheets know the encoding; a cell that begins like a formula is kept from being one. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
