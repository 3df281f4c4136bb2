import { auditOf, completeContent, contractScene, type ContractScene, type ContractView } from '../../../test/contract-scene.js';
import { mailsTo } from '../../../test/mailbox.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { ContractDrafting } from './contract-drafting.service.js';

const refused = (code: string, params: object = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) });
const issues = (...found: string[]) =>
  refused('INVALID_INPUT', { issues: found.map((f) => expect.objectContaining({ path: f.split(' ')[0], code: f.split(' ')[1] })) });

describe('a contract between its parties', () => {
  let api: TestApi;
  let scene: ContractScene;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api);
  });
  afterAll(() => api.close());

  describe('is drafted by hand', () => {
    it('by either side', async () => {
      const row = await scene.create(scene.buyer);
      expect(row).toMatchObject({ status: 'DRAFT', revision: 1, version: 1, availableActions: ['edit', 'confirm', 'cancel'] });
      expect(await auditOf(api, row.id)).toEqual(['contract.drafted']);
      const shown = await scene.see(
        scene.seller,
        row.id,
        'seller { name verified } buyer { name } broker { name } branch { name } contractClass',
      );
      expect(shown).toMatchObject({
        seller: { name: scene.seller.organisation.name, verified: true },
        branch: { name: scene.branch.name },
        contractClass: 'LICENSE',
      });
    });
    it('incomplete, but never with figures that contradict each other', async () => {
      const row = await scene.create(scene.seller, {}, { subject: '', totalAmount: null, techAmount: null, signedOn: null });
      expect(row.status).toBe('DRAFT');
      await expect(scene.create(scene.seller, {}, { techAmount: '100000001' })).rejects.toEqual(issues('techAmount tech_amount'));
      await expect(scene.create(scene.seller, {}, { endsOn: '2026-03-01' })).rejects.toEqual(issues('endsOn date_order'));
    });
    it('only for one of its own sides, between verified organisations of the right kind', async () => {
      const other = await api.organisation('ENTERPRISE');
      const unverified = await api.member(await api.organisation('ENTERPRISE', { status: 'PENDING' }));
      await expect(scene.create(scene.seller, { buyerId: scene.seller.organisation.id })).rejects.toEqual(issues('buyerId same_party'));
      await expect(scene.create(scene.seller, { sellerId: other.id })).rejects.toEqual(issues('sellerId not_own_side'));
      await expect(scene.create(scene.seller, { buyerId: scene.broker.organisation.id })).rejects.toEqual(issues('buyerId party_kind'));
      await expect(scene.create(scene.seller, { brokerId: other.id })).rejects.toEqual(issues('brokerId party_kind'));
      await expect(scene.create(scene.seller, { buyerId: unverified.organisation.id })).rejects.toEqual(issues('buyerId party_unverified'));
      await expect(scene.create(unverified, { buyerId: unverified.organisation.id })).rejects.toEqual(refused('ORGANISATION_NOT_VERIFIED'));
    });
    it('about an achievement of the seller and a demand of the buyer', async () => {
      const { seller, buyer } = scene;
      const insert = async (sql: string, values: unknown[]): Promise<string> =>
        (await api.pool.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
      const achievementOf = (id: string) =>
        insert(
          `insert into achievement ("organisationId", status, title, summary, "regionCode", "createdAt", "updatedAt") values ($1, 'PUBLISHED', '切片工艺', '摘要', 'ZZ', now(), now()) returning id`,
          [id],
        );
      const demandOf = (id: string, anonymous = false) =>
        insert(
          `insert into demand ("organisationId", status, title, problem, "regionCode", anonymous, "createdAt", "updatedAt") values ($1, 'PUBLISHED', '低成本切片', '问题', 'ZZ', $2, now(), now()) returning id`,
          [id, anonymous],
        );
      const stranger = await api.organisation('UNIVERSITY');
      await expect(scene.create(seller, { achievementId: await achievementOf(stranger.id) })).rejects.toEqual(
        issues('achievementId not_of_seller'),
      );
      await expect(scene.create(seller, { demandId: await demandOf(seller.organisation.id) })).rejects.toEqual(
        issues('demandId not_of_buyer'),
      );
      // Whose an anonymous demand is, nobody learns by trying.
      await expect(scene.create(seller, { demandId: await demandOf(buyer.organisation.id, true) })).rejects.toEqual(
        issues('demandId not_of_buyer'),
      );
      const row = await scene.create(seller, {
        achievementId: await achievementOf(seller.organisation.id),
        demandId: await demandOf(buyer.organisation.id),
      });
      expect(row.status).toBe('DRAFT');
    });
    it('not by a broker, an operator or a visitor', async () => {
      await expect(scene.create(scene.broker)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(scene.create(scene.first)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(api.visitor().send('{ myContracts(filter: {}, page: { page: 1, size: 5 }) { total } }')).rejects.toEqual(
        refused('NOT_SIGNED_IN'),
      );
    });
  });

  it('follows once from a talk, with the dates of its term', async () => {
    const { seller, buyer } = scene;
    const drafting = api.app.get(ContractDrafting);
    const terms = {
      ...completeContent,
      totalAmount: '100000000',
      termMonths: 12,
      negotiationId: crypto.randomUUID(),
      sellerId: seller.organisation.id,
      buyerId: buyer.organisation.id,
      brokerId: null,
      achievementId: null,
      demandId: null,
      techField: null,
    };
    const actor = {
      kind: 'PERSON' as const,
      userId: seller.userId,
      sessionId: null,
      name: seller.name,
      organisationId: seller.organisation.id,
      organisationName: seller.organisation.name,
      organisationKind: 'UNIVERSITY' as const,
      organisationVerified: true,
      roles: ['UNIT_TTO' as const],
      ip: '',
    };
    const now = new Date('2026-03-31T16:30:00Z');
    const row = await api.db.run(actor, (tx) => drafting.draftFrom(tx, terms), { now });
    expect(row).toMatchObject({
      status: 'DRAFT',
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      techAmount: null,
      signedOn: null,
      branchId: scene.branch.id,
    });
    await expect(api.db.run(actor, (tx) => drafting.draftFrom(tx, terms))).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await scene.act(seller, 'cancelContract', row);
    expect((await api.db.run(actor, (tx) => drafting.draftFrom(tx, terms))).id).not.toBe(row.id);
  });

  describe('is confirmed', () => {
    it('by each side once, then it is CONFIRMED', async () => {
      const draft = await scene.create();
      const half = await scene.act(scene.seller, 'confirmContract', draft);
      expect(half).toMatchObject({ status: 'DRAFT', availableActions: ['edit', 'cancel'] });
      await expect(scene.act(scene.seller, 'confirmContract', half)).rejects.toEqual(refused('ALREADY_CONFIRMED'));
      await expect(scene.act(scene.seller, 'submitContract', half)).rejects.toEqual(refused('NOT_CONFIRMED'));
      await api.drain();
      expect(mailsTo(api.dataDir, scene.buyer.email)).toContainEqual(expect.stringContaining('对方已确认技术合同'));
      const whole = await scene.act(scene.buyer, 'confirmContract', half);
      expect(whole).toMatchObject({ status: 'CONFIRMED', availableActions: ['edit', 'cancel'] });
      await expect(scene.act(scene.buyer, 'confirmContract', whole)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
      expect(await auditOf(api, draft.id)).toEqual(['contract.drafted', 'contract.confirmed', 'contract.confirmed']);
    });
    it('only when nothing is missing', async () => {
      const draft = await scene.create(scene.seller, {}, { subject: '太短', totalAmount: null, acceptance: '' });
      await expect(scene.act(scene.seller, 'confirmContract', draft)).rejects.toEqual(
        issues('subject too_small.string', 'totalAmount required', 'acceptance required'),
      );
    });
    it('of the version that one has read', async () => {
      const draft = await scene.create();
      const edited = await scene.edit(scene.buyer, draft, { title: '金刚石多线锯切片专利独占许可' });
      await expect(scene.act(scene.seller, 'confirmContract', draft)).rejects.toEqual(refused('STALE'));
      expect(edited).toMatchObject({ revision: 2, version: 2 });
    });
    it('by both at the same moment, and one of them is told to look again', async () => {
      const draft = await scene.create();
      const results = await Promise.allSettled([
        scene.act(scene.seller, 'confirmContract', draft),
        scene.act(scene.buyer, 'confirmContract', draft),
      ]);
      expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'STALE' } });
    });
    it('again after every change, but not after a saving that changes nothing', async () => {
      const confirmed = await scene.at('CONFIRMED');
      expect(await scene.edit(scene.buyer, confirmed, {})).toMatchObject({ status: 'CONFIRMED', version: confirmed.version });
      const edited = await scene.edit(scene.buyer, confirmed, { endsOn: '2032-03-01' });
      expect(edited).toMatchObject({ status: 'DRAFT', revision: 2, availableActions: ['edit', 'confirm', 'cancel'] });
      const [row]: { data: object }[] = await api.db.em.query(
        `select data from audit_event where "subjectId" = $1 and event = 'contract.edited'`,
        [edited.id],
      );
      expect(row?.data).toEqual({ fields: ['endsOn'] });
    });
  });

  describe('is submitted', () => {
    it('by the seller alone, to its branch, with a day by which it is accepted', async () => {
      const confirmed = await scene.at('CONFIRMED');
      await expect(scene.act(scene.buyer, 'submitContract', confirmed)).rejects.toEqual(refused('FORBIDDEN'));
      const submitted = await scene.act(scene.seller, 'submitContract', confirmed);
      expect(submitted).toMatchObject({ status: 'SUBMITTED', availableActions: ['cancel'] });
      expect(submitted.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      await api.drain();
      expect(mailsTo(api.dataDir, scene.first.email)).toContainEqual(expect.stringContaining(`/review?id=${submitted.id}`));
      expect(mailsTo(api.dataDir, scene.broker.email)).toContainEqual(expect.stringContaining('提交登记，受理期限'));
      await expect(scene.edit(scene.seller, submitted, { title: '另一个标题标题' })).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    });
    it('not where no branch is', async () => {
      const far = await api.member(await api.organisation('RESEARCH_INSTITUTE'), ['UNIT_TTO']);
      const draft = await scene.create(far, { sellerId: far.organisation.id });
      const half = await scene.act(far, 'confirmContract', draft);
      const whole = await scene.act(scene.buyer, 'confirmContract', half);
      await expect(scene.act(far, 'submitContract', whole)).rejects.toEqual(refused('NO_BRANCH'));
    });
    it('and taken back by the seller only', async () => {
      const submitted = await scene.at('SUBMITTED');
      await expect(scene.act(scene.buyer, 'cancelContract', submitted)).rejects.toEqual(refused('FORBIDDEN'));
      expect(await scene.act(scene.seller, 'cancelContract', submitted)).toMatchObject({
        status: 'CANCELLED',
        dueOn: null,
        availableActions: [],
      });
      const accepted = await scene.at('ACCEPTED');
      await expect(scene.act(scene.seller, 'cancelContract', accepted)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
      expect(await scene.act(scene.buyer, 'cancelContract', await scene.create())).toMatchObject({ status: 'CANCELLED' });
    });
  });

  it('is seen by its parties, by its branch from the submission on, and by nobody else', async () => {
    const otherBranch = await api.organisation('MARKET_OPERATOR', { branchCode: 'HB' });
    const strangers = [
      await api.member(otherBranch, ['OPERATOR_L1']),
      await api.member(otherBranch, ['AUDITOR']),
      await api.member(await api.organisation('UNIVERSITY', { branchId: scene.branch.id }), ['UNIT_TTO']),
      await api.member('ENTERPRISE'),
      await api.member('BROKER_FIRM'),
    ];
    const sees = async (row: ContractView) => {
      const people = { seller: scene.seller, buyer: scene.buyer, broker: scene.broker, operator: scene.first, auditor: scene.auditor };
      const found: string[] = [];
      for (const [name, who] of Object.entries(people))
        if ((await scene.see(who, row.id).catch(() => null))?.id === row.id) found.push(name);
      return found;
    };
    expect(await sees(await scene.at('CONFIRMED'))).toEqual(['seller', 'buyer', 'broker']);
    const submitted = await scene.at('SUBMITTED');
    expect(await sees(submitted)).toEqual(['seller', 'buyer', 'broker', 'operator', 'auditor']);
    for (const stranger of strangers) {
      await expect(scene.see(stranger, submitted.id)).rejects.toEqual(refused('NOT_FOUND'));
      const { myContracts } = await stranger.client.send<{ myContracts: { total: number } }>(
        '{ myContracts(filter: {}, page: { page: 1, size: 5 }) { total } }',
      );
      expect(myContracts.total).toBe(0);
    }
    await expect(scene.act(strangers[0] ?? scene.first, 'acceptContract', submitted)).rejects.toEqual(refused('NOT_FOUND'));
    const inventor = await api.member(scene.seller.organisation, ['INVENTOR']);
    await expect(scene.see(inventor, submitted.id)).rejects.toEqual(refused('FORBIDDEN'));
    expect((await scene.see(scene.auditor, submitted.id)).availableActions).toEqual([]);
    expect((await scene.see(scene.broker, submitted.id)).availableActions).toEqual([]);
    // While the parties rewrite a returned contract, the branch does not read along.
    const returned = await scene.giveBack(scene.first, submitted);
    await scene.edit(scene.seller, returned, { title: '金刚石多线锯切片专利许可（补正）' });
    expect(await sees(submitted)).toEqual(['seller', 'buyer', 'broker']);
  });

  it('is listed by what one waits for', async () => {
    const { buyer } = await contractScene(api, 'LY');
    const own = await contractScene(api, 'KF');
    const draft = await own.create(own.seller, {}, { title: '待双方确认的切片合同' });
    const list = async (who: typeof buyer, filter: string) =>
      (
        await who.client.send<{ myContracts: { items: { id: string }[]; total: number } }>(
          `{ myContracts(filter: ${filter}, page: { page: 1, size: 5 }) { total items { id } } }`,
        )
      ).myContracts.items.map((i) => i.id);
    expect(await list(own.seller, '{ waiting: true }')).toEqual([draft.id]);
    await own.act(own.seller, 'confirmContract', draft);
    expect(await list(own.seller, '{ waiting: true }')).toEqual([]);
    expect(await list(own.buyer, '{ waiting: true }')).toEqual([draft.id]);
    expect(await list(own.seller, '{ text: "切片" }')).toEqual([draft.id]);
    expect(await list(own.seller, '{ status: [REGISTERED] }')).toEqual([]);
    expect(await list(buyer, '{}')).toEqual([]);
  });

  it('carries files that its readers read, added and removed while the parties hold it', async () => {
    const draft = await scene.create();
    const fileId = await scene.seller.client.upload('签章合同.pdf', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    const attach = (who: typeof scene.seller, field: 'attachContractFile' | 'removeContractFile', id = draft.id) =>
      who.client.send(`mutation F($id: ID!, $fileId: ID!) { ${field}(id: $id, fileId: $fileId) { files { name } } }`, { id, fileId });
    const read = async (who: typeof scene.seller) =>
      (await fetch(`${api.url}/files/${fileId}`, { headers: { cookie: who.cookie } })).status;
    await expect(attach(scene.buyer, 'attachContractFile')).rejects.toEqual(refused('NOT_FOUND'));
    expect(await attach(scene.seller, 'attachContractFile')).toEqual({ attachContractFile: { files: [{ name: '签章合同.pdf' }] } });
    expect([await read(scene.buyer), await read(scene.broker), await read(scene.first)]).toEqual([200, 200, 404]);
    const confirmed = await scene.act(scene.buyer, 'confirmContract', await scene.act(scene.seller, 'confirmContract', draft));
    const submitted = await scene.act(scene.seller, 'submitContract', confirmed);
    expect([await read(scene.first), await read(scene.auditor)]).toEqual([200, 200]);
    await expect(attach(scene.buyer, 'removeContractFile')).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    await scene.giveBack(scene.first, submitted);
    expect(await attach(scene.buyer, 'removeContractFile')).toEqual({ removeContractFile: { files: [] } });
    expect([await read(scene.buyer), await read(scene.seller)]).toEqual([404, 200]);
    expect((await auditOf(api, draft.id)).filter((e) => e.startsWith('contract.file'))).toEqual([
      'contract.fileAdded',
      'contract.fileRemoved',
    ]);
  });
});
