import { contractScene } from '../../../test/contract-scene.js';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Question = { brokerId: string; brokerName: string; isNamed: boolean; omission: { reason: string } | null };

describe('a contract between parties whom a broker has brought together', () => {
  let api: TestApi;
  let scene: Awaited<ReturnType<typeof contractScene>>;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api, 'BRQ');
    await introduce(scene.broker, 'ACCEPTED');
  });
  afterAll(() => api.close());

  /** On the record: the broker has asked for one side, the other has answered so. */
  const introduce = ({ organisation, userId }: Member, status: string) =>
    api.pool.query(
      `insert into introduction ("createdAt", "updatedAt", "achievementTitle", "requesterId", "answererId", "supplierId", "demanderId", "brokerId", "requestedBy", "requestedByName", message, status, "dueOn", "answeredAt")
       values (now(), now(), '流化床化学镀镍', $2, $1, $1, $2, $3, $4, 'x', 'x', $5, '2026-12-01', now())`,
      [scene.seller.organisation.id, scene.buyer.organisation.id, organisation.id, userId, status],
    );
  const questions = async (who: Member, contractId: string) =>
    (await who.client.send<{ brokerQuestions: Question[] }>('query ($contractId: ID!) { brokerQuestions(contractId: $contractId) { brokerId brokerName isNamed omission { reason } } }', { contractId })).brokerQuestions;
  const explain = (who: Member, contractId: string, brokerId: string, reason = '本合同为另一项目，与该次引荐无关。') =>
    who.client.send('mutation ($input: BrokerOmissionInput!) { explainBrokerOmission(input: $input) { id } }', { input: { contractId, brokerId, reason } });
  const name = (who: Member, { id, version }: { id: string; version: number }, brokerId: string) =>
    who.client.send('mutation ($id: ID!, $version: Int!, $brokerId: ID!) { nameBroker(id: $id, version: $version, brokerId: $brokerId) { id } }', { id, version, brokerId });
  const confirmed = async (brokerId: string | null) => {
    const draft = await scene.create(scene.seller, { brokerId });
    return scene.act(scene.buyer, 'confirmContract', await scene.act(scene.seller, 'confirmContract', draft));
  };

  it('asks nothing where it names the broker', async () => {
    const row = await confirmed(scene.broker.organisation.id);
    expect(await questions(scene.seller, row.id)).toEqual([{ brokerId: scene.broker.organisation.id, brokerName: scene.broker.organisation.name, isNamed: true, omission: null }]);
    expect((await scene.act(scene.seller, 'submitContract', row)).status).toBe('SUBMITTED');
  });

  it('is not filed before it names him; then both sides confirm anew', async () => {
    const row = await confirmed(null);
    expect(await codeOf(scene.act(scene.seller, 'submitContract', row))).toBe('BROKER_UNNAMED');
    // A firm that has introduced nobody here is not to be named this way.
    const rival = await api.member('BROKER_FIRM');
    expect(await codeOf(name(scene.seller, row, rival.organisation.id))).toBe('NOT_FOUND');
    expect(await codeOf(name(scene.first, row, scene.broker.organisation.id))).toBe('FORBIDDEN');
    await name(scene.buyer, row, scene.broker.organisation.id);
    const again = await scene.see(scene.seller, row.id);
    expect(again).toMatchObject({ status: 'DRAFT', revision: row.revision + 1 });
  });

  it('or it says why not: in the ledger, to the branch and to the broker, once and for all', async () => {
    const row = await confirmed(null);
    const { id: brokerId } = scene.broker.organisation;
    expect(await codeOf(explain(scene.seller, row.id, brokerId, '无关'))).toBe('INVALID_INPUT');
    const stranger = await api.member('ENTERPRISE');
    expect(await codeOf(explain(stranger, row.id, brokerId))).toBe('NOT_FOUND');
    const both = await Promise.all([codeOf(explain(scene.seller, row.id, brokerId)), codeOf(explain(scene.buyer, row.id, brokerId))]);
    expect(both.sort()).toEqual(['ALREADY_EXISTS', 'OK']);
    const { rows } = await api.pool.query(`select event, details->>'reason' as reason from ledger_entry where "subjectId" = $1 order by seq`, [row.id]);
    expect(rows).toEqual([{ event: 'contract.brokerOmitted', reason: '本合同为另一项目，与该次引荐无关。' }]);
    await scene.act(scene.seller, 'submitContract', row);
    const seen = await scene.see(scene.first, row.id, 'checks { code ok variant params }');
    expect(seen['checks']).toContainEqual({ code: 'BROKER_NAMED', ok: false, variant: 'explained', params: expect.objectContaining({ names: scene.broker.organisation.name }) });
    const { myOmissions } = await scene.broker.client.send<{ myOmissions: { items: object[] } }>('{ myOmissions(page: { page: 1, size: 10 }) { items { sellerName buyerName reason } } }');
    expect(myOmissions.items).toEqual([{ sellerName: scene.seller.organisation.name, buyerName: scene.buyer.organisation.name, reason: '本合同为另一项目，与该次引荐无关。' }]);
    // The contract itself stays closed to him.
    expect(await codeOf(questions(scene.broker, row.id))).toBe('NOT_FOUND');
    await api.drain();
    expect(mailsTo(api.dataDir, scene.broker.email)).toContainEqual(expect.stringContaining('没有列明贵机构'));
    await expect(api.pool.query(`update broker_omission set reason = 'x'`)).rejects.toThrow('append-only');
  });

  it('does not ask after a broker whose introduction was declined', async () => {
    const agent = await api.member('BROKER_FIRM');
    await introduce(agent, 'DECLINED');
    const row = await confirmed(scene.broker.organisation.id);
    expect((await questions(scene.first, row.id).catch(() => null))).toBeNull();
    expect((await questions(scene.buyer, row.id)).map((q) => q.brokerName)).toEqual([scene.broker.organisation.name]);
  });
});
