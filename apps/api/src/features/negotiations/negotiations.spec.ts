import { ApiError } from '@jihui/testing';
import type { ApiClient } from '@jihui/testing';
import { codeOf } from '../../../test/refusals.js';
import {
  close,
  confirm,
  contacts,
  draft,
  eventsOf,
  messages,
  openRoom,
  read,
  save,
  talkScene,
  terms,
  write,
  type TalkScene,
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
    expect(await codeOf(save(inventor.client, id, 0))).toBe('FORBIDDEN');
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

  it('agrees when both sides have confirmed the same version, and a new one opens it again', async () => {
    const id = await openRoom(scene);
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
    expect(
      (await eventsOf(api, id)).filter((e) => e.event.startsWith('termSheet')).map((e) => `${e.event} ${JSON.stringify(e.data)}`),
    ).toEqual([
      'termSheet.saved {"version":1}',
      'termSheet.confirmed {"version":1}',
      'termSheet.saved {"version":2}',
      'termSheet.confirmed {"version":2}',
      'termSheet.confirmed {"version":2}',
      'termSheet.saved {"version":3}',
    ]);
  });

  it('keeps one of two versions saved at once, and one confirmation of two', async () => {
    const id = await openRoom(scene);
    const saved = await Promise.all([codeOf(save(tto.client, id, 0)), codeOf(save(engineer.client, id, 0, { totalAmount: '90000000' }))]);
    expect(saved.sort()).toEqual(['OK', 'STALE']);
    const colleague = await api.member(unit, ['UNIT_TTO']);
    const confirmed = await Promise.all([
      codeOf(confirm(tto.client, id, 1)),
      codeOf(confirm(colleague.client, id, 1)),
      codeOf(confirm(engineer.client, id, 1)),
    ]);
    expect(confirmed.sort()).toEqual(['ALREADY_CONFIRMED', 'OK', 'OK']);
    expect((await read(tto.client, id)).status).toBe('AGREED');
  });

  it('refuses terms that a contract could not be made of', async () => {
    const id = await openRoom(scene);
    const refused = await save(tto.client, id, 0, { totalAmount: '0', subject: '太短', termMonths: 0 }).catch((e: unknown) =>
      e instanceof ApiError ? (e.params.issues ?? []).map((i) => i.path) : [],
    );
    expect(refused).toEqual(['subject', 'totalAmount', 'termMonths']);
  });

  it('becomes a contract, once', async () => {
    const id = await openRoom(scene);
    await save(tto.client, id, 0);
    await Promise.all([confirm(tto.client, id, 1), confirm(engineer.client, id, 1)]);
    const codes = await Promise.all([codeOf(draft(tto.client, id)), codeOf(draft(engineer.client, id))]);
    expect(codes.sort()).toEqual(['ALREADY_EXISTS', 'OK']);
    const talk = await read(tto.client, id);
    expect(talk).toMatchObject({ status: 'AGREED', nextStep: 'OPEN_CONTRACT', availableActions: ['close'] });
    const { rows } = await api.pool.query(
      'select "sellerId", "buyerId", title, "totalAmount", "techField", "negotiationId" from technology_contract where id = $1',
      [talk.contractId],
    );
    expect(rows).toEqual([
      {
        sellerId: unit.id,
        buyerId: firm.id,
        title: terms.title,
        totalAmount: terms.totalAmount,
        techField: 'NEW_MATERIALS',
        negotiationId: id,
      },
    ]);
    expect(await codeOf(save(tto.client, id, 1, { termMonths: 12 }))).toBe('ILLEGAL_TRANSITION');
  });

  it('closes for good, and stays readable', async () => {
    const id = await openRoom(scene);
    const talk = await read(engineer.client, id);
    expect(await codeOf(close(stranger.client, talk))).toBe('NOT_FOUND');
    expect(await codeOf(close(tto.client, { ...talk, version: talk.version + 1 }))).toBe('STALE');
    await close(engineer.client, talk);
    expect(await read(tto.client, id)).toMatchObject({ status: 'CLOSED', nextStep: 'NONE', isWritable: false, availableActions: [] });
    expect(await codeOf(write(tto.client, id, '还在吗'))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(save(tto.client, id, 0))).toBe('ILLEGAL_TRANSITION');
    expect(await messages(tto.client, id)).toEqual([]);
  });
});
