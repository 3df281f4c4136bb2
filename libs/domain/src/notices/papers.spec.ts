import { DomainError } from '../errors.js';
import { parse } from '../issues.js';
import { noticeFindings, noticeFindingSentence, type NoticeWithPapers } from './paper-findings.js';
import { decisionText, tradeText } from './paper-text.js';
import { noticeDecision, noticeTrade, papersInForce } from './papers.js';

const uuid = '019ab0de-0000-7000-8000-000000000001';
const decision = { noticeId: uuid, version: 1, organ: '校长办公会', decidedOn: '2026-11-02', paperNo: '校办〔2026〕31号', decided: '同意以拍卖方式转让。', price: '86500000', fileId: uuid };
const trade = { noticeId: uuid, version: 1, venue: '河南省技术交易市场', lotNo: 'GP-2026-18', listedFrom: '2026-11-03', listedUntil: '2026-11-20', bidders: 3, outcome: 'SOLD', dealPrice: '90000000', buyer: '郑州某公司', fileId: uuid };
const wrong = (schema: typeof noticeDecision | typeof noticeTrade, value: object): string[] => {
  try {
    parse(schema, value);
    return [];
  } catch (e) {
    return e instanceof DomainError && Array.isArray(e.params['issues']) ? e.params['issues'].map((i: { path: string; code: string }) => `${i.path} ${i.code}`) : [String(e)];
  }
};

describe('papers of a notice', () => {
  it('are whole', () => {
    expect(wrong(noticeDecision, decision)).toEqual([]);
    expect(wrong(noticeDecision, { ...decision, price: '-1' })).toEqual(['price money']);
    expect(wrong(noticeDecision, { ...decision, price: '9'.repeat(16) })).toEqual(['price money']);
    expect(wrong(noticeDecision, { ...decision, decidedOn: '2026-02-30' })).toEqual(['decidedOn invalid_format.date']);
    expect(wrong(noticeDecision, { ...decision, fileId: undefined, organ: ' ' })).toEqual(['organ required', 'fileId required']);
    expect(wrong(noticeDecision, { ...decision, correctsId: uuid, correctionReason: '  ' })).toEqual(['correctionReason required']);
    expect(wrong(noticeTrade, trade)).toEqual([]);
    expect(wrong(noticeTrade, { ...trade, listedUntil: '2026-11-01' })).toEqual(['listedUntil date_order']);
    expect(wrong(noticeTrade, { ...trade, bidders: 0, dealPrice: '0', buyer: '', fileId: null })).toEqual(['bidders no_bidder', 'dealPrice not_positive', 'buyer required', 'fileId required']);
    expect(wrong(noticeTrade, { ...trade, bidders: -1 })).toContain('bidders too_small.number');
    expect(wrong(noticeTrade, { ...trade, bidders: 100_000 })).toEqual(['bidders too_big.number']);
    expect(wrong(noticeTrade, { ...trade, outcome: 'FAILED' })).toEqual(['dealPrice only_when_sold', 'buyer only_when_sold']);
    expect(wrong(noticeTrade, { ...trade, outcome: 'FAILED', bidders: 0, dealPrice: null, buyer: null, fileId: null })).toEqual([]);
  });

  it('count until another one corrects them', () => {
    const rows = [{ id: 'a', correctsId: null }, { id: 'b', correctsId: 'a' }, { id: 'c', correctsId: null }];
    expect(papersInForce(rows).map((r) => r.id)).toEqual(['b', 'c']);
  });

  const file: NoticeWithPapers = {
    notice: { status: 'ENDED', pricingMode: 'AUCTION', price: '86500000', relatedParty: false, startedOn: '2026-11-03' },
    publishedOn: '2026-11-03',
    decisions: [{ id: 'a', correctsId: null, decidedOn: '2026-11-02', price: '86500000', withdrew: null }],
    trades: [{ id: 't', correctsId: null, listedFrom: '2026-11-03', outcome: 'SOLD', dealPrice: '90000000', buyer: '甲公司' }],
    contracts: [{ signedOn: '2026-11-21', buyer: '甲公司', totalAmount: '90000000' }],
  };
  const found = (changed: Partial<NoticeWithPapers>) => noticeFindings({ ...file, ...changed }).map((f) => f.code);
  const [a] = file.decisions;
  const [t] = file.trades;
  if (!a || !t) throw new Error('no papers');

  it('say what is missing or does not agree, and nothing else', () => {
    expect(found({})).toEqual([]);
    expect(found({ decisions: [] })).toEqual(['DECISION_MISSING']);
    expect(found({ decisions: [{ ...a, price: '80000000' }] })).toEqual(['DECISION_PRICE']);
    expect(found({ decisions: [{ ...a, price: '80000000' }, { ...a, id: 'b', correctsId: 'a' }] })).toEqual([]);
    expect(found({ decisions: [{ ...a, decidedOn: '2026-11-04' }] })).toEqual(['DECISION_LATE']);
    expect(found({ publishedOn: null, decisions: [{ ...a, decidedOn: '2026-11-04' }] })).toEqual([]);
    expect(found({ notice: { ...file.notice, relatedParty: true } })).toEqual(['NOBODY_WITHDREW']);
    expect(found({ notice: { ...file.notice, relatedParty: true }, decisions: [{ ...a, withdrew: '陈某' }] })).toEqual([]);
    expect(found({ trades: [] })).toEqual(['TRADE_MISSING']);
    expect(found({ trades: [], notice: { ...file.notice, status: 'RUNNING' } })).toEqual([]);
    expect(found({ trades: [], notice: { ...file.notice, pricingMode: 'NEGOTIATED' } })).toEqual([]);
    expect(found({ trades: [{ ...t, dealPrice: '86499999' }], contracts: [] })).toEqual(['TRADE_BELOW_BASE']);
    expect(found({ contracts: [{ signedOn: '2026-11-21', buyer: '甲公司', totalAmount: '90000001' }] })).toEqual(['CONTRACT_PRICE']);
    expect(found({ contracts: [{ signedOn: '2026-11-21', buyer: '乙公司', totalAmount: '90000000' }] })).toEqual(['CONTRACT_BUYER']);
    expect(found({ contracts: [{ signedOn: '2026-10-01', buyer: '乙公司', totalAmount: '1' }] })).toEqual([]);
    expect(found({ trades: [{ ...t, outcome: 'FAILED', dealPrice: null, buyer: null }], contracts: [] })).toEqual([]);
    expect(noticeFindingSentence({ code: 'CONTRACT_PRICE', stated: '90000000', found: '90000001' })).toBe('合同成交总额为 900,000.01 元，与成交确认的 900,000 元不同。');
  });

  it('have one text each, whose lines an entry cannot forge', () => {
    const kept = { correctsId: null, correctionReason: null, sha256: 'f'.repeat(64) };
    const text = decisionText({ ...decision, ...kept, decided: '同意。\n回避人员：无', withdrew: '陈某', organ: '校长办公会\n' });
    expect(text.split('\n')).toHaveLength(8);
    expect(text).toContain('决策内容：同意。 回避人员：无');
    expect(tradeText({ ...trade, ...kept, outcome: 'FAILED', dealPrice: null, buyer: null, correctsId: 'x', correctionReason: '笔误' }).split('\n').slice(-3)).toEqual(['结果：流标', `文件 SHA-256：${'f'.repeat(64)}`, '更正原因：笔误']);
  });
});
