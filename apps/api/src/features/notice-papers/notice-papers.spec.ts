import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { decisionText, shanghaiDay } from '@jihui/domain';
import type { ApiClient } from '@jihui/testing';
import { pdfText } from '../../../test/pdf-text.js';
import { publishAchievement } from '../../../test/publish.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { NoticeDecision } from './notice-decision.entity.js';

type Notice = {
  id: string;
  version: number;
  decisions: { id: string; fileId: string; sha256: string; correctsId: string | null }[] | null;
  trades: { id: string; outcome: string; dealPrice: string | null; buyer: string | null; fileId: string | null; sha256: string | null }[];
  findings: { code: string; stated: string | null; found: string | null }[] | null;
};
const shown = 'id version decisions { id fileId sha256 correctsId } trades { id outcome dealPrice buyer fileId sha256 } findings { code stated found }';
const content = {
  ...{ name: '流化床化学镀镍工艺', summary: '金刚石微粉表面化学镀镍，增重率偏差不超过 2%。', pricingMode: 'AUCTION', transferMode: 'TRANSFER' },
  ...{ price: '86500000', relatedParty: false, objectionProcedure: '在公示期内书面提交本单位成果转化办公室。', days: 15 },
};
const today = shanghaiDay(new Date());
const paper = '%PDF-1.7\n% 校长办公会纪要\n';
const read = async (client: ApiClient, id: string) => (await client.send<{ row: Notice }>(`query ($id: ID!) { row: publicNotice(id: $id) { ${shown} } }`, { id })).row;
const create = async (client: ApiClient, changed: object = {}) =>
  (await client.send<{ row: Notice }>(`mutation ($input: PublicNoticeInput!) { row: createNotice(input: $input) { ${shown} } }`, { input: { ...content, ...changed } })).row;
const publish = async (client: ApiClient, { id, version }: Notice) =>
  (await client.send<{ row: Notice }>(`mutation ($id: ID!, $version: Int!) { row: publishNotice(id: $id, version: $version) { ${shown} } }`, { id, version })).row;
const decide = async (client: ApiClient, { id, version }: Notice, changed: object = {}) =>
  client.send('mutation ($input: NoticeDecisionInput!) { enterNoticeDecision(input: $input) { id } }', {
    input: { noticeId: id, version, organ: '校长办公会', decidedOn: today, paperNo: '校办〔2026〕31号', decided: '同意以拍卖方式转让，底价 86.5 万元。', price: '86500000', fileId: await client.upload('纪要.pdf', paper), ...changed },
  });
const trade = async (client: ApiClient, { id, version }: Notice, changed: object = {}) =>
  client.send('mutation ($input: NoticeTradeInput!) { enterNoticeTrade(input: $input) { id } }', {
    input: { noticeId: id, version, venue: '河南省技术交易市场', lotNo: 'GP-18', listedFrom: today, listedUntil: today, bidders: 3, outcome: 'SOLD', dealPrice: '90000000', buyer: '郑州甲公司', fileId: await client.upload('确认书.pdf', '%PDF-1.7\n% 成交确认书\n'), ...changed },
  });

describe('papers of notices', () => {
  let api: TestApi;
  let tto: Member;
  let stranger: Member;
  let achievementId: string;
  let unitId: string;
  beforeAll(async () => {
    api = await startApi();
    const branch = await api.organisation('MARKET_OPERATOR');
    const unit = await api.organisation('UNIVERSITY', { branchId: branch.id });
    [tto, stranger, unitId] = [await api.member(unit, ['UNIT_TTO']), await api.member('UNIVERSITY', ['UNIT_TTO']), unit.id];
    achievementId = await publishAchievement(api, unit, { title: '化学镀镍工艺' });
  });
  afterAll(() => api.close());
  const entriesOf = async (id: string): Promise<{ event: string; sha256: string }[]> =>
    (await api.pool.query(`select event, details->>'sha256' as sha256 from ledger_entry where "subjectId" = $1 order by seq`, [id])).rows;

  it('hold the decision with its paper, which is the owner’s alone and never changed', async () => {
    const draft = await create(tto.client);
    expect(draft.findings?.map((f) => f.code)).toEqual(['DECISION_MISSING']);
    expect(await codeOf(decide(stranger.client, draft))).toBe('NOT_FOUND');
    expect(await issuesOf(decide(tto.client, draft, { decidedOn: '2099-01-01' }))).toEqual(['decidedOn in_future']);
    expect(await codeOf(decide(tto.client, draft, { fileId: await stranger.client.upload('别人的.pdf', paper) }))).toBe('NOT_FOUND');
    expect((await Promise.all([codeOf(decide(tto.client, draft)), codeOf(decide(tto.client, draft))])).sort()).toEqual(['OK', 'STALE']);
    const decided = await read(tto.client, draft.id);
    const [row] = decided.decisions ?? [];
    expect([decided.findings, row?.sha256]).toEqual([[], createHash('sha256').update(paper).digest('hex')]);
    expect(await codeOf(decide(tto.client, decided, { fileId: row?.fileId }))).toBe('FORBIDDEN');
    expect(await entriesOf(draft.id)).toEqual([]);

    const running = await publish(tto.client, decided);
    expect(await read(api.visitor(), draft.id)).toMatchObject({ decisions: null, findings: null, trades: [] });
    const file = (client: ApiClient) => fetch(`${api.url}/files/${row?.fileId}`, { headers: { cookie: client.cookie } }).then((r) => r.status);
    expect([await file(tto.client), await file(stranger.client)]).toEqual([200, 404]);
    await decide(tto.client, running, { correctsId: row?.id, correctionReason: '文件编号写错。', price: '80000000' });
    const corrected = await read(tto.client, draft.id);
    expect(corrected.findings).toEqual([{ code: 'DECISION_PRICE', stated: '86500000', found: '80000000' }]);
    expect(await issuesOf(decide(tto.client, corrected, { correctsId: row?.id, correctionReason: '再更正一次。' }))).toEqual(['correctsId paper_corrected']);
    const kept = await api.db.em.find(NoticeDecision, { where: { noticeId: draft.id }, order: { createdAt: 'ASC' } });
    const hashes = kept.map((d) => createHash('sha256').update(decisionText(d)).digest('hex'));
    expect(await entriesOf(draft.id)).toMatchObject([{ event: 'notice.published' }, { event: 'notice.decisionEntered', sha256: hashes[0] }, { event: 'notice.decisionEntered', sha256: hashes[1] }]);
    for (const table of ['notice_decision', 'notice_trade']) await expect(api.pool.query(`delete from ${table}`)).rejects.toThrow('append-only');
  });

  it('hold the outcome of an auction, which the public reads and the contract is compared with', async () => {
    const draft = await create(tto.client, { achievementId });
    expect(await codeOf(trade(tto.client, draft))).toBe('ILLEGAL_TRANSITION');
    const negotiated = await publish(tto.client, await create(tto.client, { pricingMode: 'NEGOTIATED', buyer: '甲公司' }));
    expect(await issuesOf(trade(tto.client, negotiated))).toEqual(['outcome not_traded']);
    const running = await publish(tto.client, draft);
    expect(await issuesOf(trade(tto.client, running, { listedFrom: '2026-12-31', listedUntil: '2026-12-01', dealPrice: '-5' }))).toContain('dealPrice money');
    expect(await issuesOf(trade(tto.client, running, { listedUntil: '2099-01-01' }))).toEqual(['listedUntil in_future']);
    await trade(tto.client, running, { outcome: 'FAILED', bidders: 0, dealPrice: null, buyer: null, fileId: null });
    expect(await codeOf(trade(tto.client, running))).toBe('STALE');
    const failed = await read(tto.client, draft.id);
    await trade(tto.client, failed, { correctsId: failed.trades[0]?.id, correctionReason: '第二次拍卖的结果。' });
    const seen = await read(api.visitor(), draft.id);
    expect(seen.trades).toMatchObject([{ outcome: 'SOLD', dealPrice: '90000000', buyer: '郑州甲公司', fileId: null, sha256: expect.any(String) }]);
    expect((await read(tto.client, draft.id)).trades).toHaveLength(2);

    const buyer = await api.organisation('ENTERPRISE');
    await api.pool.query(
      `insert into technology_contract ("sellerId", "buyerId", "achievementId", status, type, title, subject, "totalAmount", "techAmount", "signedOn", "paymentMode", "paymentTerms", "ipOwnership", acceptance, confidentiality, "createdAt", "updatedAt")
       values ($1, $2, $3, 'CONFIRMED', 'TRANSFER_PATENT_RIGHT', 'x', 'x', 91000000, 91000000, $4, 'LUMP_SUM', '', '', '', '', now(), now())`,
      [unitId, buyer.id, achievementId, today],
    );
    expect((await read(tto.client, draft.id)).findings?.map((f) => f.code)).toEqual(['DECISION_MISSING', 'CONTRACT_BUYER']);
    await api.pool.query('update organisation set name = $2 where id = $1', [buyer.id, '郑州甲公司']);
    expect((await read(tto.client, draft.id)).findings?.at(-1)).toEqual({ code: 'CONTRACT_PRICE', stated: '90000000', found: '91000000' });

    await decide(tto.client, await read(tto.client, draft.id), { withdrew: '陈某（受让方股东之配偶）' });
    const take = (kind: string) => fetch(`${api.url}/exports/notices/${draft.id}/diligence.${kind}`, { headers: { cookie: tto.client.cookie } });
    const text = await pdfText(await take('pdf'));
    for (const word of ['校办〔2026〕31号', '陈某（受让方股东之配偶）', '成交价', '900,000', '已由后一份更正', '合同成交总额为 910,000 元']) expect(text).toContain(word);
    const zip = await JSZip.loadAsync(await (await take('zip')).arrayBuffer());
    expect(await zip.file('决策-第1份-文件-纪要.pdf')?.async('string')).toBe(paper);
    const sums = await zip.file('SHA256SUMS.txt')?.async('string');
    for (const { sha256 } of (await entriesOf(draft.id)).slice(1)) expect(sums).toContain(sha256);
    expect(Object.keys(zip.files)).toContain('挂牌或拍卖结果-第2份-文件-确认书.pdf');
  });
});
