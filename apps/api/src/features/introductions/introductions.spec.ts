import { createHash } from 'node:crypto';
import { addWorkingDays, DeclineReason, endOfShanghaiDay, shanghaiDay } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { mailsTo } from '../../../test/mailbox.js';
import { pdfText } from '../../../test/pdf-text.js';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { IntroductionDeadlines } from './introduction-deadlines.service.js';
import { codeOf } from '../../../test/refusals.js';

const shown =
  'id version status box dueOn requesterName answererName requestedByName message demandTitle achievementTitle declineReason declineNote negotiationId availableActions';
type Row = {
  id: string;
  version: number;
  status: string;
  box: string;
  dueOn: string;
  requesterName: string | null;
  answererName: string | null;
  message: string;
  declineReason: string | null;
  declineNote: string | null;
  negotiationId: string | null;
  availableActions: string[];
};
const message = '我们有一套流化床化学镀镍工艺，想了解贵方的产量和现有镀液体系。';
const request = async (client: ApiClient, input: { demandId?: string; achievementId?: string; message?: string }) =>
  (
    await client.send<{ row: Row }>(
      `mutation ($input: IntroductionRequestInput!) { row: requestIntroduction(input: $input) { ${shown} } }`,
      { input: { message, ...input } },
    )
  ).row;
const act = async (client: ApiClient, action: 'accept' | 'cancel', { id, version }: Row) =>
  (
    await client.send<{ row: Row }>(
      `mutation ($id: ID!, $version: Int!) { row: ${action}Introduction(id: $id, version: $version) { ${shown} } }`,
      { id, version },
    )
  ).row;
const decline = async (client: ApiClient, { id, version }: Row, reason: string, note?: string) =>
  (
    await client.send<{ row: Row }>(
      `mutation ($input: IntroductionDeclineInput!) { row: declineIntroduction(input: $input) { ${shown} } }`,
      { input: { id, version, reason, note } },
    )
  ).row;
const read = async (client: ApiClient, id: string) =>
  (await client.send<{ row: Row }>(`query ($id: ID!) { row: introduction(id: $id) { ${shown} } }`, { id })).row;
const list = async (client: ApiClient, box: 'RECEIVED' | 'SENT') =>
  (
    await client.send<{ list: { total: number; items: Row[] } }>(
      `query ($box: IntroductionBox!) { list: introductions(box: $box, page: { page: 1, size: 50 }) { total items { ${shown} } } }`,
      { box },
    )
  ).list;
const on = async (client: ApiClient, ids: { demandId?: string; achievementId?: string }) =>
  (
    await client.send<{ row: Row | null }>(
      `query ($demandId: ID, $achievementId: ID) { row: introductionOn(demandId: $demandId, achievementId: $achievementId) { ${shown} } }`,
      ids,
    )
  ).row;

describe('introductions', () => {
  let api: TestApi;
  let unit: TestOrganisation;
  let firm: TestOrganisation;
  let tto: Member;
  let inventor: Member;
  let engineer: Member;
  let stranger: Member;
  let deadlines: IntroductionDeadlines;
  let serial = 0;
  const demandOf = (values: object = {}) => publishDemand(api, firm, { title: `化学镀镍需求第${++serial}号`, ...values });
  const achievementOf = (values: object = {}) => publishAchievement(api, unit, { title: `化学镀镍成果第${++serial}号`, ...values });
  const eventsOf = async (id: string) =>
    (await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by at, id', [id])).rows.map(
      (r) => r.event,
    );

  beforeAll(async () => {
    api = await startApi();
    const branch = await api.organisation('MARKET_OPERATOR');
    [unit, firm] = [
      await api.organisation('UNIVERSITY', { branchId: branch.id }),
      await api.organisation('ENTERPRISE', { name: '河南微粉镀覆有限公司' }),
    ];
    [tto, inventor, engineer, stranger] = [
      await api.member(unit, ['UNIT_TTO']),
      await api.member(unit, ['INVENTOR']),
      await api.member(firm),
      await api.member('ENTERPRISE'),
    ];
    deadlines = api.app.get(IntroductionDeadlines);
  });
  afterAll(() => api.close());
  it('goes from the unit to the enterprise, is accepted, and the talk is open in the same moment', async () => {
    const [demandId, achievementId] = [await demandOf(), await achievementOf()];
    const asked = await request(tto.client, { demandId, achievementId });
    const dueOn = addWorkingDays(shanghaiDay(new Date()), 10);
    expect(asked).toMatchObject({ status: 'REQUESTED', box: 'SENT', dueOn, answererName: firm.name, availableActions: ['cancel'] });
    expect((await on(tto.client, { demandId, achievementId }))?.id).toBe(asked.id);
    const received = (await list(engineer.client, 'RECEIVED')).items.find((i) => i.id === asked.id);
    expect(received).toMatchObject({ box: 'RECEIVED', requesterName: unit.name, message, availableActions: ['accept', 'decline'] });
    expect((await read(inventor.client, asked.id)).availableActions).toEqual([]);

    const accepted = await act(engineer.client, 'accept', asked);
    expect(accepted).toMatchObject({ status: 'ACCEPTED', availableActions: [] });
    const talk = (
      await tto.client.send<{ negotiation: object }>(
        'query ($id: ID!) { negotiation(id: $id) { status introductionId supplierName demanderName mySide } }',
        { id: accepted.negotiationId },
      )
    ).negotiation;
    expect(talk).toEqual({
      status: 'OPEN',
      introductionId: asked.id,
      supplierName: unit.name,
      demanderName: firm.name,
      mySide: 'SUPPLIER',
    });
    expect(await eventsOf(asked.id)).toEqual(['introduction.requested', 'introduction.accepted']);
    expect(await eventsOf(accepted.negotiationId ?? '')).toEqual(['negotiation.opened']);
    expect(await codeOf(request(tto.client, { demandId, achievementId }))).toBe('ALREADY_EXISTS');
    expect(await codeOf(request(engineer.client, { demandId, achievementId }))).toBe('ALREADY_EXISTS');
  });

  it('leaves a receipt with each side, whose content is what the ledger hashed', async () => {
    const achievementId = await achievementOf();
    const asked = await request(engineer.client, { achievementId });
    const take = ({ cookie }: ApiClient) => fetch(`${api.url}/exports/introductions/${asked.id}/receipt.pdf`, { headers: { cookie } });
    expect((await take(tto.client)).status).toBe(400);
    await act(tto.client, 'accept', asked);
    expect((await take(stranger.client)).status).toBe(404);
    expect((await take(api.visitor())).status).toBe(401);
    const { rows } = await api.pool.query<{ event: string; detail: string }>('select * from ledger_entry where "subjectId" = $1 order by seq', [asked.id]);
    expect(rows.map((r) => r.event)).toEqual(['introduction.requested', 'introduction.accepted']);
    for (const { client } of [tto, engineer]) {
      const text = await pdfText(await take(client));
      for (const word of [unit.name, firm.name, '对接回执']) expect(text).toContain(word);
      const contents = text.replace(/\s/g, '').match(/\{"achievementId".*?\}/g) ?? [];
      expect(contents.map((said) => createHash('sha256').update(said).digest('hex'))).toEqual(rows.map((r) => r.detail));
    }
  });

  it('goes from the enterprise to the unit, from an achievement alone', async () => {
    const achievementId = await achievementOf();
    const asked = await request(engineer.client, { achievementId });
    expect(asked).toMatchObject({ status: 'REQUESTED', answererName: unit.name });
    expect((await act(tto.client, 'accept', asked)).status).toBe('ACCEPTED');
    expect((await request(stranger.client, { achievementId })).status).toBe('REQUESTED');
  });

  it('refuses whoever cannot ask', async () => {
    const [demandId, achievementId] = [await demandOf(), await achievementOf()];
    const unverified = await api.member(await api.organisation('ENTERPRISE', { status: 'PENDING' }));
    const broker = await api.member('BROKER_FIRM');
    expect(await codeOf(request(unverified.client, { achievementId }))).toBe('ORGANISATION_NOT_VERIFIED');
    expect(await codeOf(request(engineer.client, { demandId }))).toBe('OWN_ORGANISATION');
    expect(await codeOf(request(tto.client, { achievementId }))).toBe('OWN_ORGANISATION');
    expect(await codeOf(request(stranger.client, { demandId }))).toBe('FORBIDDEN');
    expect(await codeOf(request(stranger.client, { demandId, achievementId }))).toBe('FORBIDDEN');
    expect(await codeOf(request(broker.client, { demandId, achievementId }))).toBe('FORBIDDEN');
    expect(await codeOf(request(inventor.client, { demandId }))).toBe('FORBIDDEN');
    expect(await codeOf(request(api.visitor(), { demandId }))).toBe('NOT_SIGNED_IN');
    expect(await codeOf(request(tto.client, {}))).toBe('INVALID_INPUT');
    expect(await codeOf(request(tto.client, { demandId, message: '太短' }))).toBe('INVALID_INPUT');
    const draft = await achievementOf({ status: 'DRAFT' });
    expect(await codeOf(request(tto.client, { demandId, achievementId: draft }))).toBe('INVALID_INPUT');
    expect(await codeOf(request(engineer.client, { achievementId: draft }))).toBe('NOT_FOUND');
  });

  it('is asked once at a time, also when two ask at once', async () => {
    const demandId = await demandOf();
    const codes = await Promise.all([codeOf(request(tto.client, { demandId })), codeOf(request(tto.client, { demandId }))]);
    expect(codes.sort()).toEqual(['ALREADY_EXISTS', 'OK']);
    const first = await on(tto.client, { demandId });
    if (!first) throw new Error('the first one is there');
    expect(await codeOf(act(engineer.client, 'cancel', first))).toBe('FORBIDDEN');
    expect((await act(tto.client, 'cancel', first)).status).toBe('CANCELLED');
    expect((await request(tto.client, { demandId })).status).toBe('REQUESTED');
  });

  it('is declined with a reason that the asker reads; "other" needs words', async () => {
    const asked = await request(tto.client, { demandId: await demandOf() });
    expect(await codeOf(decline(engineer.client, asked, 'OTHER'))).toBe('INVALID_INPUT');
    expect(await codeOf(decline(engineer.client, asked, 'BECAUSE'))).toBe('BAD_USER_INPUT');
    expect(await codeOf(decline(tto.client, asked, 'PRICE'))).toBe('FORBIDDEN');
    expect(await decline(engineer.client, asked, 'INDICATORS_NOT_MET', '增重均匀性要求 ±1%')).toMatchObject({ status: 'DECLINED' });
    expect(await read(tto.client, asked.id)).toMatchObject({ declineReason: 'INDICATORS_NOT_MET', declineNote: '增重均匀性要求 ±1%' });
    expect(await codeOf(act(engineer.client, 'accept', { ...asked, version: 2 }))).toBe('ILLEGAL_TRANSITION');
    expect(DeclineReason.options).toHaveLength(10);
  });

  it('is answered once when two answer at once', async () => {
    const asked = await request(tto.client, { demandId: await demandOf() });
    const colleague = await api.member(firm, ['ENTERPRISE_USER']);
    const codes = await Promise.all([codeOf(act(engineer.client, 'accept', asked)), codeOf(decline(colleague.client, asked, 'PRICE'))]);
    expect(codes.filter((c) => c === 'OK')).toHaveLength(1);
    expect(['STALE', 'ILLEGAL_TRANSITION']).toContain(codes.find((c) => c !== 'OK'));
    const { rows } = await api.pool.query('select 1 from negotiation where "introductionId" = $1', [asked.id]);
    expect(rows).toHaveLength((await read(tto.client, asked.id)).status === 'ACCEPTED' ? 1 : 0);
  });

  it('shows a stranger nothing', async () => {
    const asked = await request(tto.client, { demandId: await demandOf() });
    expect(await codeOf(read(stranger.client, asked.id))).toBe('NOT_FOUND');
    expect(await codeOf(act(stranger.client, 'accept', asked))).toBe('NOT_FOUND');
    expect((await list(stranger.client, 'RECEIVED')).total).toBe(0);
    expect((await list(stranger.client, 'SENT')).items.map((i) => i.id)).not.toContain(asked.id);
  });

  it('does not name the owner of an anonymous demand before it accepts, in no field and no mail', async () => {
    const demandId = await demandOf({ anonymous: true });
    const asked = await request(tto.client, { demandId });
    expect(asked.answererName).toBeNull();
    const sent = (await list(tto.client, 'SENT')).items.filter((i) => i.id === asked.id);
    expect(JSON.stringify([sent, await read(tto.client, asked.id), await on(tto.client, { demandId })])).not.toContain(firm.name);
    const whole = await tto.client.send<{ introduction: object }>(
      'query ($id: ID!) { introduction(id: $id) { demand { organisationId organisation { name } contactName } answererName } }',
      { id: asked.id },
    );
    expect(whole.introduction).toEqual({ demand: { organisationId: null, organisation: null, contactName: null }, answererName: null });
    expect((await read(engineer.client, asked.id)).answererName).toBe(firm.name);
    expect((await act(engineer.client, 'accept', asked)).status).toBe('ACCEPTED');
    expect((await read(tto.client, asked.id)).answererName).toBe(firm.name);
  });

  it('is reminded of three working days before its last day, and closes by itself after it', async () => {
    const asked = await request(tto.client, { demandId: await demandOf() });
    const answered = await request(tto.client, { demandId: await demandOf() });
    await act(engineer.client, 'accept', answered);
    const early = new Date(endOfShanghaiDay(addWorkingDays(shanghaiDay(new Date()), 6)).getTime() - 3_600_000);
    await deadlines.remind(early);
    expect(await eventsOf(asked.id)).not.toContain('introduction.reminded');
    const due = new Date(endOfShanghaiDay(addWorkingDays(shanghaiDay(new Date()), 7)).getTime() - 3_600_000);
    await deadlines.remind(due);
    await deadlines.remind(due);
    expect((await eventsOf(asked.id)).filter((e) => e === 'introduction.reminded')).toHaveLength(1);
    await deadlines.expire(endOfShanghaiDay(asked.dueOn));
    expect((await read(tto.client, asked.id)).status).toBe('REQUESTED');
    expect(await deadlines.expire(new Date(endOfShanghaiDay(asked.dueOn).getTime() + 1))).toBeGreaterThan(0);
    expect(await read(tto.client, asked.id)).toMatchObject({ status: 'EXPIRED', availableActions: [] });
    expect((await read(tto.client, answered.id)).status).toBe('ACCEPTED');
    expect(await codeOf(act(engineer.client, 'accept', { ...asked, version: 3 }))).toBe('ILLEGAL_TRANSITION');
  });

  it('lets a broker with an accepted mandate ask for its client, and takes it into the talk', async () => {
    const agency = await api.organisation('BROKER_FIRM');
    const broker = await api.member(agency);
    const first = await act(engineer.client, 'accept', await request(tto.client, { demandId: await demandOf() }));
    const { grantMandate } = await tto.client.send<{ grantMandate: { id: string; version: number } }>(
      'mutation ($input: MandateGrantInput!) { grantMandate(input: $input) { id version } }',
      { input: { negotiationId: first.negotiationId, brokerFirmId: agency.id, scope: '寻找受让方', commissionPermille: 30 } },
    );
    await broker.client.send('mutation ($id: ID!, $version: Int!) { acceptMandate(id: $id, version: $version) { id } }', {
      ...grantMandate,
    });
    const [demandId, achievementId] = [await demandOf(), await achievementOf()];
    const asked = await request(broker.client, { demandId, achievementId });
    expect(asked).toMatchObject({ requesterName: unit.name, answererName: firm.name, box: 'SENT', availableActions: ['cancel'] });
    expect((await list(tto.client, 'SENT')).items.map((i) => i.id)).toContain(asked.id);
    const { negotiationId } = await act(engineer.client, 'accept', asked);
    const { negotiation } = await broker.client.send<{ negotiation: object }>(
      'query ($id: ID!) { negotiation(id: $id) { brokerName mySide } }',
      { id: negotiationId },
    );
    expect(negotiation).toEqual({ brokerName: agency.name, mySide: null });
  });

  it('mails those whom it concerns, and says nothing that they may not know', async () => {
    await api.pool.query('delete from graphile_worker._private_jobs');
    const hidden = await request(tto.client, { demandId: await demandOf({ anonymous: true, title: '匿名的镀镍需求' }) });
    await api.drain();
    expect(mailsTo(api.dataDir, engineer.email).at(-1)).toContain(hidden.dueOn);
    await decline(engineer.client, hidden, 'ALREADY_SOLVED');
    await api.drain();
    const refused = mailsTo(api.dataDir, tto.email).at(-1) ?? '';
    expect(refused).toContain('未被接受');
    expect(refused).not.toContain(firm.name);
    expect(mailsTo(api.dataDir, inventor.email)).toEqual([]);
    expect(mailsTo(api.dataDir, stranger.email)).toEqual([]);
    await act(engineer.client, 'accept', await request(tto.client, { demandId: await demandOf() }));
    await api.drain();
    expect(mailsTo(api.dataDir, tto.email).at(-1)).toContain('/negotiations/');
  });

  it('keeps the title of an item that was withdrawn since', async () => {
    const demandId = await demandOf({ title: '后来撤回的需求' });
    const asked = await request(tto.client, { demandId });
    await change(api, 'demand', demandId, `status = 'WITHDRAWN'`, 'demand.withdrawn');
    const { introduction } = await tto.client.send<{ introduction: object }>(
      'query ($id: ID!) { introduction(id: $id) { demandTitle demand { id } } }',
      { id: asked.id },
    );
    expect(introduction).toEqual({ demandTitle: '后来撤回的需求', demand: null });
  });
});
