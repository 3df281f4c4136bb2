import { addWorkingDays, shanghaiDay } from '@jihui/domain';
import { auditOf, contractScene, type ContractScene } from '../../../test/contract-scene.js';
import { mailsTo } from '../../../test/mailbox.js';
import { startApi, type TestApi } from '../../../test/start-api.js';

const refused = (code: string) => expect.objectContaining({ code });

describe('the examination of a contract', () => {
  let api: TestApi;
  let scene: ContractScene;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api);
  });
  afterAll(() => api.close());
  const today = () => shanghaiDay(new Date());

  it('goes from acceptance through two persons to the register, each step with its last day', async () => {
    const submitted = await scene.at('SUBMITTED');
    expect(submitted.dueOn).toBe(addWorkingDays(today(), 3));
    expect((await scene.see(scene.first, submitted.id)).availableActions).toEqual(['accept', 'return']);
    const accepted = await scene.act(scene.first, 'acceptContract', submitted);
    expect(accepted).toMatchObject({ status: 'ACCEPTED', dueOn: addWorkingDays(today(), 7), availableActions: ['claim', 'return'] });
    const claimed = await scene.act(scene.first, 'claimContract', accepted);
    expect(claimed).toMatchObject({ status: 'FIRST_REVIEW', availableActions: ['approveFirst', 'referToExperts', 'return'] });
    const passed = await scene.approve(scene.first, claimed, '属于专利实施许可，金额一致。');
    expect(passed).toMatchObject({ status: 'SECOND_REVIEW', dueOn: addWorkingDays(today(), 5), availableActions: [] });
    expect((await scene.see(scene.second, passed.id)).availableActions).toEqual(['register', 'return', 'refuse']);
    const registered = await scene.register(scene.second, passed);
    expect(registered).toMatchObject({ status: 'REGISTERED', dueOn: null, availableActions: [] });
    expect(registered.registrationNo).toMatch(/^JHZZ-\d{4}-\d{6}$/);
    expect((await auditOf(api, submitted.id)).slice(4)).toEqual([
      'contract.accepted',
      'contract.claimed',
      'contract.firstApproved',
      'contract.registered',
    ]);

    const { reviews, history, firstReviewerName } = await scene.see(
      scene.second,
      submitted.id,
      'firstReviewerName reviews { stage decision reviewerName opinion revision } history { event actorName data }',
    );
    expect(firstReviewerName).toBe(scene.first.name);
    expect(reviews).toEqual([
      { stage: 'ACCEPTANCE', decision: 'ACCEPT', reviewerName: scene.first.name, opinion: null, revision: 1 },
      { stage: 'FIRST_REVIEW', decision: 'APPROVE', reviewerName: scene.first.name, opinion: '属于专利实施许可，金额一致。', revision: 1 },
      { stage: 'SECOND_REVIEW', decision: 'REGISTER', reviewerName: scene.second.name, opinion: null, revision: 1 },
    ]);
    expect(history).toContainEqual({
      event: 'contract.registered',
      actorName: scene.second.name,
      data: { number: registered.registrationNo },
    });
    // What the reviewers say to each other stays with them.
    const { reviews: shownToParty } = await scene.see(scene.seller, submitted.id, 'reviews { decision opinion }');
    expect(shownToParty).toContainEqual({ decision: 'APPROVE', opinion: null });

    await api.drain();
    for (const party of [scene.seller, scene.buyer, scene.broker])
      expect(mailsTo(api.dataDir, party.email).at(-1)).toContain(registered.registrationNo);
  });

  it('is never first and second by one person', async () => {
    const { both, second } = scene;
    const claimed = await scene.act(both, 'claimContract', await scene.at('ACCEPTED'));
    const passed = await scene.approve(both, claimed);
    expect(passed.availableActions).toEqual([]);
    await expect(scene.register(both, passed)).rejects.toEqual(refused('SAME_REVIEWER'));
    await expect(scene.refuse(both, passed)).rejects.toEqual(refused('SAME_REVIEWER'));
    await expect(scene.giveBack(both, passed)).rejects.toEqual(refused('SAME_REVIEWER'));
    expect((await scene.register(second, passed)).status).toBe('REGISTERED');
  });

  it('asks each step of the person of that step', async () => {
    const { first, second, seller, auditor } = scene;
    const submitted = await scene.at('SUBMITTED');
    await expect(scene.act(second, 'acceptContract', submitted)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(scene.giveBack(second, submitted)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(scene.act(seller, 'acceptContract', submitted)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(scene.giveBack(auditor, submitted)).rejects.toEqual(refused('FORBIDDEN'));
    const passed = await scene.at('SECOND_REVIEW');
    await expect(scene.register(first, passed)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(scene.giveBack(first, passed)).rejects.toEqual(refused('FORBIDDEN'));
  });

  it('knows no other order', async () => {
    const { first, second } = scene;
    const accepted = await scene.at('ACCEPTED');
    await expect(scene.act(first, 'acceptContract', accepted)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    await expect(scene.approve(first, accepted)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    await expect(scene.register(second, accepted)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    await expect(scene.refuse(second, accepted)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    const registered = await scene.at('REGISTERED');
    await expect(scene.giveBack(scene.both, registered)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
    await expect(scene.act(scene.seller, 'cancelContract', registered)).rejects.toEqual(refused('ILLEGAL_TRANSITION'));
  });

  it('is no business of another branch, nor of a branch that is a party', async () => {
    const other = await contractScene(api, 'HB');
    const passed = await scene.at('SECOND_REVIEW');
    await expect(other.register(other.second, passed)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(other.giveBack(other.both, passed)).rejects.toEqual(refused('NOT_FOUND'));
    const own = await scene.at('SUBMITTED');
    await api.pool.query('update technology_contract set "brokerId" = $1 where id = $2', [scene.branch.id, own.id]);
    expect((await scene.see(scene.first, own.id)).availableActions).toEqual([]);
    await expect(scene.act(scene.first, 'acceptContract', own)).rejects.toEqual(refused('OWN_ORGANISATION'));
  });

  describe('gives back', () => {
    it.each([['SUBMITTED'], ['ACCEPTED'], ['FIRST_REVIEW'], ['SECOND_REVIEW']] as const)('what is %s', async (status) => {
      const row = await scene.at(status);
      const returned = await scene.giveBack(status === 'SECOND_REVIEW' ? scene.second : scene.first, row);
      expect(returned).toMatchObject({ status: 'RETURNED', dueOn: null });
      const { data } = (
        await api.db.em.query(`select data from audit_event where "subjectId" = $1 and event = 'contract.returned'`, [row.id])
      )[0];
      expect(data).toEqual({ reason: '付款金额与成交总额不一致，请核对。', from: status });
    });
    it('with a reason that the parties read, and sees later what they changed', async () => {
      const { seller, buyer, first } = scene;
      const returned = await scene.giveBack(first, await scene.at('FIRST_REVIEW'));
      await expect(scene.giveBack(first, await scene.at('ACCEPTED'), '不行')).rejects.toEqual(refused('INVALID_INPUT'));
      await api.drain();
      expect(mailsTo(api.dataDir, buyer.email).at(-1)).toContain('付款金额与成交总额不一致');
      const shown = await scene.see(seller, returned.id, 'returnReason reviews { decision opinion }');
      expect(shown).toMatchObject({ returnReason: '付款金额与成交总额不一致，请核对。', availableActions: ['edit', 'submit', 'cancel'] });
      expect(shown.reviews).toContainEqual({ decision: 'RETURN', opinion: '付款金额与成交总额不一致，请核对。' });
      const edited = await scene.edit(seller, returned, { paymentTerms: '签订后付50万元，验收合格付50万元。' });
      const confirmed = await scene.act(buyer, 'confirmContract', await scene.act(seller, 'confirmContract', edited));
      const again = await scene.act(seller, 'submitContract', confirmed);
      const seen = await scene.see(first, again.id, 'flags firstReviewerId returnReason changes { field before after }');
      expect(seen).toMatchObject({
        flags: ['RESUBMITTED'],
        firstReviewerId: null,
        returnReason: null,
        changes: [{ field: 'paymentTerms', before: '签订后付60万元，验收合格付40万元。', after: '签订后付50万元，验收合格付50万元。' }],
      });
    });
    it('what the seller may file again unchanged, when only an annex was missing', async () => {
      const returned = await scene.giveBack(scene.first, await scene.at('SUBMITTED'), '请补充签章扫描件。');
      expect(await scene.act(scene.seller, 'submitContract', returned)).toMatchObject({ status: 'SUBMITTED', revision: 1 });
    });
  });

  it('refuses with a ground and a reason', async () => {
    const refusedRow = await scene.refuse(scene.second, await scene.at('SECOND_REVIEW'));
    expect(refusedRow).toMatchObject({ status: 'REFUSED', registrationNo: null });
    expect(await scene.see(scene.buyer, refusedRow.id, 'refusalCode refusalReason')).toMatchObject({
      refusalCode: 'MONOPOLY_CLAUSE',
      refusalReason: '含有无偿回授条款。',
      availableActions: [],
    });
    expect((await auditOf(api, refusedRow.id)).at(-1)).toBe('contract.refused');
    await api.drain();
    expect(mailsTo(api.dataDir, scene.seller.email).at(-1)).toContain('无偿回授');
  });

  it.each([
    ['first', 'FIRST_REVIEW'],
    ['second', 'SECOND_REVIEW'],
  ] as const)('by two at the same moment is decided once (%s review)', async (_name, status) => {
    const row = await scene.at(status);
    const colleague = await api.member(scene.branch, status === 'FIRST_REVIEW' ? ['OPERATOR_L1'] : ['OPERATOR_L2']);
    const decide = status === 'FIRST_REVIEW' ? scene.approve : scene.register;
    const results = await Promise.allSettled([decide(status === 'FIRST_REVIEW' ? scene.first : scene.second, row), decide(colleague, row)]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const lost = results.find((r) => r.status === 'rejected');
    expect(['STALE', 'ILLEGAL_TRANSITION']).toContain(lost?.status === 'rejected' && lost.reason.code);
    const event = status === 'FIRST_REVIEW' ? 'contract.firstApproved' : 'contract.registered';
    expect((await auditOf(api, row.id)).filter((e) => e === event)).toHaveLength(1);
    const { reviews } = await scene.see(scene.first, row.id, 'reviews { stage }');
    expect(reviews).toHaveLength(status === 'FIRST_REVIEW' ? 2 : 3);
  });

  it('approving against returning: one of them holds', async () => {
    const row = await scene.at('SECOND_REVIEW');
    const colleague = await api.member(scene.branch, ['OPERATOR_L2']);
    const results = await Promise.allSettled([scene.register(scene.second, row), scene.giveBack(colleague, row)]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const [now]: { status: string; registrationNo: string | null }[] = await api.db.em.query(
      'select status, "registrationNo" from technology_contract where id = $1',
      [row.id],
    );
    expect(now?.status === 'REGISTERED').toBe(now?.registrationNo !== null);
  });

  it('shows the desk what is due first, with flags and counts', async () => {
    const own = await contractScene(api, 'DK');
    const late = await own.at('SUBMITTED');
    const large = await own.at('FIRST_REVIEW', { totalAmount: '600000000', techAmount: '550000000', paymentTerms: '一次付清600万元。' });
    const waiting = await own.at('SECOND_REVIEW');
    await own.at('REGISTERED');
    await api.pool.query(`update technology_contract set "dueOn" = '2026-01-05' where id = $1`, [late.id]);
    type Desk = { desk: { total: number; items: { id: string; flags: string[] }[] } };
    const desk = async (who: typeof own.first, stage: string | null) =>
      (
        await who.client.send<Desk>(
          'query D($s: ReviewStage) { desk(stage: $s, page: { page: 1, size: 20 }) { total items { id flags } } }',
          { s: stage },
        )
      ).desk;
    expect((await desk(own.first, null)).items[0]).toEqual({ id: late.id, flags: ['OVERDUE'] });
    expect((await desk(own.first, null)).total).toBe(3);
    expect((await desk(own.first, 'FIRST_REVIEW')).items).toEqual([{ id: large.id, flags: ['LARGE_AMOUNT', 'TAKEN_BY_ME'] }]);
    expect((await desk(own.second, 'FIRST_REVIEW')).items[0]?.flags).toEqual(['LARGE_AMOUNT', 'TAKEN_BY_OTHER']);
    expect((await desk(own.first, 'SECOND_REVIEW')).items).toEqual([{ id: waiting.id, flags: ['MY_FIRST_REVIEW'] }]);
    expect((await desk(scene.first, null)).items.map((i) => i.id)).not.toContain(late.id);
    const { deskCounts } = await own.second.client.send<{ deskCounts: object[] }>('{ deskCounts { stage total overdue } }');
    expect(deskCounts).toEqual([
      { stage: 'ACCEPTANCE', total: 1, overdue: 1 },
      { stage: 'FIRST_REVIEW', total: 1, overdue: 0 },
      { stage: 'SECOND_REVIEW', total: 1, overdue: 0 },
    ]);
    await expect(scene.seller.client.send('{ deskCounts { total } }')).rejects.toEqual(refused('FORBIDDEN'));
  });

  it('computes its checks, and tells of a double without naming what one may not see', async () => {
    const own = await contractScene(api, 'CK');
    const registered = await own.at('REGISTERED');
    const second = await own.at('SUBMITTED');
    type Checks = { code: string; ok: boolean; variant: string; params: Record<string, unknown> }[];
    const checks = async (who: typeof own.first, id: string) =>
      (await own.see(who, id, 'checks { code ok variant params quotes { field words } }'))['checks'] as Checks;
    const found = await checks(own.first, second.id);
    expect(found.filter((c) => !c.ok).map((c) => c.code)).toEqual(['DUPLICATE', 'SCAN_ATTACHED']);
    expect(found.find((c) => c.code === 'DUPLICATE')?.params).toEqual({
      count: 1,
      name: registered.registrationNo,
      branch: own.branch.name,
      status: 'REGISTERED',
      id: registered.id,
      alike: 1,
      percent: 100,
      together: '200000000',
    });
    // The same parties at another branch: its operators see only that there is one.
    const elsewhere = await contractScene(api, 'CL');
    await api.pool.query('update technology_contract set "branchId" = $1 where id = $2', [elsewhere.branch.id, second.id]);
    expect((await checks(elsewhere.first, second.id)).find((c) => c.code === 'DUPLICATE')?.params).not.toHaveProperty('id');
  });
});
