import type { DemandInput } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Row = {
  id: string;
  version: number;
  status: string;
  availableActions: string[];
  returnReason: string | null;
  dueOn: string | null;
  publishedAt: string | null;
  confirmedAt: string | null;
};
const shown = 'id version status availableActions returnReason dueOn publishedAt confirmedAt';
const content: DemandInput = {
  title: '高硅铝缸体精镗用刀具刃口崩缺',
  problem: '我们给一家发动机厂供缸体精镗刀，新刀头几百件孔壁很漂亮，到一千五六百件就出现微崩，客户整批停线换刀。',
  indicators: [{ name: '单刃加工件数', op: 'GE', value: '4000', unit: '件' }],
  currentState: '寿命 1500～2000 件',
  budgetMin: '60000000',
  budgetMax: '120000000',
  deadline: '2099-05-31',
  acceptance: '连续跑两把刀均达到 4000 件',
  techField: 'ADVANCED_MANUFACTURING',
  chain: 'SUPERHARD',
  minTrl: 5,
  keywords: ['PCD 刀具'],
  anonymous: false,
  contactName: '王工',
  contactPhone: '13800001111',
};

const create = async (client: ApiClient, input: Partial<DemandInput> = {}) =>
  (
    await client.send<{ row: Row }>(`mutation ($input: DemandInput!) { row: createDemand(input: $input) { ${shown} } }`, {
      input: { ...content, ...input },
    })
  ).row;
const save = async (client: ApiClient, { id, version }: Row, input: Partial<DemandInput>) =>
  (
    await client.send<{ row: Row }>(
      `mutation ($id: ID!, $version: Int!, $input: DemandInput!) { row: saveDemand(id: $id, version: $version, input: $input) { ${shown} } }`,
      { id, version, input: { ...content, ...input } },
    )
  ).row;
const act = async (client: ApiClient, action: string, { id, version }: Row, reason?: string) =>
  (
    await client.send<{ row: Row }>(
      `mutation ($id: ID!, $version: Int!${reason ? ', $reason: String!' : ''}) { row: ${action}Demand(id: $id, version: $version${reason ? ', reason: $reason' : ''}) { ${shown} } }`,
      { id, version, reason },
    )
  ).row;
const read = async (client: ApiClient, id: string, fields = shown) =>
  (await client.send<{ row: Row & Record<string, unknown> }>(`query ($id: ID!) { row: demand(id: $id) { ${fields} } }`, { id })).row;
const why = '请写明目标值和单位';

describe('demands', () => {
  let api: TestApi;
  let branch: TestOrganisation;
  let firm: TestOrganisation;
  let owner: Member;
  let operator: Member;
  let elsewhere: Member;
  let stranger: Member;
  const eventsOf = async (id: string) =>
    (await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by at, id', [id])).rows.map(
      (r) => r.event,
    );
  const published = async (input: Partial<DemandInput> = {}) =>
    act(operator.client, 'publish', await act(owner.client, 'submit', await create(owner.client, input)));

  beforeAll(async () => {
    api = await startApi();
    branch = await api.organisation('MARKET_OPERATOR', { branchCode: 'ZZ' });
    firm = await api.organisation('ENTERPRISE', { branchId: branch.id, name: '郑州砺锋超硬工具有限公司' });
    [owner, operator, stranger] = [
      await api.member(firm, ['ENTERPRISE_USER']),
      await api.member(branch, ['OPERATOR_L1']),
      await api.member('UNIVERSITY', ['UNIT_TTO']),
    ];
    elsewhere = await api.member(await api.organisation('MARKET_OPERATOR', { branchCode: 'LY' }), ['OPERATOR_L1']);
  });
  afterAll(() => api.close());

  it('goes from its enterprise through an operator of the branch to everybody, and leaves its trail', async () => {
    const draft = await create(owner.client);
    expect(draft).toMatchObject({ version: 1, status: 'DRAFT', availableActions: ['edit', 'submit', 'delete'], dueOn: null });
    expect(await codeOf(read(operator.client, draft.id))).toBe('NOT_FOUND');
    const submitted = await act(owner.client, 'submit', draft);
    expect(submitted).toMatchObject({ status: 'SUBMITTED', availableActions: ['withdraw'] });
    const seen = await read(operator.client, draft.id);
    expect(seen.availableActions).toEqual(['returnToOwner', 'publish']);
    expect(seen.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const returned = await act(operator.client, 'return', submitted, why);
    expect(returned.status).toBe('DRAFT');
    expect((await read(owner.client, draft.id)).returnReason).toBe(why);
    const again = await act(owner.client, 'submit', await save(owner.client, await read(owner.client, draft.id), { minTrl: 6 }));
    expect(again.returnReason).toBeNull();
    const done = await act(operator.client, 'publish', again);
    expect(done).toMatchObject({ status: 'PUBLISHED', availableActions: [] });
    expect(done.confirmedAt).toBe(done.publishedAt);
    expect((await read(api.visitor(), draft.id)).availableActions).toEqual([]);
    expect((await read(owner.client, draft.id)).availableActions).toEqual(['revise', 'confirm', 'withdraw', 'close']);
    expect(await eventsOf(draft.id)).toEqual([
      'demand.created',
      'demand.submitted',
      'demand.returned',
      'demand.edited',
      'demand.submitted',
      'demand.published',
    ]);
    await api.drain();
    expect(mailsTo(api.dataDir, owner.email)).toEqual([expect.stringContaining(`http://jihui.test/demands/${draft.id}`)]);
  });

  it('is hidden while it is revised, and examined anew', async () => {
    const revised = await act(owner.client, 'revise', await published());
    expect(revised).toMatchObject({ status: 'DRAFT', availableActions: ['edit', 'submit'] });
    expect(await codeOf(read(api.visitor(), revised.id))).toBe('NOT_FOUND');
    const remove = `mutation ($id: ID!, $version: Int!) { deleteDemand(id: $id, version: $version) }`;
    expect(await codeOf(owner.client.send(remove, { id: revised.id, version: revised.version }))).toBe('HAS_DEPENDANTS');
    const draft = await create(owner.client);
    await owner.client.send(remove, { id: draft.id, version: 1 });
    expect(await codeOf(read(owner.client, draft.id))).toBe('NOT_FOUND');
    expect((await eventsOf(draft.id)).at(-1)).toBe('demand.deleted');
  });

  it('is withdrawn with a reason, reopened and closed', async () => {
    const withdrawn = await act(
      owner.client,
      'withdraw',
      await act(owner.client, 'submit', await create(owner.client)),
      '内部还要讨论指标',
    );
    expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', availableActions: ['reopen'] });
    expect((await act(owner.client, 'reopen', withdrawn)).status).toBe('DRAFT');
    const open = await published();
    expect(await codeOf(act(owner.client, 'withdraw', open, '短'))).toBe('INVALID_INPUT');
    expect((await act(owner.client, 'close', open)).status).toBe('CLOSED');
    expect(await codeOf(read(api.visitor(), open.id))).toBe('NOT_FOUND');
  });

  it('keeps every way that its lifecycle does not have', async () => {
    const draft = await create(owner.client);
    for (const action of ['revise', 'reopen', 'close']) expect(await codeOf(act(owner.client, action, draft))).toBe('ILLEGAL_TRANSITION');
    const submitted = await act(owner.client, 'submit', draft);
    expect(await codeOf(act(owner.client, 'submit', submitted))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(save(owner.client, submitted, {}))).toBe('ILLEGAL_TRANSITION');
    const done = await act(operator.client, 'publish', submitted);
    expect(await codeOf(act(operator.client, 'publish', done))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(act(operator.client, 'return', done, why))).toBe('ILLEGAL_TRANSITION');
  });

  it('names all that is missing or cannot stand at once', async () => {
    expect(
      (
        await issuesOf(
          act(owner.client, 'submit', await create(owner.client, { title: '缺', problem: '', budgetMin: '20', budgetMax: '10' })),
        )
      ).sort(),
    ).toEqual(['budgetMax price_range', 'problem required', 'title too_small.string']);
    expect(await issuesOf(act(owner.client, 'submit', await create(owner.client, { deadline: '2020-01-01' })))).toEqual([
      'deadline deadline_past',
    ]);
    expect(
      await issuesOf(create(owner.client, { indicators: [{ name: '孔径', op: 'GE', value: '约四千' }], deadline: '2026-02-30' })),
    ).toEqual(['indicators.0.value indicator_value', 'deadline invalid_format.date']);
  });

  it('keeps the name of an anonymous enterprise from everybody but itself and its branch', async () => {
    const naming = await create(owner.client, { anonymous: true, acceptance: '在郑州砺锋超硬工具的缸体线上验收' });
    expect(await issuesOf(act(owner.client, 'submit', naming))).toEqual(['acceptance names_owner']);
    const { id } = await published({ anonymous: true });
    const fields =
      'anonymous regionCode organisationId isOwn organisation { id name } author { name } contactName contactPhone submittedAt history { organisationName }';
    for (const client of [api.visitor(), stranger.client, elsewhere.client]) {
      const row = await read(client, id, fields);
      expect(row).toEqual({
        anonymous: true,
        regionCode: 'ZZ_GX',
        organisationId: null,
        isOwn: false,
        organisation: null,
        author: null,
        contactName: null,
        contactPhone: null,
        submittedAt: null,
        history: null,
      });
    }
    expect(await read(operator.client, id, fields)).toMatchObject({
      organisation: { id: firm.id, name: firm.name },
      contactPhone: '13800001111',
    });
    expect(await read(owner.client, id, fields)).toMatchObject({
      isOwn: true,
      organisation: { id: firm.id },
      author: { name: owner.name },
    });
    const named = await published();
    expect(await read(stranger.client, named.id, fields)).toMatchObject({
      organisation: { id: firm.id },
      organisationId: null,
      contactPhone: null,
      history: null,
    });
  });

  it('is the business of its own branch', async () => {
    const submitted = await act(owner.client, 'submit', await create(owner.client));
    expect(await codeOf(act(elsewhere.client, 'publish', submitted))).toBe('NOT_FOUND');
    expect(await codeOf(act(owner.client, 'publish', submitted))).toBe('FORBIDDEN');
    expect(await codeOf(create(stranger.client))).toBe('FORBIDDEN');
    expect(await codeOf(create(api.visitor()))).toBe('NOT_SIGNED_IN');
    const rival = await api.member('ENTERPRISE');
    expect(await codeOf(act(rival.client, 'withdraw', submitted, why))).toBe('NOT_FOUND');
    const done = await act(operator.client, 'publish', submitted);
    expect(await codeOf(act(rival.client, 'close', done))).toBe('FORBIDDEN');
  });

  it('lets two operators decide on the same version once', async () => {
    const second = await api.member(branch, ['BRANCH_ADMIN']);
    const submitted = await act(owner.client, 'submit', await create(owner.client));
    const codes = await Promise.all([
      codeOf(act(operator.client, 'publish', submitted)),
      codeOf(act(second.client, 'return', submitted, why)),
    ]);
    expect(codes.sort()).toEqual(['OK', 'STALE']);
  });

  it('waits until the enterprise is verified, also when it is suspended after submission', async () => {
    const late = await api.organisation('ENTERPRISE', { status: 'PENDING', branchId: branch.id });
    const { client } = await api.member(late);
    const draft = await create(client);
    expect(await codeOf(act(client, 'submit', draft))).toBe('ORGANISATION_NOT_VERIFIED');
    await api.pool.query(`update organisation set status = 'VERIFIED' where id = $1`, [late.id]);
    const submitted = await act(client, 'submit', draft);
    await api.pool.query(`update organisation set status = 'SUSPENDED' where id = $1`, [late.id]);
    expect(await codeOf(act(operator.client, 'publish', submitted))).toBe('ORGANISATION_NOT_VERIFIED');
  });

  it('stands in the queue of its branch, the oldest first, due on the third working day', async () => {
    const own = await api.organisation('MARKET_OPERATOR', { branchCode: 'HB' });
    const first = await api.member(own, ['OPERATOR_L1']);
    const { client } = await api.member(await api.organisation('ENTERPRISE', { branchId: own.id }));
    const [a, b] = [await create(client), await create(client)];
    await act(client, 'submit', b);
    await act(client, 'submit', a);
    // 2026-11-20 is a Friday.
    await api.pool.query(`update demand set "submittedAt" = '2026-11-20T02:00:00Z' where id = $1`, [a.id]);
    const queue = '{ demandsToPublish(page: { page: 1, size: 10 }) { total items { id dueOn organisation { name } } } }';
    type Queue = { demandsToPublish: { total: number; items: { id: string; dueOn: string }[] } };
    const { demandsToPublish } = await first.client.send<Queue>(queue);
    expect(demandsToPublish.total).toBe(2);
    expect(demandsToPublish.items[0]).toMatchObject({ id: a.id, dueOn: '2026-11-25' });
    expect((await elsewhere.client.send<Queue>(queue)).demandsToPublish.total).toBe(0);
    expect(await codeOf(owner.client.send(queue))).toBe('FORBIDDEN');
    const list =
      'query ($status: DemandStatus) { myDemands(status: $status, text: "缸体", page: { page: 1, size: 10 }) { total } myDemandCounts { status count } }';
    expect(await client.send(list, { status: 'SUBMITTED' })).toEqual({
      myDemands: { total: 2 },
      myDemandCounts: [{ status: 'SUBMITTED', count: 2 }],
    });
    expect(await first.client.send(list)).toEqual({ myDemands: { total: 0 }, myDemandCounts: [] });
  });
});
