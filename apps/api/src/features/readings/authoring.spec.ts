import { buffer } from 'node:stream/consumers';
import { Document, Packer, Paragraph } from 'docx';
import PDFDocument from 'pdfkit';
import type { Guess } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { content } from '../../../test/achievement-steps.js';
import { publishAchievement } from '../../../test/publish.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { gb18030, zip } from '../../../test/spreadsheets.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

const abstract = '摘要：聚晶金刚石刀具重磨后刃口常有微崩缺。以激光沿刃口扫描修锐，锯齿度不大于 1.2 微米，已在两家刀具厂试用八个月。';

// In Latin: taking a Chinese font apart takes seconds in here. The journey in Chromium reads a Chinese one.
const latin = 'Laser sharpening of PCD tools with an edge roughness below 2 um';
async function pdf(text: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const bytes = buffer(document);
  if (text) document.text(text);
  document.end();
  return bytes;
}
const docx = (text: string): Promise<Buffer> => Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }] }));

describe('writing', () => {
  let api: TestApi;
  let inventor: Member;
  let firm: Member;
  let unit: TestOrganisation;
  beforeAll(async () => {
    api = await startApi();
    unit = await api.organisation('UNIVERSITY');
    inventor = await api.member(unit, ['INVENTOR']);
    firm = await api.member('ENTERPRISE', ['ENTERPRISE_USER']);
  });
  afterAll(() => api.close());

  describe('a demand', () => {
    const input = { title: '植入涂层国产化', problem: '该涂层长期被国外垄断，机理不明，多次尝试仍未能解决，取得注册证还要临床试验。', indicators: [], keywords: [], anonymous: false, budgetMax: '600000000' };
    const create = async (client: ApiClient, more = {}) =>
      (await client.send<{ row: { id: string; version: number; complexity: { route: string; reasons: { point: string; found: string[] }[] } } }>('mutation ($input: DemandInput!) { row: createDemand(input: $input) { id version complexity { route reasons { point found } } } }', { input: { ...input, ...more } })).row;

    it('is told how hard it is to place, and a stranger is not', async () => {
      const row = await create(firm.client);
      expect(row.complexity.route).toBe('BROKER');
      expect(row.complexity.reasons).toContainEqual({ point: 'stakes', found: ['600'] });
      await api.pool.query(`update demand set status = 'PUBLISHED', "publishedAt" = now(), "confirmedAt" = now() where id = $1`, [row.id]);
      expect(await api.visitor().send('query ($id: ID!) { demand(id: $id) { title complexity { route } correctedReadings { key } } }', { id: row.id })).toEqual({ demand: { title: input.title, complexity: null, correctedReadings: null } });
    });

    it('keeps a text that is too long, and is not sent with it', async () => {
      const { id, version } = await create(firm.client, { problem: '长'.repeat(1201), deliverables: '样件' });
      const submit = firm.client.send('mutation ($id: ID!, $version: Int!) { submitDemand(id: $id, version: $version) { id } }', { id, version });
      expect(await issuesOf(submit)).toEqual(['problem too_big.string']);
    });
  });

  describe('a disclosure', () => {
    const read = async (name: string, bytes: Uint8Array | string, by = inventor) =>
      (await by.client.send<{ found: { text: string; pages: number | null; isCut: boolean } }>('mutation ($fileId: ID!) { found: readDisclosure(fileId: $fileId) { text pages isCut } }', { fileId: await inventor.client.upload(name, bytes) })).found;
    const refused = (name: string, bytes: Uint8Array | string) => read(name, bytes).then(() => 'read', (error: { code: string; params: { reason?: string } }) => [error.code, error.params.reason].filter(Boolean).join(' '));

    it('is read from PDF, Word and text, also in an old encoding', async () => {
      expect(await read('论文.pdf', await pdf(latin))).toEqual({ text: latin, pages: 1, isCut: false });
      expect((await read('论文.docx', await docx(`题目\n${abstract}`))).text).toBe(`题目\n${abstract}`);
      expect((await read('摘要.txt', gb18030('摘要：刃口崩缺'))).text).toBe('摘要：刃口崩缺');
      expect((await read('长.txt', '长'.repeat(30_001))).isCut).toBe(true);
    });

    it('is refused for its reason, and nothing else happens', async () => {
      const whole = await pdf(latin);
      const bomb = zip([{ name: 'word/document.xml', bytes: Buffer.alloc(90 * 1024 * 1024) }]);
      expect(
        await Promise.all([
          refused('a.pdf', await pdf('')),
          refused('a.pdf', await pdf(latin, { userPassword: 'x' })),
          refused('a.pdf', whole.subarray(0, 300)),
          refused('a.docx', bomb),
          refused('a.docx', zip([{ name: 'a.txt', bytes: Buffer.from('x') }])),
          refused('a.txt', Buffer.from([0x80, 0x81, 0xff, 0, 0xff])),
          refused('a.csv', '名称,简介'),
        ]),
      ).toEqual(['FILE_UNREADABLE SCANNED', 'FILE_UNREADABLE ENCRYPTED', 'FILE_UNREADABLE DAMAGED', 'FILE_UNREADABLE UNPACKED_TOO_LARGE', 'FILE_UNREADABLE DAMAGED', 'FILE_UNREADABLE ENCODING', 'FILE_TYPE']);
    }, 60_000);

    it('is read by whoever uploaded it alone', async () => {
      expect(await codeOf(read('a.txt', abstract, await api.member(unit, ['INVENTOR'])))).toBe('NOT_FOUND');
      expect(await codeOf(read('a.txt', abstract, firm))).toBe('FORBIDDEN');
    });

    it('gives guesses and keeps none', async () => {
      const { found } = await inventor.client.send<{ found: { guesses: Guess[] } }>('query ($input: DisclosureInput!) { found: disclosureGuesses(input: $input) { guesses { field value excerpt isStated } } }', { input: { text: `激光修锐方法\n${abstract}` } });
      const of = (field: string) => found.guesses.find((g) => g.field === field)?.value;
      expect([of('title'), of('trl')]).toEqual(['激光修锐方法', 7]);
      expect(of('keywords')).toContain('刃口');
      expect((await api.pool.query('select 1 from achievement')).rowCount).toBe(0);
    });
  });

  describe('the readings of an item', () => {
    const search = async (indicator: string) => (await api.visitor().send<{ search: { hits: { id: string }[] } }>('query ($input: SearchInput!) { search(input: $input) { hits { id } } }', { input: { text: '', indicators: [indicator] } })).search.hits.map((h) => h.id);
    const say = async (client: ApiClient, id: string, input: object) => (await client.send<{ said: { key: string; state: string }[] }>('mutation ($id: ID!, $input: ReadingCorrectionInput!) { said: correctAchievementReading(id: $id, input: $input) { key state indicator { name value } } }', { id, input })).said;
    const key = 'text|锯齿度|LE|1.2||μm|';

    it('are what search uses, corrected by the owner, also after the text was written anew', async () => {
      const id = await publishAchievement(api, unit, { ...content, title: '激光修锐方法', summary: abstract, createdBy: inventor.userId } as never);
      await api.drain();
      expect([await search('锯齿度≤2μm'), await search('崩刃宽度≤2μm')]).toEqual([[id], []]);
      expect(await say(inventor.client, id, { key, state: 'CORRECTED', indicator: { name: '崩刃宽度', op: 'LE', value: '1.2', unit: 'μm' } })).toMatchObject([{ key, state: 'CORRECTED', indicator: { name: '崩刃宽度' } }]);
      await api.drain();
      expect([await search('锯齿度≤2μm'), await search('崩刃宽度≤2μm')]).toEqual([[], [id]]);
      await api.pool.query(`update achievement set summary = '先说一句。' || summary, version = version + 1 where id = $1`, [id]);
      await api.db.run((await import('../../platform/auth/actor.js')).system, (tx) => tx.record('achievement.revised', id, { fields: ['summary'] }));
      await api.drain();
      expect(await search('崩刃宽度≤2μm')).toEqual([id]);
      expect(await say(inventor.client, id, { key, state: 'REJECTED' })).toMatchObject([{ state: 'REJECTED', indicator: null }]);
      await api.drain();
      expect([await search('锯齿度≤2μm'), await search('崩刃宽度≤2μm')]).toEqual([[], []]);
      expect(await say(inventor.client, id, { key, state: 'READ' })).toEqual([]);
      await api.drain();
      expect(await search('锯齿度≤2μm')).toEqual([id]);
      const { rows } = await api.pool.query<{ event: string }>(`select event from audit_event where "subjectId" = $1 and event like '%Corrected'`, [id]);
      expect(rows).toHaveLength(3);

      expect(await issuesOf(say(inventor.client, id, { key: 'text|没有的', state: 'REJECTED' }))).toEqual(['key unknown_reading']);
      expect(await issuesOf(say(inventor.client, id, { key, state: 'CORRECTED', indicator: { name: '手感', op: 'GE', value: '3', unit: '星' } }))).toEqual(['indicator.unit indicator_unit']);
      expect(await codeOf(say((await api.member('UNIVERSITY', ['INVENTOR'])).client, id, { key, state: 'REJECTED' }))).toBe('FORBIDDEN');
    });
  });
});
