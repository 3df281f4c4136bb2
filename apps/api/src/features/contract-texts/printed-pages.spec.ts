import { constants, inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { getDocumentProxy } from 'unpdf';
import { PdfReport } from '../../platform/documents/pdf-report.js';
import { certificatePdf } from './certificate-pdf.js';
import { contractPdf } from './contract-pdf.js';

type Page = { lines: { y: number; text: string }[] };

/** The lines of every page, from above, without the foot. */
async function pagesOf(bytes: Buffer): Promise<Page[]> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const pages = Array.from({ length: file.numPages }, async (_, i) => {
    const { items } = await (await file.getPage(i + 1)).getTextContent();
    const lines = new Map<number, string>();
    for (const item of items) if ('str' in item && item.transform[5] > 60) lines.set(Math.round(item.transform[5]), (lines.get(Math.round(item.transform[5])) ?? '') + item.str);
    return { lines: [...lines].map(([y, text]) => ({ y, text: text.trim() })).filter((l) => l.text).sort((a, b) => b.y - a.y) };
  });
  return Promise.all(pages);
}

/** The filled rectangles of the file, painted: what a camera sees of the code on the sheet. */
function painted(bytes: Buffer): { pixels: Uint8ClampedArray; width: number; height: number } {
  const [scale, width, height] = [3, 595 * 3, 842 * 3];
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const stream = bytes.subarray(at + 7);
    // 0x78 begins what zlib packed; the fonts among them hold no drawing.
    const drawing = stream[0] === 0x78 ? inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1') : '';
    for (const [, ...numbers] of drawing.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\nf$/gmu)) {
      const [x = 0, y = 0, w = 0, h = 0] = numbers.map((n) => Number(n) * scale);
      for (let row = Math.round(y); row < Math.round(y + h); row++)
        for (let column = Math.round(x); column < Math.round(x + w); column++) pixels.set([0, 0, 0, 255], (row * width + column) * 4);
    }
  }
  return { pixels, width, height };
}

/** The longest that the forms accept. */
const title = '超硬材料与精密磨削成套装备关键共性技术研究开发及产业化示范应用'.repeat(4).slice(0, 100);
const name = '河南省新材料与先进制造产业技术研究院有限责任公司第一分公司'.repeat(3).slice(0, 60);
const [hash, at] = ['0123456789abcdef'.repeat(4), new Date('2026-11-22T02:00:00Z')];

describe('what is printed', () => {
  const certificate = {
    ...{ number: 'JHZZ-2026-000012', title, sellerName: name, buyerName: name, brokerName: name, branchName: name },
    ...{ state: 'REVOKED' as const, registeredOn: '2026-07-19', ledger: { chain: 'ZZ', seq: 1234567, at, hash, day: '2026-07-19', root: hash } },
  };
  const print = { certificate, typeName: '专利申请权转让', address: 'https://jihui.example/verify/JHZZ-2026-000012', at, isDemo: true };

  it('the certificate is one sheet with the longest names, its words end above the code, and the code leads to its page', async () => {
    const bytes = await certificatePdf(print);
    const pages = await pagesOf(bytes);
    expect(pages).toHaveLength(1);
    const lines = pages[0]?.lines ?? [];
    const yOf = (part: string) => lines.find((l) => l.text.includes(part))?.y ?? Number.NaN;
    expect(yOf(`日根：${hash}`)).toBeGreaterThan(yOf('扫码或者输入登记编号') + 9);
    expect(lines.map((l) => l.text).join('')).toContain('本登记已被撤销，本证明无效');
    expect(lines.map((l) => l.text).join('')).not.toContain('准予登记');
    const { pixels, width, height } = painted(bytes);
    expect(jsQR(pixels, width, height)?.data).toBe(print.address);
  });

  it.each([0, 2, 5])('a report: no heading alone, no row cut, the head above every part of a table (%i lines before it)', async (before) => {
    const report = new PdfReport('报告', '页脚', at);
    for (let i = 0; i < 20 + before; i++) report.paragraph('前文。');
    report.heading('标题');
    report.paragraph('引出下表。', { leads: true });
    const rows = Array.from({ length: 30 }, (_, i) => [`起${i}`, '一行之内的文字折成几行'.repeat(9), `止${i}`]);
    report.table([{ title: '表头', width: 0.2 }, { title: '内容', width: 0.6 }, { title: '末列', width: 0.2 }], rows);
    report.heading('长文');
    report.facts([['短', '一'], ['长', '这一格比一页还长。'.repeat(260)], ['末', '完']]);
    const pages = await pagesOf(await report.end());
    for (const { lines } of pages) {
      const text = lines.map((l) => l.text).join('\n');
      expect(lines.at(-1)?.text).not.toMatch(/^(标题|长文|引出下表。|表头.*)$/u);
      // What stands on the same line of the table stands on the same page.
      for (const [, i] of text.matchAll(/起(\d+)/gu)) expect(text).toContain(`止${i}`);
      if (text.includes('起')) expect(text).toContain('表头');
      expect(lines.length).toBeGreaterThan(2);
    }
    const all = pages.flatMap((p) => p.lines.map((l) => l.text)).join('');
    expect(all.match(/这一格比一页还长/gu)).toHaveLength(260);
  });

  it.each([0, 3, 6])('a contract: signatures on one page, headings with their text, no line alone (%i)', async (more) => {
    const parties = ['甲方（受让人）', '乙方（让与人）', '技术转移机构'].map((label) => ({ label, party: { name, uscc: '91410100MA34E3GG3E', place: '河南省郑州市' } }));
    const articles = Array.from({ length: 8 + more }, (_, i) => ({
      ...{ key: `k${i}`, heading: `第${i + 1}条标的`, state: 'TEXT' as const, defaultRule: null },
      paragraphs: ['始' + '受让人应当按照约定支付价款'.repeat(i * 3 + more) + '终', '始' + '让与人应当交付资料'.repeat(20) + '终'],
    }));
    const document = { name: '专利申请权转让合同', cover: [{ label: '项目名称', value: title }], preamble: `就“${title}”订立本合同。`, parties, articles };
    const whole = { sha256: hash, contract: { title, revision: 2 }, document };
    const pages = await pagesOf(await contractPdf(whole, { isConfirmed: true, at }));
    for (const { lines } of pages.slice(1)) {
      expect(lines.at(-1)?.text).not.toMatch(/^第\d+条/u);
      expect(lines.at(-1)?.text).not.toMatch(/^始[^终]*$/u);
      expect(lines[0]?.text).not.toMatch(/^[^始]*终$/u);
    }
    expect(pages.filter((p) => p.lines.some((l) => /（盖章）|签字日期/u.test(l.text)))).toHaveLength(1);
  });
});
