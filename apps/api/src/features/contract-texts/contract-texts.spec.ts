import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { completeContent, contractScene, type ContractScene, type ContractView } from '../../../test/contract-scene.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Text = { revision: number; text: string; sha256: string; articles: { heading: string; state: string }[]; questions: { code: string; start: number | null; words: string }[] };
const refused = (code: string) => expect.objectContaining({ code });
const clauses = {
  patent: '名称：金刚石多线锯切片方法\n专利权人：卖方\n专利号：ZL201710601862.3\n申请日：2017年7月21日\n有效期至：2037年7月20日',
  licenceScope: '普通许可，河南省内实施。',
  plan: '2026年4月起在郑州交付资料并调试两次。',
  breach: '逾期付款的，每日支付万分之五的违约金。',
};

describe('the text of a contract', () => {
  let api: TestApi;
  let scene: ContractScene;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api);
  });
  afterAll(() => api.close());

  const textOf = async (who: Member, contractId: string): Promise<Text> =>
    (
      await who.client.send<{ contractText: Text }>(
        'query T($contractId: ID!) { contractText(contractId: $contractId) { revision text sha256 articles { heading state } questions { code start words } } }',
        { contractId },
      )
    ).contractText;
  const save = async (who: Member, { id, version }: ContractView, input: object): Promise<ContractView> =>
    (
      await who.client.send<{ saveContractText: ContractView }>(
        'mutation S($id: ID!, $version: Int!, $input: ContractTextInput!) { saveContractText(id: $id, version: $version, input: $input) { id version revision status availableActions dueOn registrationNo } }',
        { id, version, input: { ...completeContent, clauses, ...input } },
      )
    ).saveContractText;
  const download = (who: Member, path: string) => fetch(`${api.url}/exports/contracts/${path}`, { headers: { cookie: who.cookie } });
  const addCopy = (who: Member, contractId: string, fileId: string, kind = 'SEALED_PDF') =>
    who.client.send<{ addSignedCopy: { sha256: string; revision: number; textSha256: string } }>(
      'mutation A($contractId: ID!, $fileId: ID!, $kind: SignedCopyKind!) { addSignedCopy(contractId: $contractId, fileId: $fileId, kind: $kind) { sha256 revision textSha256 } }',
      { contractId, fileId, kind },
    );

  it('is made of the fields and the parties of the register, and of clauses beside them', async () => {
    const row = await scene.create();
    const before = await textOf(scene.seller, row.id);
    expect(before.articles.filter((a) => a.state === 'OPEN').map((a) => a.heading)).toEqual([
      expect.stringContaining('专利的基本情况'),
      expect.stringContaining('许可的方式和范围'),
      expect.stringContaining('履行的计划、地点和方式'),
    ]);
    expect(before.questions.map((q) => q.code)).toEqual(expect.arrayContaining(['CONTENT_PLAN', 'PATENT_DETAILS']));
    const saved = await save(scene.seller, row, {});
    expect(saved).toMatchObject({ revision: 2, status: 'DRAFT' });
    const { text, sha256, articles, questions } = await textOf(scene.buyer, row.id);
    expect(articles.filter((a) => a.state === 'OPEN')).toEqual([]);
    for (const words of [scene.seller.organisation.name, completeContent.title, '壹佰万元整', clauses.plan]) expect(text).toContain(words);
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(questions.map((q) => q.code)).not.toEqual(expect.arrayContaining(['CONTENT_PLAN']));
    // Nothing changed is no new revision.
    expect(await save(scene.buyer, saved, {})).toMatchObject({ revision: 2, version: saved.version });
  });

  it('asks both sides again when a clause changes, and refuses two writers at once', async () => {
    const row = await save(scene.seller, await scene.create(), {});
    const agreed = await scene.act(scene.buyer, 'confirmContract', await scene.act(scene.seller, 'confirmContract', row));
    expect(agreed.status).toBe('CONFIRMED');
    const changed = await save(scene.buyer, agreed, { clauses: { ...clauses, breach: '无' } });
    expect(changed).toMatchObject({ status: 'DRAFT', revision: agreed.revision + 1 });
    expect(await scene.see(scene.seller, row.id, 'sellerConfirmedRevision buyerConfirmedRevision')).toMatchObject({
      sellerConfirmedRevision: null,
      buyerConfirmedRevision: null,
    });
    await expect(save(scene.seller, agreed, {})).rejects.toEqual(refused('STALE'));
    const codes = await Promise.allSettled([
      save(scene.seller, changed, { clauses: { ...clauses, other: '一式四份。' } }),
      save(scene.buyer, changed, { clauses: { ...clauses, other: '一式六份。' } }),
    ]);
    expect(codes.map((c) => c.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(save(scene.broker, changed, {})).rejects.toEqual(refused('FORBIDDEN'));
  });

  it('shows where a clause asks for a second look, to both sides and the reviewers', async () => {
    const row = await save(scene.seller, await scene.create(), { clauses: { ...clauses, improvements: '被许可人不得对许可技术进行改进。' } });
    const { text, questions } = await textOf(scene.buyer, row.id);
    const found = questions.find((q) => q.code === 'IMPROVEMENT_LIMITED');
    expect(found && text.slice(found.start ?? 0, (found.start ?? 0) + found.words.length)).toBe('不得对许可技术进行改进');
    await expect(textOf(scene.first, row.id)).rejects.toEqual(refused('NOT_FOUND'));
    const agreed = await scene.act(scene.buyer, 'confirmContract', await scene.act(scene.seller, 'confirmContract', row));
    await scene.act(scene.seller, 'submitContract', agreed);
    expect((await textOf(scene.first, row.id)).questions.map((q) => q.code)).toContain('IMPROVEMENT_LIMITED');
    await expect(save(scene.seller, await scene.see(scene.seller, row.id), { clauses: {} })).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
  });

  it('is printed as PDF and DOCX for those who see it', async () => {
    const row = await save(scene.seller, await scene.create(), {});
    const pdf = await download(scene.buyer, `${row.id}.pdf`);
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect([pdf.status, pdf.headers.get('content-type'), bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    const { extractText, getDocumentProxy } = await import('unpdf');
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    expect(totalPages).toBeGreaterThanOrEqual(3);
    for (const words of ['专利实施许可合同', '签字盖章', '草稿，尚未经双方确认', '壹佰万元整']) expect(text.replace(/\s/gu, '')).toContain(words);
    const docx = await download(scene.seller, `${row.id}.docx`);
    const { extractRawText } = await import('mammoth');
    const { value } = await extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) });
    for (const words of ['专利实施许可合同', clauses.plan, '签字盖章']) expect(value).toContain(words);
    const stranger = await api.member('ENTERPRISE');
    expect([(await download(stranger, `${row.id}.pdf`)).status, (await fetch(`${api.url}/exports/contracts/${row.id}.pdf`)).status]).toEqual([404, 401]);
  });

  it('takes signed copies of what both sides have confirmed, with their checksums', async () => {
    const row = await save(scene.seller, await scene.create(), {});
    const bytes = Buffer.from(await (await download(scene.seller, `${row.id}.pdf`)).arrayBuffer());
    const upload = (who: Member) => who.client.upload('已签合同.pdf', bytes, 'application/pdf');
    await expect(addCopy(scene.seller, row.id, await upload(scene.seller))).rejects.toEqual(refused('NOT_CONFIRMED'));
    const agreed = await scene.act(scene.buyer, 'confirmContract', await scene.act(scene.seller, 'confirmContract', row));
    const { sha256: textSha256 } = await textOf(scene.buyer, row.id);
    const { addSignedCopy } = await addCopy(scene.seller, row.id, await upload(scene.seller));
    expect(addSignedCopy).toMatchObject({ revision: agreed.revision, textSha256 });
    expect(addSignedCopy.sha256).toMatch(/^[0-9a-f]{64}$/u);
    const csv = await scene.buyer.client.upload('表.csv', '甲,乙\n', 'text/csv');
    await expect(addCopy(scene.buyer, row.id, csv)).rejects.toEqual(refused('FILE_TYPE'));
    await expect(addCopy(scene.broker, row.id, csv)).rejects.toEqual(refused('FORBIDDEN'));
    const { rows } = await api.pool.query(`select data from audit_event where event = 'contract.signedCopyAdded' and "subjectId" = $1`, [row.id]);
    expect(rows).toEqual([{ data: { name: '已签合同.pdf', sha256: addSignedCopy.sha256, revision: agreed.revision } }]);
  });

  it('gives the certificate to anybody, and the national form to those who see the contract', async () => {
    const row = await scene.at('REGISTERED');
    const number = row.registrationNo ?? '';
    const certificate = await fetch(`${api.url}/exports/certificates/${number}.pdf`);
    const { extractText, getDocumentProxy } = await import('unpdf');
    const proxy = await getDocumentProxy(new Uint8Array(await certificate.arrayBuffer()));
    const { text, totalPages } = await extractText(proxy, { mergePages: true });
    expect([certificate.status, totalPages]).toEqual([200, 1]);
    for (const words of [number, completeContent.title, `http://jihui.test/verify/${number}`, '有效']) expect(text.replace(/\s/gu, '')).toContain(words);
    expect((await fetch(`${api.url}/exports/certificates/JHZZ-1999-000001.pdf`)).status).toBe(404);
    const form = await download(scene.first, `${row.id}/national-form.json`);
    const body = (await form.json()) as { fields: { code: string; value: string }[] };
    const valueOf = (code: string) => body.fields.find((f) => f.code === code)?.value;
    expect([valueOf('platformNo'), valueOf('nationalNo'), valueOf('totalWanYuan'), valueOf('techWanYuan')]).toEqual([number, '', '100', '80']);
    const book = await download(scene.seller, `${row.id}/national-form.xlsx`);
    const sheets = new ExcelJS.Workbook();
    await sheets.xlsx.load(await book.arrayBuffer());
    const line = sheets.getWorksheet('导入行');
    const names = line?.getRow(1).values;
    const at = Array.isArray(names) ? names.indexOf('成交总额（万元）') : 0;
    expect([line?.rowCount, line?.getRow(2).getCell(at).value]).toEqual([2, 100]);
    expect(sheets.getWorksheet('登记表')?.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1 });
    const stranger = await api.member('ENTERPRISE');
    expect((await download(stranger, `${row.id}/national-form.json`)).status).toBe(404);
  });
});
