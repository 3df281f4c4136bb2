import type { ApiClient } from '@jihui/testing';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf } from '../../../test/refusals.js';
import { acceptAll, contacts, eventsOf, openRoom, propose, read, talkScene, terms, write, type TalkScene } from '../../../test/talk-scene.js';
import { NegotiationContacts } from './negotiation-contacts.service.js';

describe('the people of a negotiation', () => {
  let scene: TalkScene;
  let api: TalkScene['api'];
  let unit: TalkScene['unit'];
  let firm: TalkScene['firm'];
  let agency: TalkScene['agency'];
  let tto: TalkScene['tto'];
  let engineer: TalkScene['engineer'];
  let broker: TalkScene['broker'];
  let stranger: TalkScene['stranger'];

  beforeAll(async () => {
    scene = await talkScene();
    ({ api, unit, firm, agency, tto, engineer, broker, stranger } = scene);
  });
  afterAll(() => api.close());

  it('shows whom to call, and notes who has looked, once a day', async () => {
    const id = await openRoom(scene, { achievement: { contactName: '邵启明', contactPhone: '13800001111' } });
    const seen = await contacts(engineer.client, id);
    expect(seen).toEqual([
      { side: 'SUPPLIER', organisationName: unit.name, name: '邵启明', phone: '13800001111' },
      { side: 'DEMANDER', organisationName: firm.name, name: engineer.name, phone: '13800001234' },
    ]);
    await Promise.all([contacts(engineer.client, id), contacts(engineer.client, id)]);
    await contacts(tto.client, id);
    const notes = async () => (await eventsOf(api, id)).filter((e) => e.event === 'contact.read').map((e) => [e.userId, e.data]);
    expect(await notes()).toEqual([
      [engineer.userId, { of: unit.name }],
      [tto.userId, { of: firm.name }],
    ]);
    const { rows } = await api.pool.query<{ roles: never }>('select roles from app_user where id = $1', [engineer.userId]);
    const actor = {
      kind: 'PERSON' as const,
      userId: engineer.userId,
      sessionId: null,
      name: engineer.name,
      organisationId: firm.id,
      organisationName: firm.name,
      organisationKind: firm.kind,
      organisationVerified: true,
      roles: rows[0]?.roles ?? [],
      ip: '',
    };
    await api.db.run(actor, (tx) => api.app.get(NegotiationContacts).read(tx, id), { now: new Date(Date.now() + 86_400_000) });
    expect(await notes()).toHaveLength(3);
  });

  it('takes in a broker whom one side mandates', async () => {
    const id = await openRoom(scene);
    const grant = (client: ApiClient, brokerFirmId: string) =>
      client.send<{ grantMandate: { id: string; version: number } }>(
        'mutation ($input: MandateGrantInput!) { grantMandate(input: $input) { id version } }',
        { input: { negotiationId: id, brokerFirmId, scope: '协助谈判和合同登记', commissionPermille: 25 } },
      );
    expect(await codeOf(grant(stranger.client, agency.id))).toBe('NOT_FOUND');
    expect(await codeOf(grant(tto.client, firm.id))).toBe('INVALID_INPUT');
    const { brokerFirms } = await tto.client.send<{ brokerFirms: { id: string }[] }>('{ brokerFirms { id } }');
    expect(brokerFirms.map((f) => f.id)).toEqual([agency.id]);
    const { grantMandate: mandate } = await grant(tto.client, agency.id);
    expect(await codeOf(grant(engineer.client, agency.id))).toBe('ALREADY_EXISTS');
    expect(await codeOf(read(broker.client, id))).toBe('NOT_FOUND');
    expect((await read(engineer.client, id)).mandates).toEqual([]);
    const answer = (client: ApiClient, verb: 'accept' | 'decline', version = mandate.version) =>
      client.send(`mutation ($id: ID!, $version: Int!) { ${verb}Mandate(id: $id, version: $version) { status } }`, {
        id: mandate.id,
        version,
      });
    const rival = await api.member('BROKER_FIRM');
    expect(await codeOf(answer(rival.client, 'accept'))).toBe('NOT_FOUND');
    expect((await Promise.all([codeOf(answer(broker.client, 'accept')), codeOf(answer(broker.client, 'accept'))])).sort()).toEqual([
      'OK',
      'STALE',
    ]);
    expect(await codeOf(answer(broker.client, 'decline', 2))).toBe('ILLEGAL_TRANSITION');
    expect(await read(broker.client, id)).toMatchObject({
      mySide: null,
      nextStep: 'FOLLOW',
      isWritable: true,
      availableActions: [],
      brokerName: agency.name,
    });
    await write(broker.client, id, '我来约时间。');
    expect(await codeOf(propose(broker.client, id, 0))).toBe('FORBIDDEN');
    const matches = await codeOf(
      broker.client.send('query ($id: ID!) { negotiation(id: $id) { achievement { id } demand { id } } }', { id }),
    );
    expect(matches).toBe('OK');
    const { negotiation } = await broker.client.send<{ negotiation: { achievementId: string; demandId: string } }>(
      'query ($id: ID!) { negotiation(id: $id) { achievementId demandId } }',
      { id },
    );
    expect(
      await codeOf(
        broker.client.send('query ($id: ID!) { matchesOfAchievement(achievementId: $id) { computedAt } }', {
          id: negotiation.achievementId,
        }),
      ),
    ).toBe('OK');
    expect(
      await codeOf(broker.client.send('query ($id: ID!) { matchesOfDemand(demandId: $id) { computedAt } }', { id: negotiation.demandId })),
    ).toBe('FORBIDDEN');
  });

  it('mails the side that is waited for', async () => {
    const id = await openRoom(scene);
    await api.pool.query('delete from graphile_worker._private_jobs');
    const { plan, ...partly } = terms;
    await propose(tto.client, id, 0, partly);
    await api.drain();
    expect(mailsTo(api.dataDir, engineer.email).at(-1)).toContain(`/negotiations/${id}`);
    expect(mailsTo(api.dataDir, tto.email)).toEqual([]);
    await acceptAll(engineer.client, id);
    await api.drain();
    expect(mailsTo(api.dataDir, tto.email).at(-1)).toContain('还有 1 条必备条款待提出');
    await propose(engineer.client, id, 1, { plan });
    await api.drain();
    expect(mailsTo(api.dataDir, tto.email).at(-1)).toContain('有 1 条等待贵方答复');
    await acceptAll(tto.client, id);
    await api.drain();
    expect(mailsTo(api.dataDir, engineer.email).at(-1)).toContain('可以起草技术合同');
  });
});
