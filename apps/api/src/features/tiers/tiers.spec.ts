import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { extractText } from 'unpdf';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import type { Member } from '../../../test/start-api.js';
import { eventsOf, openRoom, talkScene, type TalkScene } from '../../../test/talk-scene.js';
import { mailsTo } from '../../../test/mailbox.js';

type Part = {
  state: string;
  version: number;
  ownerName: string | null;
  text: string | null;
  hasText: boolean;
  fileCount: number;
  files: { id: string; name: string }[] | null;
  authorised: string[];
  nda: { id: string; version: number; status: string; ownerName: string | null; availableActions: string[]; isInForce: boolean } | null;
};
type Ref = { subjectKind: string; subjectId: string; ownerId?: string };
const ndaFields = 'id version status ownerName readerName acceptedByName openUntil bindsUntil isInForce sha256 text availableActions';
const secret = '镍磷镀层沉积温度 88℃，装载比 1.6 dm²/L';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const parts = async ({ client }: Pick<Member, 'client'>, { subjectKind, subjectId }: Ref) =>
  (
    await client.send<{ parts: Part[] }>(
      `query ($subjectKind: TierSubject!, $subjectId: ID!) { parts: confidentialParts(subjectKind: $subjectKind, subjectId: $subjectId) {
        state version ownerName text hasText fileCount files { id name } authorised nda { ${ndaFields} } } }`,
      { subjectKind, subjectId },
    )
  ).parts;
const stateFor = async (who: Pick<Member, 'client'>, ref: Ref) => (await parts(who, ref))[0]?.state;
const terms = { version: 0, approvalRequired: false, accessMonths: 6, termYears: 3 };
const save = ({ client }: Member, ref: Ref, input: object = {}) =>
  client.send('mutation ($input: TierEditInput!) { saveConfidentialPart(input: $input) { version } }', {
    input: { subjectKind: ref.subjectKind, subjectId: ref.subjectId, ...terms, ...input },
  });
const addFile = async ({ client }: Member, { subjectKind, subjectId }: Ref, name: string, bytes: Uint8Array | string) =>
  client.send(
    'mutation ($subjectKind: TierSubject!, $subjectId: ID!, $fileId: ID!) { addConfidentialFile(subjectKind: $subjectKind, subjectId: $subjectId, fileId: $fileId) { id } }',
    {
      subjectKind,
      subjectId,
      fileId: await client.upload(name, bytes),
    },
  );
const draft = async ({ client }: Member, input: Ref) =>
  (
    await client.send<{ draft: { text: string; sha256: string } }>(
      'query ($input: TierRefInput!) { draft: ndaDraft(input: $input) { text sha256 } }',
      { input },
    )
  ).draft;
const accept = async (who: Member, ref: Ref, changed: object = {}) =>
  (
    await who.client.send<{ nda: NonNullable<Part['nda']> & { sha256: string; text: string; openUntil: string | null } }>(
      `mutation ($input: NdaAcceptanceInput!) { nda: acceptNda(input: $input) { ${ndaFields} } }`,
      { input: { ...ref, sha256: (await draft(who, ref)).sha256, purpose: '评估产线改造是否采用', isAuthorised: true, ...changed } },
    )
  ).nda;
const answer = async ({ client }: Member, action: string, { id, version }: { id: string; version: number }, reason?: string) =>
  (
    await client.send<{ nda: NonNullable<Part['nda']> }>(
      `mutation ($id: ID!, $version: Int!${reason ? ', $reason: String!' : ''}) { nda: ${action}Nda(id: $id, version: $version${reason ? ', reason: $reason' : ''}) { ${ndaFields} } }`,
      { id, version, reason },
    )
  ).nda;
const openText = async ({ client }: Pick<Member, 'client'>, input: Ref) =>
  (await client.send<{ text: string }>('mutation ($input: TierRefInput!) { text: openConfidentialText(input: $input) }', { input })).text;
const openings = async ({ client }: Member, box: string, subjectId: string | null) =>
  (
    await client.send<{
      page: { items: { readerName: string; personName: string; what: string; fileName: string | null; code: string }[] };
    }>(
      'query ($box: NdaBox!, $subjectId: ID) { page: tierOpenings(box: $box, subjectId: $subjectId, page: { page: 1, size: 20 }) { items { readerName personName what fileName code } } }',
      { box, subjectId },
    )
  ).page.items;

describe('the second tier', () => {
  let scene: TalkScene;
  let clerk: Member;
  let achievement: Ref;
  const fetchFile = (path: string, { cookie }: Pick<Member, 'cookie'>) => fetch(`${scene.api.url}/${path}`, { headers: { cookie } });
  beforeAll(async () => {
    scene = await talkScene();
    clerk = await scene.api.member(scene.firm, ['ENTERPRISE_USER']);
    const subjectId = await publishAchievement(scene.api, scene.unit, {
      title: '流化床化学镀镍',
      ndaSummary: secret,
      createdBy: scene.inventor.userId,
    });
    achievement = { subjectKind: 'ACHIEVEMENT', subjectId };
  });
  afterAll(() => scene.api.close());

  it('tells everybody that there is one and each the way to it, and shows it to nobody', async () => {
    const { api, tto, inventor, engineer, stranger, broker } = scene;
    const colleague = await api.member(scene.unit, ['INVENTOR']);
    const official = await api.member('GOVERNMENT_OFFICE');
    const newcomer = await api.member(await api.organisation('ENTERPRISE', { status: 'PENDING' }));
    expect(await stateFor({ client: api.visitor() }, achievement)).toBe('VISITOR');
    expect(
      await Promise.all([tto, inventor, colleague, engineer, stranger, broker, official, newcomer].map((m) => stateFor(m, achievement))),
    ).toEqual(['OWNER', 'OWNER', 'OWN_UNIT', 'MAY_ACCEPT', 'MAY_ACCEPT', 'MAY_ACCEPT', 'NOT_ELIGIBLE', 'UNVERIFIED']);
    const [asked] = await parts(clerk, achievement);
    expect(asked).toMatchObject({ state: 'ASK_COLLEAGUE', authorised: [engineer.name], text: null, hasText: true, files: null });
    for (const who of [clerk, engineer, colleague]) await expect(openText(who, achievement)).rejects.toMatchObject({ code: 'NDA_NEEDED' });
    await expect(openText({ client: api.visitor() }, achievement)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(openText(official, achievement)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(accept(newcomer, achievement)).rejects.toMatchObject({ code: 'ORGANISATION_NOT_VERIFIED' });
    await expect(draft(clerk, achievement)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('takes only files that can carry a mark, from the owner', async () => {
    const { tto, engineer } = scene;
    await expect(addFile(tto, achievement, '原始数据.csv', 'a,b')).rejects.toMatchObject({ code: 'FILE_NOT_MARKABLE' });
    await expect(addFile(tto, achievement, '损坏.pdf', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')).rejects.toMatchObject({
      code: 'FILE_NOT_MARKABLE',
    });
    await expect(addFile(engineer, achievement, '图.png', png)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const pdf = await PDFDocument.create();
    pdf.addPage([595, 842]).drawText('process window');
    pdf.addPage([842, 595]);
    await addFile(tto, achievement, '工艺窗口.pdf', await pdf.save());
    await addFile(scene.inventor, achievement, '断面.png', png);
    expect((await parts(engineer, achievement))[0]).toMatchObject({ fileCount: 2, files: null });
  });

  it('lets a member ask those who may bind the organisation, and shows it in their overview until they answer', async () => {
    const { api, engineer, stranger } = scene;
    type Wish = { id: string; version: number; purpose: string; askedByName: string };
    const { subjectKind, subjectId } = achievement;
    const ask = async ({ client }: Member) =>
      (await client.send<{ wish: Wish }>('mutation ($input: NdaWishInput!) { wish: askForNda(input: $input) { id version purpose askedByName } }', { input: { subjectKind, subjectId, purpose: '评估镀镍产线改造' } })).wish;
    const open = async ({ client }: Member) => (await client.send<{ wishes: Wish[] }>('{ wishes: ndaWishes { id version purpose askedByName } }')).wishes;
    const waiting = async ({ client }: Member) =>
      (await client.send<{ overview: { waiting: { code: string; count: number }[] } }>('{ overview { waiting { code count } } }')).overview.waiting.filter((w) => w.code.startsWith('NDAS'));
    const dismiss = ({ client }: Member, { id, version }: Wish) => client.send('mutation ($id: ID!, $version: Int!) { dismissNdaWish(id: $id, version: $version) { id } }', { id, version });
    await expect(ask(engineer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const first = await ask(clerk);
    await expect(ask(clerk)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await open(engineer)).toEqual([first]);
    expect(await open(stranger)).toEqual([]);
    expect(await waiting(engineer)).toEqual([{ code: 'NDAS_TO_ACCEPT', count: 1 }]);
    await api.drain();
    expect(mailsTo(api.dataDir, engineer.email).join()).toContain('希望查阅“流化床化学镀镍”的保密部分');
    await expect(dismiss(clerk, first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(dismiss(stranger, first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await dismiss(engineer, first);
    expect(await waiting(engineer)).toEqual([]);
    // Asked again; the acceptance of the next case answers it.
    await ask(clerk);
  });

  it('waits for the owner, who approves every reader until it says otherwise', async () => {
    const { api, tto, engineer, inventor } = scene;
    const asked = await accept(engineer, achievement);
    expect(asked).toMatchObject({ status: 'REQUESTED', isInForce: false, openUntil: null, availableActions: ['cancel'] });
    expect(asked.sha256).toBe(createHash('sha256').update(asked.text, 'utf8').digest('hex'));
    expect(asked.text).toContain(`披露方：${scene.unit.name}\n接收方：${scene.firm.name}（统一社会信用代码 ${scene.firm.uscc}）`);
    expect(await stateFor(clerk, achievement)).toBe('WAITING');
    await expect(openText(clerk, achievement)).rejects.toMatchObject({ code: 'NDA_NEEDED' });
    await expect(accept(engineer, achievement)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await expect(answer(engineer, 'approve', asked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(answer(inventor, 'approve', asked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(answer(scene.stranger, 'approve', asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await api.drain();
    expect(mailsTo(api.dataDir, tto.email).join()).toContain('等待贵单位同意后方可查阅');
    const tasks = async ({ client }: Member) =>
      (await client.send<{ overview: { waiting: { code: string; count: number; link: string }[] } }>('{ overview { waiting { code count link } } }')).overview.waiting.filter((w) => w.code.startsWith('NDAS'));
    expect(await tasks(engineer)).toEqual([]);
    expect(await tasks(tto)).toEqual([{ code: 'NDAS_TO_ANSWER', count: 1, link: '/ndas?tab=received&status=REQUESTED' }]);
    expect(await answer(tto, 'approve', asked)).toMatchObject({ status: 'ACTIVE', isInForce: true });
    expect(await tasks(tto)).toEqual([]);
    expect(await stateFor(clerk, achievement)).toBe('OPEN');
  });

  it('logs every opening where the owner sees it, before anything is handed out', async () => {
    const { tto, inventor, stranger } = scene;
    expect(await openText(clerk, achievement)).toBe(secret);
    expect(await openText(clerk, achievement)).toBe(secret);
    const log = await openings(inventor, 'RECEIVED', achievement.subjectId);
    expect(log.map((o) => [o.readerName, o.personName, o.what])).toEqual([
      [scene.firm.name, '测***', 'TEXT'],
      [scene.firm.name, '测***', 'TEXT'],
    ]);
    expect(await openings(clerk, 'OWN', null)).toHaveLength(2);
    expect(await openings(stranger, 'RECEIVED', achievement.subjectId)).toEqual([]);
    expect(await openings(tto, 'RECEIVED', null)).toHaveLength(2);
    await expect(scene.api.pool.query('delete from tier_opening')).rejects.toThrow('append-only');
    await expect(scene.api.pool.query(`update nda set text = 'x'`)).rejects.toThrow('never changed');
  });

  it('hands out copies with the mark on every page, and the original to its owner alone', async () => {
    const { tto, stranger } = scene;
    const [part] = await parts(clerk, achievement);
    const [pdf, picture] = part?.files ?? [];
    const copy = await fetchFile(`files/confidential/${pdf?.id}`, clerk);
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { text } = await extractText(new Uint8Array(await copy.arrayBuffer()));
    const [{ code } = { code: '' }] = await openings(tto, 'RECEIVED', achievement.subjectId);
    expect(text).toHaveLength(2);
    for (const page of text) {
      expect(page.replace(/\s/g, '')).toContain(`仅供${scene.firm.name}查阅测***`);
      expect(page).toContain(code);
    }
    const sheet = await extractText(new Uint8Array(await (await fetchFile(`files/confidential/${picture?.id}`, clerk)).arrayBuffer()));
    expect(sheet.text.join()).toContain(scene.firm.name);
    expect(await openings(tto, 'RECEIVED', achievement.subjectId)).toHaveLength(4);
    expect((await fetchFile(`files/${pdf?.id}`, clerk)).status).toBe(404);
    expect((await fetchFile(`files/${pdf?.id}`, tto)).status).toBe(200);
    expect((await fetchFile(`files/confidential/${pdf?.id}`, stranger)).status).toBe(403);
    expect((await fetchFile(`files/confidential/${pdf?.id}`, { cookie: '' })).status).toBe(401);
  });

  it('closes by withdrawal, by its last day and by the owner', async () => {
    const { api, tto, engineer } = scene;
    await change(api, 'achievement', achievement.subjectId, `status = 'WITHDRAWN'`, 'achievement.withdrawn');
    await expect(openText(clerk, achievement)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await change(api, 'achievement', achievement.subjectId, `status = 'PUBLISHED'`, 'achievement.released');
    await api.pool.query(`update nda set "openUntil" = current_date - 2`);
    expect(await stateFor(engineer, achievement)).toBe('MAY_ACCEPT');
    await expect(openText(clerk, achievement)).rejects.toMatchObject({ code: 'NDA_NEEDED' });
    await expect(accept(engineer, achievement, { sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'STALE' });
    await expect(accept(engineer, achievement, { isAuthorised: false })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const renewed = await accept(engineer, achievement);
    const approved = await answer(tto, 'approve', renewed);
    expect(await openText(clerk, achievement)).toBe(secret);
    await expect(answer(tto, 'end', approved, '短')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await answer(tto, 'end', approved, '洽谈已经结束，停止查阅。');
    await expect(openText(clerk, achievement)).rejects.toMatchObject({ code: 'NDA_NEEDED' });
    expect((await eventsOf(api, renewed.id)).map((e) => e.event)).toEqual(['nda.accepted', 'nda.approved', 'nda.ended']);
  });

  it('opens at once where the owner does not ask to approve, once for two who accept at the same time', async () => {
    const { tto, stranger } = scene;
    await save(tto, achievement, { version: 1 });
    await expect(save(tto, achievement, { version: 1, accessMonths: 2 })).rejects.toMatchObject({ code: 'STALE' });
    const both = await Promise.allSettled([accept(stranger, achievement), accept(stranger, achievement)]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await openText(stranger, achievement)).toBe(secret);
  });

  it('keeps an unnamed owner unnamed until it has approved', async () => {
    const { api, firm, engineer, tto, stranger } = scene;
    const subjectId = await publishDemand(api, firm, { title: '匿名镀镍难题', anonymous: true });
    const demand = { subjectKind: 'DEMAND', subjectId };
    expect(await parts(tto, demand)).toEqual([]);
    await save(engineer, demand, { text: '现用配方和废品率' });
    const asked = await accept(tto, demand);
    expect(asked).toMatchObject({ status: 'REQUESTED', ownerName: null });
    expect(JSON.stringify([asked, await parts(tto, demand)])).not.toContain(firm.name);
    const declined = await answer(engineer, 'decline', asked, '目前只向省内单位开放。');
    expect(declined.status).toBe('DECLINED');
    await answer(engineer, 'approve', await accept(tto, demand));
    expect((await parts(tto, demand))[0]).toMatchObject({ state: 'OPEN', ownerName: firm.name });
    expect(await openText(tto, demand)).toBe('现用配方和废品率');
    await expect(openText(stranger, demand)).rejects.toMatchObject({ code: 'NDA_NEEDED' });
  });

  it('stands in a room too, one per side, and closes with it', async () => {
    const { api, tto, engineer, stranger, unit } = scene;
    const room = { subjectKind: 'NEGOTIATION', subjectId: await openRoom(scene), ownerId: unit.id };
    await addFile(tto, room, '图纸.png', png);
    await save(tto, room, { version: 1, text: '客户名单' });
    expect(await parts(engineer, room)).toMatchObject([
      { state: 'MAY_ACCEPT', fileCount: 1, files: null },
      { state: 'OWNER', fileCount: 0 },
    ]);
    await expect(parts(stranger, room)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await accept(engineer, room);
    expect(await openText(engineer, room)).toBe('客户名单');
    await api.pool.query(`update negotiation set status = 'CLOSED' where id = $1`, [room.subjectId]);
    await expect(openText(engineer, room)).rejects.toMatchObject({ code: 'NDA_NEEDED' });
    expect((await parts(engineer, room))[0]?.state).toBe('CLOSED');
  });
});
