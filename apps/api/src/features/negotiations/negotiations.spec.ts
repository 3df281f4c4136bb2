import { ApiError, type ApiClient, type TestOrganisation } from '@jihui/testing';
import { mailsTo } from '../../../test/mailbox.js';
import { publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { NegotiationContacts } from './negotiation-contacts.service.js';

const talkFields =
  'id version status mySide nextStep agreedNumber contractId isWritable availableActions supplierName demanderName brokerName termSheets { number title totalAmount savedByName supplierConfirmedAt demanderConfirmedAt } files { id name } mandates { id status clientName brokerFirmName availableActions }';
type Sheet = { number: number; title: string; totalAmount: string; supplierConfirmedAt: string | null; demanderConfirmedAt: string | null };
type Talk = {
  id: string;
  version: number;
  status: string;
  nextStep: string;
  agreedNumber: number | null;
  contractId: string | null;
  isWritable: boolean;
  availableActions: string[];
  brokerName: string | null;
  termSheets: Sheet[];
  files: { id: string; name: string }[];
  mandates: { id: string; status: string; availableActions: string[] }[];
};
const terms = {
  type: 'LICENSE_PATENT',
  title: '流化床化学镀镍工艺许可',
  subject: '许可方将流化床化学镀镍专利和工艺包许可给被许可方在河南省内使用，并驻厂调试两个月。',
  totalAmount: '120000000',
  paymentMode: 'UPFRONT_ROYALTY',
  paymentTerms: '签约付 40 万元，投产后按销售额 3% 提成。',
  ipOwnership: '专利归许可方，改进成果归改进方。',
  termMonths: 60,
};
const read = async (client: ApiClient, id: string) => (await client.send<{ talk: Talk }>(`query ($id: ID!) { talk: negotiation(id: $id) { ${talkFields} } }`, { id })).talk;
const save = async (client: ApiClient, negotiationId: string, basedOn: number, changed: object = {}) =>
  (await client.send<{ sheet: Sheet }>('mutation ($negotiationId: ID!, $basedOn: Int!, $input: TermSheetInput!) { sheet: saveTermSheet(negotiationId: $negotiationId, basedOn: $basedOn, input: $input) { number title } }', { negotiationId, basedOn, input: { ...terms, ...changed } })).sheet;
const confirm = (client: ApiClient, negotiationId: string, number: number) => client.send('mutation ($negotiationId: ID!, $number: Int!) { confirmTermSheet(negotiationId: $negotiationId, number: $number) { number } }', { negotiationId, number });
const write = (client: ApiClient, negotiationId: string, text: string) => client.send('mutation ($input: NegotiationMessageInput!) { writeNegotiationMessage(input: $input) { id } }', { input: { negotiationId, text } });
const messages = async (client: ApiClient, negotiationId: string, before?: string) =>
  (await client.send<{ list: { id: string; authorName: string; text: string }[] }>('query ($negotiationId: ID!, $before: ID) { list: negotiationMessages(negotiationId: $negotiationId, before: $before) { id authorName text } }', { negotiationId, before })).list;
const contacts = async (client: ApiClient, negotiationId: string) =>
  (await client.send<{ list: { side: string; organisationName: string; name: string | null; phone: string | null }[] }>('query ($negotiationId: ID!) { list: negotiationContacts(negotiationId: $negotiationId) { side organisationName name phone } }', { negotiationId })).list;
const draft = async (client: ApiClient, negotiationId: string) =>
  (await client.send<{ talk: Talk }>(`mutation ($negotiationId: ID!) { talk: draftContractFromTermSheet(negotiationId: $negotiationId) { ${talkFields} } }`, { negotiationId })).talk;
const close = (client: ApiClient, { id, version }: Talk) => client.send('mutation ($id: ID!, $version: Int!) { closeNegotiation(id: $id, version: $version) { status } }', { id, version });
const codeOf = (work: Promise<unknown>) => work.then(() => 'OK', (e: unknown) => (e instanceof ApiError ? e.code : String(e)));

describe('negotiations', () => {
  let api: TestApi;
  let unit: TestOrganisation;
  let firm: TestOrganisation;
  let agency: TestOrganisation;
  let tto: Member;
  let inventor: Member;
  let engineer: Member;
  let broker: Member;
  let stranger: Member;
  let serial = 0;
  const eventsOf = async (id: string) => (await api.pool.query<{ event: string; data: object; userId: string }>('select event, data, "userId" from audit_event where "subjectId" = $1 order by at, id', [id])).rows;

  /** A room of the unit and the firm, opened by an accepted introduction. */
  const openRoom = async (values: { demand?: object; achievement?: object } = {}): Promise<string> => {
    const demandId = await publishDemand(api, firm, { title: `镀镍需求第${++serial}号`, ...values.demand });
    const achievementId = await publishAchievement(api, unit, { title: `镀镍成果第${serial}号`, techField: 'NEW_MATERIALS', ...values.achievement });
    const { asked } = await tto.client.send<{ asked: { id: string } }>('mutation ($input: IntroductionRequestInput!) { asked: requestIntroduction(input: $input) { id } }', { input: { demandId, achievementId, message: '希望就这项工艺与贵方面谈。' } });
    const { accepted } = await engineer.client.send<{ accepted: { negotiationId: string } }>('mutation ($id: ID!) { accepted: acceptIntroduction(id: $id, version: 1) { negotiationId } }', { id: asked.id });
    return accepted.negotiationId;
  };

  beforeAll(async () => {
    api = await startApi();
    [unit, firm, agency] = [await api.organisation('UNIVERSITY'), await api.organisation('ENTERPRISE'), await api.organisation('BROKER_FIRM')];
    [tto, inventor, engineer, broker, stranger] = [await api.member(unit, ['UNIT_TTO']), await api.member(unit, ['INVENTOR']), await api.member(firm), await api.member(agency), await api.member('ENTERPRISE')];
  });
  afterAll(() => api.close());

  it('is a room for its two sides; for everybody else it does not exist', async () => {
    const id = await openRoom();
    await write(engineer.client, id, '产量每月 200 万克拉。');
    await write(inventor.client, id, '可以先做 5 千克中试。');
    expect((await messages(tto.client, id)).map((m) => m.text)).toEqual(['产量每月 200 万克拉。', '可以先做 5 千克中试。']);
    for (const client of [stranger.client, broker.client]) {
      expect(await codeOf(read(client, id))).toBe('NOT_FOUND');
      expect(await codeOf(messages(client, id))).toBe('NOT_FOUND');
      expect(await codeOf(write(client, id, '我也来'))).toBe('NOT_FOUND');
      expect(await codeOf(contacts(client, id))).toBe('NOT_FOUND');
      expect((await client.send<{ negotiations: { total: number } }>('{ negotiations(page: { page: 1, size: 10 }) { total } }')).negotiations.total).toBe(0);
    }
    expect(await codeOf(save(inventor.client, id, 0))).toBe('FORBIDDEN');
    expect((await read(engineer.client, id)).nextStep).toBe('FILL_TERM_SHEET');
    await expect(api.pool.query('update negotiation_message set text = $1', ['改过的话'])).rejects.toThrow('append-only');
  });

  it('pages back through its messages', async () => {
    const id = await openRoom();
    for (let i = 0; i < 53; i++) await write(tto.client, id, `第 ${i} 条`);
    const last = await messages(engineer.client, id);
    expect([last.length, last.at(-1)?.text]).toEqual([50, '第 52 条']);
    expect((await messages(engineer.client, id, last[0]?.id)).map((m) => m.text)).toEqual(['第 0 条', '第 1 条', '第 2 条']);
  });

  it('shares a file with those in the room alone', async () => {
    const id = await openRoom();
    const add = (client: ApiClient, fileId: string) => client.send('mutation ($negotiationId: ID!, $fileId: ID!) { addNegotiationFile(negotiationId: $negotiationId, fileId: $fileId) { id } }', { negotiationId: id, fileId });
    const fileId = await engineer.client.upload('镀层检测.csv', '样号,增重\n1,30.2\n', 'text/csv');
    expect(await codeOf(add(tto.client, fileId))).toBe('NOT_FOUND');
    await add(engineer.client, fileId);
    expect((await read(tto.client, id)).files).toEqual([{ id: fileId, name: '镀层检测.csv' }]);
    const get = async (m: Member) => (await fetch(`${api.url}/files/${fileId}`, { headers: { cookie: m.cookie } })).status;
    expect([await get(tto), await get(stranger), await get(broker)]).toEqual([200, 404, 404]);
    expect(await codeOf(add(engineer.client, fileId))).toBe('FORBIDDEN');
  });

  it('agrees when both sides have confirmed the same version, and a new one opens it again', async () => {
    const id = await openRoom();
    expect(await codeOf(confirm(tto.client, id, 1))).toBe('STALE');
    expect(await save(tto.client, id, 0)).toMatchObject({ number: 1 });
    expect((await read(engineer.client, id)).nextStep).toBe('CONFIRM_TERM_SHEET');
    await confirm(tto.client, id, 1);
    expect(await codeOf(confirm(tto.client, id, 1))).toBe('ALREADY_CONFIRMED');
    expect((await read(tto.client, id)).nextStep).toBe('AWAIT_OTHER_SIDE');
    // The other side changes the price while it looks at the first version.
    expect(await save(engineer.client, id, 1, { totalAmount: '100000000' })).toMatchObject({ number: 2 });
    expect(await codeOf(confirm(engineer.client, id, 1))).toBe('STALE');
    expect(await codeOf(save(tto.client, id, 1))).toBe('STALE');
    expect(await save(tto.client, id, 2, { totalAmount: '100000000' })).toMatchObject({ number: 2 });
    await confirm(engineer.client, id, 2);
    expect(await read(engineer.client, id)).toMatchObject({ status: 'OPEN', agreedNumber: null });
    expect(await codeOf(draft(engineer.client, id))).toBe('NOT_CONFIRMED');
    await confirm(tto.client, id, 2);
    expect(await read(tto.client, id)).toMatchObject({ status: 'AGREED', agreedNumber: 2, nextStep: 'DRAFT_CONTRACT' });
    await write(engineer.client, id, '下周签合同。');
    expect((await read(tto.client, id)).status).toBe('AGREED');
    await save(engineer.client, id, 2, { termMonths: 48 });
    expect(await read(tto.client, id)).toMatchObject({ status: 'OPEN', agreedNumber: null, nextStep: 'CONFIRM_TERM_SHEET' });
    expect((await eventsOf(id)).filter((e) => e.event.startsWith('termSheet')).map((e) => `${e.event} ${JSON.stringify(e.data)}`)).toEqual([
      'termSheet.saved {"version":1}',
      'termSheet.confirmed {"version":1}',
      'termSheet.saved {"version":2}',
      'termSheet.confirmed {"version":2}',
      'termSheet.confirmed {"version":2}',
      'termSheet.saved {"version":3}',
    ]);
  });

  it('keeps one of two versions saved at once, and one confirmation of two', async () => {
    const id = await openRoom();
    const saved = await Promise.all([codeOf(save(tto.client, id, 0)), codeOf(save(engineer.client, id, 0, { totalAmount: '90000000' }))]);
    expect(saved.sort()).toEqual(['OK', 'STALE']);
    const colleague = await api.member(unit, ['UNIT_TTO']);
    const confirmed = await Promise.all([codeOf(confirm(tto.client, id, 1)), codeOf(confirm(colleague.client, id, 1)), codeOf(confirm(engineer.client, id, 1))]);
    expect(confirmed.sort()).toEqual(['ALREADY_CONFIRMED', 'OK', 'OK']);
    expect((await read(tto.client, id)).status).toBe('AGREED');
  });

  it('refuses terms that a contract could not be made of', async () => {
    const id = await openRoom();
    const refused = await save(tto.client, id, 0, { totalAmount: '0', subject: '太短', termMonths: 0 }).catch((e: unknown) => (e instanceof ApiError ? (e.params.issues ?? []).map((i) => i.path) : []));
    expect(refused).toEqual(['subject', 'totalAmount', 'termMonths']);
  });

  it('becomes a contract, once', async () => {
    const id = await openRoom();
    await save(tto.client, id, 0);
    await Promise.all([confirm(tto.client, id, 1), confirm(engineer.client, id, 1)]);
    const codes = await Promise.all([codeOf(draft(tto.client, id)), codeOf(draft(engineer.client, id))]);
    expect(codes.sort()).toEqual(['ALREADY_EXISTS', 'OK']);
    const talk = await read(tto.client, id);
    expect(talk).toMatchObject({ status: 'AGREED', nextStep: 'OPEN_CONTRACT', availableActions: ['close'] });
    const { rows } = await api.pool.query('select "sellerId", "buyerId", title, "totalAmount", "techField", "negotiationId" from technology_contract where id = $1', [talk.contractId]);
    expect(rows).toEqual([{ sellerId: unit.id, buyerId: firm.id, title: terms.title, totalAmount: terms.totalAmount, techField: 'NEW_MATERIALS', negotiationId: id }]);
    expect(await codeOf(save(tto.client, id, 1, { termMonths: 12 }))).toBe('ILLEGAL_TRANSITION');
  });

  it('closes for good, and stays readable', async () => {
    const id = await openRoom();
    const talk = await read(engineer.client, id);
    expect(await codeOf(close(stranger.client, talk))).toBe('NOT_FOUND');
    expect(await codeOf(close(tto.client, { ...talk, version: talk.version + 1 }))).toBe('STALE');
    await close(engineer.client, talk);
    expect(await read(tto.client, id)).toMatchObject({ status: 'CLOSED', nextStep: 'NONE', isWritable: false, availableActions: [] });
    expect(await codeOf(write(tto.client, id, '还在吗'))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(save(tto.client, id, 0))).toBe('ILLEGAL_TRANSITION');
    expect(await messages(tto.client, id)).toEqual([]);
  });

  it('shows whom to call, and notes who has looked, once a day', async () => {
    const id = await openRoom({ achievement: { contactName: '邵启明', contactPhone: '13800001111' } });
    const seen = await contacts(engineer.client, id);
    expect(seen).toEqual([
      { side: 'SUPPLIER', organisationName: unit.name, name: '邵启明', phone: '13800001111' },
      { side: 'DEMANDER', organisationName: firm.name, name: engineer.name, phone: '13800001234' },
    ]);
    await Promise.all([contacts(engineer.client, id), contacts(engineer.client, id)]);
    await contacts(tto.client, id);
    const notes = async () => (await eventsOf(id)).filter((e) => e.event === 'contact.read').map((e) => [e.userId, e.data]);
    expect(await notes()).toEqual([[engineer.userId, { of: unit.name }], [tto.userId, { of: firm.name }]]);
    const { rows } = await api.pool.query<{ roles: never }>('select roles from app_user where id = $1', [engineer.userId]);
    const actor = { kind: 'PERSON' as const, userId: engineer.userId, sessionId: null, name: engineer.name, organisationId: firm.id, organisationName: firm.name, organisationKind: firm.kind, organisationVerified: true, roles: rows[0]?.roles ?? [], ip: '' };
    await api.db.run(actor, (tx) => api.app.get(NegotiationContacts).read(tx, id), { now: new Date(Date.now() + 86_400_000) });
    expect(await notes()).toHaveLength(3);
  });

  it('takes in a broker whom one side mandates', async () => {
    const id = await openRoom();
    const grant = (client: ApiClient, brokerFirmId: string) =>
      client.send<{ grantMandate: { id: string; version: number } }>('mutation ($input: MandateGrantInput!) { grantMandate(input: $input) { id version } }', { input: { negotiationId: id, brokerFirmId, scope: '协助谈判和合同登记', commissionPermille: 25 } });
    expect(await codeOf(grant(stranger.client, agency.id))).toBe('NOT_FOUND');
    expect(await codeOf(grant(tto.client, firm.id))).toBe('INVALID_INPUT');
    const { brokerFirms } = await tto.client.send<{ brokerFirms: { id: string }[] }>('{ brokerFirms { id } }');
    expect(brokerFirms.map((f) => f.id)).toEqual([agency.id]);
    const { grantMandate: mandate } = await grant(tto.client, agency.id);
    expect(await codeOf(grant(engineer.client, agency.id))).toBe('ALREADY_EXISTS');
    expect(await codeOf(read(broker.client, id))).toBe('NOT_FOUND');
    expect((await read(engineer.client, id)).mandates).toEqual([]);
    const answer = (client: ApiClient, verb: 'accept' | 'decline', version = mandate.version) => client.send(`mutation ($id: ID!, $version: Int!) { ${verb}Mandate(id: $id, version: $version) { status } }`, { id: mandate.id, version });
    const rival = await api.member('BROKER_FIRM');
    expect(await codeOf(answer(rival.client, 'accept'))).toBe('NOT_FOUND');
    expect((await Promise.all([codeOf(answer(broker.client, 'accept')), codeOf(answer(broker.client, 'accept'))])).sort()).toEqual(['OK', 'STALE']);
    expect(await codeOf(answer(broker.client, 'decline', 2))).toBe('ILLEGAL_TRANSITION');
    expect(await read(broker.client, id)).toMatchObject({ mySide: null, nextStep: 'FOLLOW', isWritable: true, availableActions: [], brokerName: agency.name });
    await write(broker.client, id, '我来约时间。');
    expect(await codeOf(save(broker.client, id, 0))).toBe('FORBIDDEN');
    const matches = await codeOf(broker.client.send('query ($id: ID!) { negotiation(id: $id) { achievement { id } demand { id } } }', { id }));
    expect(matches).toBe('OK');
    const { negotiation } = await broker.client.send<{ negotiation: { achievementId: string; demandId: string } }>('query ($id: ID!) { negotiation(id: $id) { achievementId demandId } }', { id });
    expect(await codeOf(broker.client.send('query ($id: ID!) { matchesOfAchievement(achievementId: $id) { computedAt } }', { id: negotiation.achievementId }))).toBe('OK');
    expect(await codeOf(broker.client.send('query ($id: ID!) { matchesOfDemand(demandId: $id) { computedAt } }', { id: negotiation.demandId }))).toBe('FORBIDDEN');
  });

  it('mails the side that is waited for', async () => {
    const id = await openRoom();
    await api.pool.query('delete from graphile_worker._private_jobs');
    await save(tto.client, id, 0);
    await api.drain();
    expect(mailsTo(api.dataDir, engineer.email).at(-1)).toContain(`/negotiations/${id}`);
    expect(mailsTo(api.dataDir, tto.email)).toEqual([]);
    await confirm(engineer.client, id, 1);
    await api.drain();
    expect(mailsTo(api.dataDir, tto.email).at(-1)).toContain('对方已确认');
    await confirm(tto.client, id, 1);
    await api.drain();
    expect(mailsTo(api.dataDir, engineer.email).at(-1)).toContain('可以起草技术合同');
  });
});
