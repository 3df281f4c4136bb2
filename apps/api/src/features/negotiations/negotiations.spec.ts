import { ApiError } from '@jihui/testing';
import type { ApiClient } from '@jihui/testing';
import { codeOf } from '../../../test/refusals.js';
import {
  accept,
  acceptAll,
  close,
  contacts,
  draft,
  eventsOf,
  messages,
  openRoom,
  propose,
  read,
  talkScene,
  terms,
  write,
  type TalkScene,
  type TestMeeting,
} from '../../../test/talk-scene.js';

describe('negotiations', () => {
  let scene: TalkScene;
  let api: TalkScene['api'];
  let unit: TalkScene['unit'];
  let firm: TalkScene['firm'];
  let tto: TalkScene['tto'];
  let inventor: TalkScene['inventor'];
  let engineer: TalkScene['engineer'];
  let broker: TalkScene['broker'];
  let stranger: TalkScene['stranger'];

  beforeAll(async () => {
    scene = await talkScene();
    ({ api, unit, firm, tto, inventor, engineer, broker, stranger } = scene);
  });
  afterAll(() => api.close());

  it('is a room for its two sides; for everybody else it does not exist', async () => {
    const id = await openRoom(scene);
    await write(engineer.client, id, '产量每月 200 万克拉。');
    await write(inventor.client, id, '可以先做 5 千克中试。');
    expect((await messages(tto.client, id)).map((m) => m.text)).toEqual(['产量每月 200 万克拉。', '可以先做 5 千克中试。']);
    for (const client of [stranger.client, broker.client]) {
      expect(await codeOf(read(client, id))).toBe('NOT_FOUND');
      expect(await codeOf(messages(client, id))).toBe('NOT_FOUND');
      expect(await codeOf(write(client, id, '我也来'))).toBe('NOT_FOUND');
      expect(await codeOf(contacts(client, id))).toBe('NOT_FOUND');
      expect(
        (await client.send<{ negotiations: { total: number } }>('{ negotiations(page: { page: 1, size: 10 }) { total } }')).negotiations
          .total,
      ).toBe(0);
    }
    expect(await codeOf(propose(inventor.client, id, 0))).toBe('FORBIDDEN');
    expect((await read(engineer.client, id)).nextStep).toBe('FILL_TERM_SHEET');
    await expect(api.pool.query('update negotiation_message set text = $1', ['改过的话'])).rejects.toThrow('append-only');
  });

  it('pages back through its messages', async () => {
    const id = await openRoom(scene);
    for (let i = 0; i < 53; i++) await write(tto.client, id, `第 ${i} 条`);
    const last = await messages(engineer.client, id);
    expect([last.length, last.at(-1)?.text]).toEqual([50, '第 52 条']);
    expect((await messages(engineer.client, id, last[0]?.id)).map((m) => m.text)).toEqual(['第 0 条', '第 1 条', '第 2 条']);
  });

  it('shares a file with those in the room alone', async () => {
    const id = await openRoom(scene);
    const add = (client: ApiClient, fileId: string) =>
      client.send(
        'mutation ($negotiationId: ID!, $fileId: ID!) { addNegotiationFile(negotiationId: $negotiationId, fileId: $fileId) { id } }',
        { negotiationId: id, fileId },
      );
    const fileId = await engineer.client.upload('镀层检测.csv', '样号,增重\n1,30.2\n', 'text/csv');
    expect(await codeOf(add(tto.client, fileId))).toBe('NOT_FOUND');
    await add(engineer.client, fileId);
    expect((await read(tto.client, id)).files).toEqual([{ id: fileId, name: '镀层检测.csv' }]);
    const get = async (m: TalkScene['tto']) => (await fetch(`${api.url}/files/${fileId}`, { headers: { cookie: m.cookie } })).status;
    expect([await get(tto), await get(stranger), await get(broker)]).toEqual([200, 404, 404]);
    expect(await codeOf(add(engineer.client, fileId))).toBe('FORBIDDEN');
  });

  it('agrees clause by clause: a counter with a reason, an acceptance, and a settled clause that opens again', async () => {
    const id = await openRoom(scene);
    const current = async (key: string) => (await read(tto.client, id)).termWordings.filter((w) => w.key === key).at(-1);
    expect(await codeOf(accept(tto.client, id, [{ key: 'price', number: 1 }]))).toBe('STALE');
    await propose(tto.client, id, 0);
    expect(await current('price')).toMatchObject({ number: 1, side: 'SUPPLIER', reason: '另有考虑', supplierAcceptedAt: expect.any(String), demanderAcceptedAt: null });
    expect((await read(engineer.client, id)).nextStep).toBe('CONFIRM_TERM_SHEET');
    expect((await read(tto.client, id)).nextStep).toBe('AWAIT_OTHER_SIDE');
    expect(await codeOf(accept(tto.client, id, [{ key: 'price', number: 1 }]))).toBe('ALREADY_CONFIRMED');
    // The other side takes everything but the price, for which it names another.
    const price = { totalAmount: '100000000', paymentMode: 'UPFRONT_ROYALTY', paymentTerms: '签约付 30 万元，投产后按销售额 3% 提成。' };
    expect(await codeOf(propose(engineer.client, id, 1, price, ''))).toBe('INVALID_INPUT');
    await propose(engineer.client, id, 1, price, '首批设备由我方承担');
    expect(await codeOf(propose(tto.client, id, 1, { ...price, totalAmount: '110000000' }))).toBe('STALE');
    expect(await codeOf(accept(tto.client, id, [{ key: 'price', number: 1 }]))).toBe('STALE');
    await acceptAll(engineer.client, id);
    expect(await codeOf(accept(engineer.client, id, [{ key: 'ipOwnership', number: 1 }]))).toBe('ALREADY_CONFIRMED');
    expect(await read(tto.client, id)).toMatchObject({ status: 'OPEN', agreedNumber: null, nextStep: 'CONFIRM_TERM_SHEET' });
    expect(await codeOf(draft(engineer.client, id))).toBe('NOT_CONFIRMED');
    await accept(tto.client, id, [{ key: 'price', number: 2 }]);
    expect(await read(tto.client, id)).toMatchObject({ status: 'AGREED', agreedNumber: 2, nextStep: 'DRAFT_CONTRACT' });
    await write(engineer.client, id, '下周签合同。');
    // The same words again change nothing; other words open the clause and the talk.
    await propose(engineer.client, id, 2, price);
    expect((await read(tto.client, id)).status).toBe('AGREED');
    await propose(engineer.client, id, 2, { termMonths: 48 }, '设备折旧年限');
    expect(await read(tto.client, id)).toMatchObject({ status: 'OPEN', agreedNumber: null, nextStep: 'CONFIRM_TERM_SHEET' });
    const noted = (await eventsOf(api, id)).filter((e) => e.event.startsWith('termSheet')).map((e) => [e.event, e.data]);
    expect([noted[1], noted[3], noted[4]]).toEqual([
      ['termSheet.saved', { version: 2, clauses: 'price' }],
      ['termSheet.confirmed', { version: 2, clauses: 'price' }],
      ['termSheet.saved', { version: 3, clauses: 'term' }],
    ]);
    await expect(api.pool.query(`update term_wording set text = 'x' where "negotiationId" = $1`, [id])).rejects.toThrow('is kept');
  });

  it('keeps one of two wordings proposed at once, and one acceptance of two', async () => {
    const id = await openRoom(scene);
    const saved = await Promise.all([codeOf(propose(tto.client, id, 0)), codeOf(propose(engineer.client, id, 0, { ...terms, totalAmount: '90000000' }))]);
    // Clauses in which both say the same are no contest; the price is.
    expect(saved.sort()).toEqual(['OK', 'STALE']);
    const colleague = await api.member(unit, ['UNIT_TTO']);
    const [wording] = (await read(tto.client, id)).termWordings.filter((w) => w.key === 'price');
    const other = wording?.side === 'SUPPLIER' ? [engineer.client, engineer.client] : [tto.client, colleague.client];
    const accepted = await Promise.all(other.map((client) => codeOf(accept(client, id, [{ key: 'price', number: 1 }]))));
    expect(accepted.sort()).toEqual(['ALREADY_CONFIRMED', 'OK']);
  });

  it('refuses terms that a contract could not be made of', async () => {
    const id = await openRoom(scene);
    const refused = async (given: object) =>
      propose(tto.client, id, 0, given).catch((e: unknown) => (e instanceof ApiError ? (e.params.issues ?? []).map((i) => `${i.path} ${i.code}`) : []));
    expect(await refused({ subject: '太短', termMonths: 0 })).toEqual(['terms.termMonths too_small.number', 'terms.subject too_small.string']);
    expect(await refused({ totalAmount: '100' })).toEqual(['terms.paymentMode required', 'terms.paymentTerms required']);
    expect(await refused({ type: 'SERVICE', licenceScope: '普通许可' })).toEqual(['terms.licenceScope not_in_type']);
  });

  it('becomes a contract, once, with nothing to type again', async () => {
    const id = await openRoom(scene);
    await propose(tto.client, id, 0);
    await acceptAll(engineer.client, id);
    const codes = await Promise.all([codeOf(draft(tto.client, id)), codeOf(draft(engineer.client, id))]);
    expect(codes.sort()).toEqual(['ALREADY_EXISTS', 'OK']);
    const talk = await read(tto.client, id);
    expect(talk).toMatchObject({ status: 'AGREED', nextStep: 'OPEN_CONTRACT', availableActions: ['close'] });
    const { rows } = await api.pool.query(
      `select "sellerId", "buyerId", title, "totalAmount", "techField", "negotiationId", acceptance, confidentiality, t.clauses
         from technology_contract c join contract_text t on t."contractId" = c.id where c.id = $1`,
      [talk.contractId],
    );
    const { title, totalAmount, acceptance, confidentiality, patent, licenceScope, plan } = terms;
    expect(rows).toEqual([
      { sellerId: unit.id, buyerId: firm.id, title, totalAmount, techField: 'NEW_MATERIALS', negotiationId: id, acceptance, confidentiality, clauses: { patent, licenceScope, plan } },
    ]);
    expect(await codeOf(propose(tto.client, id, 1, { termMonths: 12 }))).toBe('ILLEGAL_TRANSITION');
  });

  it('minutes its meetings: both confirm, and what is confirmed stays', async () => {
    const id = await openRoom(scene);
    const plan = { startsAt: '2026-01-05T09:30:00+08:00', place: '学校技术转移中心', agenda: ['看样件', '谈价格'] };
    const minutes = { attendees: ['邵启明', '赵工'], discussion: '看了三批样件。', decisions: ['一周内答复价格'] };
    const call = async (client: ApiClient, verb: string, given: { id?: string; version?: number; negotiationId?: string; input?: object }) => {
      const types: Record<string, string> = { id: 'ID!', version: 'Int!', negotiationId: 'ID!', input: verb === 'writeMinutes' ? 'MeetingMinutesInput!' : 'MeetingAgendaInput!' };
      const names = Object.keys(given);
      const head = names.map((n) => `$${n}: ${types[n] ?? ''}`).join(', ');
      const answer = await client.send<{ done: TestMeeting }>(`mutation (${head}) { done: ${verb}(${names.map((n) => `${n}: $${n}`).join(', ')}) { id version status availableActions } }`, given);
      return answer.done;
    };
    expect(await codeOf(call(stranger.client, 'planMeeting', { negotiationId: id, input: plan }))).toBe('NOT_FOUND');
    const later = await call(tto.client, 'planMeeting', { negotiationId: id, input: { ...plan, startsAt: '2126-01-05T09:30:00+08:00' } });
    expect(later.availableActions).toEqual(['plan', 'cancel']);
    expect(await codeOf(call(tto.client, 'writeMinutes', { id: later.id, version: 1, input: minutes }))).toBe('ILLEGAL_TRANSITION');
    await call(engineer.client, 'changeMeeting', { id: later.id, version: 1, input: plan });
    expect(await codeOf(call(stranger.client, 'writeMinutes', { id: later.id, version: 2, input: minutes }))).toBe('NOT_FOUND');
    // The inventor writes, but does not speak for the unit: both sides have yet to confirm.
    const written = await call(inventor.client, 'writeMinutes', { id: later.id, version: 2, input: minutes });
    await call(tto.client, 'confirmMinutes', { id: later.id, version: written.version });
    const rewritten = await call(engineer.client, 'writeMinutes', { id: later.id, version: 4, input: { ...minutes, decisions: ['三日内答复价格'] } });
    expect(await codeOf(call(engineer.client, 'confirmMinutes', { id: later.id, version: rewritten.version }))).toBe('ALREADY_CONFIRMED');
    await call(tto.client, 'confirmMinutes', { id: later.id, version: rewritten.version });
    expect((await read(engineer.client, id)).meetings).toMatchObject([{ status: 'CONFIRMED', decisions: ['三日内答复价格'], availableActions: [] }]);
    expect(await codeOf(call(tto.client, 'writeMinutes', { id: later.id, version: 6, input: minutes }))).toBe('ILLEGAL_TRANSITION');
    expect((await eventsOf(api, later.id)).map((e) => e.event)).toEqual(['meeting.planned', 'meeting.planned', 'meeting.minuted', 'meeting.confirmed', 'meeting.minuted', 'meeting.confirmed']);
    await expect(api.pool.query(`update meeting set place = 'x' where id = $1`, [later.id])).rejects.toThrow('append-only');
  });

  it('closes for good, and stays readable', async () => {
    const id = await openRoom(scene);
    const talk = await read(engineer.client, id);
    expect(await codeOf(close(stranger.client, talk))).toBe('NOT_FOUND');
    expect(await codeOf(close(tto.client, { ...talk, version: talk.version + 1 }))).toBe('STALE');
    await close(engineer.client, talk);
    expect(await read(tto.client, id)).toMatchObject({ status: 'CLOSED', nextStep: 'NONE', isWritable: false, availableActions: [] });
    expect(await codeOf(write(tto.client, id, '还在吗'))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(propose(tto.client, id, 0))).toBe('ILLEGAL_TRANSITION');
    expect(await messages(tto.client, id)).toEqual([]);
  });
});
