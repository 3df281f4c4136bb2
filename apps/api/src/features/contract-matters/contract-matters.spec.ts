import { shanghaiDay } from '@jihui/domain';
import { auditOf, contractScene, type ContractScene, type ContractView } from '../../../test/contract-scene.js';
import { mailsTo } from '../../../test/mailbox.js';
import { afterScene, refused, wrong, type AfterScene } from '../../../test/after-scene.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { ContractLedgerCheck } from '../contracts/contract-ledger-check.service.js';

describe('after the registration', () => {
  let api: TestApi;
  let scene: ContractScene;
  let after: AfterScene;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api, 'AS');
    after = afterScene(api, scene);
  });
  afterAll(() => api.close());

  const certificate = async (number: string | null) =>
    (await api.visitor().send<{ certificate: Record<string, unknown> }>('query C($n: String!) { certificate(number: $n) { state registeredVersion nationalNo endedOn number } }', { n: number })).certificate;
  const ledgerOf = async (id: string): Promise<string[]> =>
    (await api.pool.query<{ event: string }>('select event from ledger_entry where "subjectId" = $1 order by seq', [id])).rows.map((r) => r.event);
  const waitsFor = async ({ client }: Member) => {
    const { overview } = await client.send<{ overview: { waiting: { code: string; records: { link: string }[] }[] } }>('{ overview { waiting { code records { link } } } }');
    return overview.waiting.filter((w) => w.code.startsWith('MATTERS')).map((w) => [w.code, w.records[0]?.link.replace('/matters/', '')]);
  };
  describe('a change', () => {
    it('is agreed by the other side, examined by two persons, and recalculates the amounts under the same number', async () => {
      const { seller, buyer, first, second, both } = scene;
      const contract = await scene.at('REGISTERED');
      const amountLines = [
        { category: 'TECHNOLOGY', name: '技术费', quantity: 1, unitPrice: '110000000', carrier: false },
        { category: 'COMPLETE_SET', name: '试验装置', quantity: 3, unitPrice: '5000000', carrier: true, needed: 3, reason: '掌握技术所需' },
        { category: 'MATERIAL', name: '原材料', quantity: 1, unitPrice: '4000000', carrier: false },
      ];
      const proposed = await after.change(seller, contract.id, { amountLines, endsOn: '2032-03-01', paymentTerms: '签订后付60万元，其余验收后付清。' });
      expect(proposed).toMatchObject({ status: 'PROPOSED', availableActions: ['withdraw'] });
      await expect(first.client.send('query M($id: ID!) { contractMatter(id: $id) { id } }', { id: proposed.id })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(after.change(buyer, contract.id, { endsOn: '2033-03-01' })).rejects.toEqual(refused('MATTER_OPEN'));
      await expect(after.step(seller, 'agreeToMatter', proposed)).rejects.toEqual(refused('ALREADY_CONFIRMED'));
      expect([await waitsFor(seller), await waitsFor(buyer), await waitsFor(first)]).toEqual([[], [['MATTERS_TO_AGREE', proposed.id]], []]);
      const filed = await after.step(buyer, 'agreeToMatter', proposed);
      expect([await waitsFor(buyer), await waitsFor(first)]).toEqual([[], [['MATTERS_TO_EXAMINE', proposed.id]]]);
      await expect(buyer.client.send('{ contractMatters(all: true, page: { page: 1, size: 20 }) { total } }')).rejects.toEqual(refused('FORBIDDEN'));
      const seen = await both.client.send<{ contractMatter: { light: string; differences: { field: string; before: string; after: string }[] } }>(
        'query M($id: ID!) { contractMatter(id: $id) { light differences { field before after } } }',
        { id: filed.id },
      );
      // Two of three sets count (CARRIER_SETS): 110 + 2 × 5 of 110 + 3 × 5 + 4.
      expect(seen.contractMatter.light).toBe('GREEN');
      expect(seen.contractMatter.differences).toEqual(
        expect.arrayContaining([
          { field: 'totalAmount', before: '100000000', after: '129000000' },
          { field: 'techAmount', before: '80000000', after: '120000000' },
          { field: 'endsOn', before: '2031-03-01', after: '2032-03-01' },
        ]),
      );
      const examined = await after.step(both, 'examineMatter', filed, { opinion: '金额明细清楚。' });
      await expect(after.step(both, 'grantMatter', examined)).rejects.toEqual(refused('SAME_REVIEWER'));
      expect(await after.step(second, 'grantMatter', examined)).toMatchObject({ status: 'GRANTED', availableActions: [] });
      const now = await scene.see(seller, contract.id, 'totalAmount techAmount endsOn registeredVersion');
      expect(now).toMatchObject({ status: 'REGISTERED', registrationNo: contract.registrationNo, totalAmount: '129000000', techAmount: '120000000', endsOn: '2032-03-01', registeredVersion: 2 });
      expect(await certificate(contract.registrationNo)).toMatchObject({ state: 'CHANGED', registeredVersion: 2, number: contract.registrationNo });
      expect((await ledgerOf(contract.id)).slice(-2)).toEqual(['contract.registered', 'contract.changed']);
      expect((await auditOf(api, contract.id)).slice(-4)).toEqual(['contract.matterFiled', 'contract.matterAgreed', 'contract.matterExamined', 'contract.changed']);
      // The records still say what the ledger says; a change behind its back does not.
      expect((await api.app.get(ContractLedgerCheck).compare()).faults).toEqual([]);
      await expect(api.pool.query('update contract_matter set opinion = $2 where id = $1', [filed.id, 'x'])).rejects.toThrow('append-only');
      await api.drain();
      expect(mailsTo(api.dataDir, buyer.email).some((mail) => mail.includes('变更已获准'))).toBe(true);
    });

    it('is refused where it changes nothing, the kind of contract, or a party without a paper', async () => {
      const { seller, buyer, broker } = scene;
      const { id } = await scene.at('REGISTERED');
      await expect(after.change(seller, id, {})).rejects.toEqual(wrong('content', 'nothing_changed'));
      await expect(after.change(seller, id, { type: 'SERVICE' })).rejects.toEqual(wrong('content.type', 'type_fixed'));
      await expect(after.change(seller, id, { techAmount: '100000001' })).rejects.toEqual(refused('INVALID_INPUT'));
      const heir = await api.organisation('ENTERPRISE', { branchId: scene.branch.id });
      await expect(after.change(seller, id, {}, { buyerId: heir.id })).rejects.toEqual(wrong('fileIds', 'required'));
      await expect(after.change(broker, id, { endsOn: '2032-03-01' })).rejects.toEqual(refused('FORBIDDEN'));
      const stranger = await api.member('ENTERPRISE');
      await expect(after.change(stranger, id, { endsOn: '2032-03-01' })).rejects.toEqual(refused('NOT_FOUND'));
      const withdrawn = await after.step(seller, 'withdrawMatter', await after.change(seller, id, { endsOn: '2032-03-01' }));
      expect(withdrawn.status).toBe('WITHDRAWN');
      const again = await after.step(seller, 'agreeToMatter', await after.change(buyer, id, { endsOn: '2032-03-01' }));
      const returned = await after.step(scene.first, 'returnMatter', again, { reason: '请附补充协议。' });
      expect(returned.status).toBe('RETURNED');
      await expect(after.step(seller, 'refileMatter', returned, { reason: '补充协议已附上。' })).rejects.toEqual(refused('FORBIDDEN'));
      const paper = await buyer.client.upload('补充协议.txt', '双方同意延期。');
      expect((await after.step(buyer, 'refileMatter', returned, { reason: '补充协议已附上。', fileIds: [paper] })).status).toBe('PROPOSED');
      expect(await seller.client.send('query M($id: ID!) { contractMatter(id: $id) { filedByName files { name } } }', { id: again.id })).toEqual({
        contractMatter: { filedByName: buyer.organisation.name, files: [{ name: '补充协议.txt' }] },
      });
    });

    it('becomes one matter when both sides file at once', async () => {
      const { id } = await scene.at('REGISTERED');
      const answers = await Promise.allSettled([after.change(scene.seller, id, { endsOn: '2032-03-01' }), after.change(scene.buyer, id, { endsOn: '2033-03-01' })]);
      expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
    });
  });

  it('ends by performance, deregistration or revocation; the public page says which, and the number stays', async () => {
    const { seller, buyer, first, second } = scene;
    const [performed, rescinded, fraudulent] = [await scene.at('REGISTERED'), await scene.at('REGISTERED'), await scene.at('REGISTERED')];
    expect((await after.granted(await after.step(buyer, 'agreeToMatter', await after.file(seller, performed.id, 'PERFORMANCE')))).status).toBe('GRANTED');
    expect(await certificate(performed.registrationNo)).toMatchObject({ state: 'PERFORMED', endedOn: shanghaiDay(new Date()) });

    await expect(after.file(seller, rescinded.id, 'DEREGISTRATION')).rejects.toEqual(wrong('ground', 'ground_of_kind'));
    await expect(after.file(buyer, rescinded.id, 'DEREGISTRATION', 'TERMINATED')).rejects.toEqual(refused('FORBIDDEN'));
    await after.granted(await after.file(seller, rescinded.id, 'DEREGISTRATION', 'RESCINDED_BY_AGREEMENT'));
    expect(await certificate(rescinded.registrationNo)).toMatchObject({ state: 'DEREGISTERED' });
    await expect(after.change(seller, rescinded.id, { endsOn: '2032-03-01' })).rejects.toEqual(refused('ILLEGAL_TRANSITION'));

    const revocation = { contractId: fraudulent.id, ground: 'FRAUD', reason: '经查合同系虚构，发票系伪造。' };
    await expect(after.mutate(second, 'proposeRevocation', 'ContractRevocationInput', revocation)).rejects.toEqual(refused('FORBIDDEN'));
    const proposed = await after.mutate(first, 'proposeRevocation', 'ContractRevocationInput', revocation);
    expect(proposed.status).toBe('EXAMINED');
    await expect(after.step(first, 'grantMatter', proposed)).rejects.toEqual(refused('FORBIDDEN'));
    await after.step(second, 'grantMatter', proposed);
    expect(await certificate(fraudulent.registrationNo)).toMatchObject({ state: 'REVOKED', number: fraudulent.registrationNo });
    expect((await ledgerOf(fraudulent.id)).at(-1)).toBe('contract.revoked');
    const { register } = await api.visitor().send<{ register: { items: { number: string }[] } }>(
      'query R($f: RegisterFilterInput!, $p: PageInput!) { register(filter: $f, page: $p) { items { number } } }',
      { f: { branchId: scene.branch.id }, p: { page: 1, size: 50 } },
    );
    const listed = register.items.map((i) => i.number);
    expect(listed).toContain(performed.registrationNo);
    expect(listed).not.toContain(fraudulent.registrationNo);
  });

  it('a refusal is reviewed on request by somebody else, and the file examined anew', async () => {
    const { seller, first, second } = scene;
    const refusedRow = await scene.refuse(second, await scene.at('SECOND_REVIEW'));
    const examined = await after.step(first, 'examineMatter', await after.file(seller, refusedRow.id, 'REVIEW'));
    await expect(after.step(second, 'grantMatter', examined)).rejects.toEqual(refused('SAME_REVIEWER'));
    const actionsOf = async ({ client }: Member) =>
      (await client.send<{ contractMatter: { availableActions: string[] } }>('query M($id: ID!) { contractMatter(id: $id) { availableActions } }', { id: examined.id })).contractMatter.availableActions;
    expect(await actionsOf(second)).toEqual([]);
    const other = await api.member(scene.branch, ['OPERATOR_L2']);
    expect(await actionsOf(other)).toEqual(['grant', 'refuse']);
    await after.step(other, 'grantMatter', examined);
    const again = await scene.see(first, refusedRow.id, 'refusalCode examination { countedFrom light }');
    expect(again).toMatchObject({ status: 'ACCEPTED', refusalCode: null, examination: { countedFrom: shanghaiDay(new Date()), light: 'GREEN' } });
    expect((await ledgerOf(refusedRow.id)).at(-1)).toBe('contract.reopened');
  });

  it('the examination stops with a return and counts anew by the rule of its day', async () => {
    const { first, seller } = scene;
    const accepted = await scene.at('ACCEPTED');
    await api.pool.query(`update audit_event set at = at - interval '20 days' where "subjectId" = $1`, [accepted.id]).catch(() => undefined);
    const running = await scene.see(first, accepted.id, 'examination { dueOn days used light rule { key basis certainty } stops { returned } }');
    expect(running['examination']).toMatchObject({ days: 15, rule: { key: 'EXAMINATION_HENAN', certainty: 'CERTAIN' }, stops: [] });
    const returned = await scene.giveBack(first, accepted);
    expect((await scene.see(seller, returned.id, 'examination { dueOn light stops { returned resubmitted } }'))['examination']).toEqual({
      ...{ dueOn: null, light: 'STOPPED' },
      stops: [{ returned: shanghaiDay(new Date()), resubmitted: null }],
    });
    await scene.act(seller, 'submitContract', returned);
    expect((await scene.see(seller, returned.id, 'examination { countedFrom light }'))['examination']).toEqual({ countedFrom: shanghaiDay(new Date()), light: 'GREEN' });
  });

  describe('experts', () => {
    const hear = (who: Member, contractId: string, n: number, unit = `评估院${n}`) =>
      after.mutate<{ id: string }>(who, 'hearExpert', 'ExpertOpinionInput', { contractId, name: `专家${n}`, unit, supports: n !== 3, opinion: '技术内容属实，技术交易额构成合理。' }, 'id');
    const conclude = (who: Member, row: ContractView) => scene.act(who, 'concludeExperts', row);

    it('are heard from the threshold on, three of them and none of a party, before the second review', async () => {
      const { first, second, seller } = scene;
      const large = { totalAmount: '500000000', techAmount: '500000000', paymentTerms: '一次付清500万元。' };
      const claimed = await scene.act(first, 'claimContract', await scene.at('ACCEPTED', large));
      const waiting = await scene.approve(first, claimed, '金额较大。');
      expect(waiting).toMatchObject({ status: 'EXPERT_REVIEW', availableActions: ['concludeExperts', 'return'] });
      await expect(scene.register(second, waiting)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
      await expect(hear(first, waiting.id, 1, `${seller.organisation.name}药学院`)).rejects.toEqual(wrong('unit', 'expert_of_party'));
      await hear(first, waiting.id, 1);
      await expect(hear(first, waiting.id, 1)).rejects.toEqual(refused('ALREADY_EXISTS'));
      await hear(first, waiting.id, 2);
      await expect(conclude(first, waiting)).rejects.toEqual(refused('EXPERTS_MISSING'));
      await hear(first, waiting.id, 3);
      const concluded = await conclude(first, waiting);
      expect(concluded.status).toBe('SECOND_REVIEW');
      expect((await scene.see(second, concluded.id, 'expertOpinions { name supports }'))['expertOpinions']).toHaveLength(3);
      expect((await scene.see(seller, concluded.id, 'expertOpinions { name }'))['expertOpinions']).toEqual([]);
      expect((await scene.register(second, concluded)).status).toBe('REGISTERED');
    });
    it('one fen below nobody is called, unless the file is disputed', async () => {
      const { first } = scene;
      const small = { totalAmount: '499999999', techAmount: '499999999', paymentTerms: '一次付清。' };
      const claimed = await scene.act(first, 'claimContract', await scene.at('ACCEPTED', small));
      const answer = await first.client.send<{ referContractToExperts: ContractView }>(
        'mutation R($id: ID!, $version: Int!, $reason: String!) { referContractToExperts(id: $id, version: $version, reason: $reason) { status } }',
        { id: claimed.id, version: claimed.version, reason: '对是否属于许可有争议。' },
      );
      expect(answer.referContractToExperts.status).toBe('EXPERT_REVIEW');
      const other = await scene.act(first, 'claimContract', await scene.at('ACCEPTED', small));
      expect((await scene.approve(first, other)).status).toBe('SECOND_REVIEW');
    });
  });

  it('the national number is typed in by an operator, unique, and beside the platform one', async () => {
    const { first, seller } = scene;
    const [one, two] = [await scene.at('REGISTERED'), await scene.at('REGISTERED')];
    const enter = (who: Member, { id }: ContractView, version: number, nationalNo: string) =>
      after.mutate<{ version: number; nationalNo: string }>(who, 'enterNationalNo', 'NationalNoInput', { id, version, nationalNo }, 'version nationalNo');
    await expect(enter(first, one, one.version, '202641010700012')).rejects.toEqual(refused('INVALID_INPUT'));
    await expect(enter(seller, one, one.version, '2026410107000123')).rejects.toEqual(refused('FORBIDDEN'));
    await enter(first, one, one.version, '2026410107000123');
    await expect(enter(first, two, two.version, '2026410107000123')).rejects.toEqual(refused('ALREADY_EXISTS'));
    expect(await certificate(one.registrationNo)).toMatchObject({ state: 'VALID', number: one.registrationNo, nationalNo: '2026410107000123' });
    expect((await ledgerOf(one.id)).at(-1)).toBe('contract.nationalNoEntered');
  });
});
