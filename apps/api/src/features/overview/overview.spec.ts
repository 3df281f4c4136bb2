import { OrganisationKind, rolesOfKind, type TaskCode } from '@jihui/domain';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Waiting = { overview: { waiting: { code: TaskCode; count: number; records: { title: string; link: string; dueOn: string | null }[] }[] } };

const achievement = (pool: TestApi['pool'], organisationId: string, status: string, createdBy: string | null = null, returnReason: string | null = null) =>
  pool.query(
    `insert into achievement ("organisationId", "createdBy", status, title, summary, "regionCode", "returnReason", "publishedAt", "createdAt", "updatedAt")
     values ($1, $2, $3, '一项成果', '简介', 'ZZ', $4, case when $3 = 'PUBLISHED' then now() end, now(), now())`,
    [organisationId, createdBy, status, returnReason],
  );
const demand = (pool: TestApi['pool'], organisationId: string, branchId: string, status: string) =>
  pool.query(
    `insert into demand ("organisationId", "branchId", status, title, problem, "regionCode", "submittedAt", "publishedAt", "createdAt", "updatedAt")
     values ($1, $2, $3, '一项需求', '问题', 'ZZ', now(), case when $3 = 'PUBLISHED' then now() end, now(), now())`,
    [organisationId, branchId, status],
  );

describe('the overview', () => {
  let api: TestApi;
  let tto: Member;
  let inventor: Member;
  let firm: Member;
  let operator: Member;

  beforeAll(async () => {
    api = await startApi();
    const branch = await api.organisation('MARKET_OPERATOR', { branchCode: 'ZZ', regionCode: 'ZZ' });
    operator = await api.member(branch, ['OPERATOR_L1']);
    tto = await api.member('UNIVERSITY');
    inventor = await api.member(tto.organisation, ['INVENTOR']);
    firm = await api.member('ENTERPRISE');
    await api.organisation('ENTERPRISE', { status: 'PENDING', branchId: branch.id });
    const unit = tto.organisation.id;
    for (const status of ['PUBLISHED', 'PUBLISHED', 'WITHDRAWN', 'IN_REVIEW']) await achievement(api.pool, unit, status);
    await achievement(api.pool, unit, 'DRAFT', inventor.userId, '请补充数据');
    for (const status of ['PUBLISHED', 'SUBMITTED', 'DRAFT']) await demand(api.pool, firm.organisation.id, branch.id, status);
  });
  afterAll(() => api.close());

  it('shows each person what waits for him and nothing else', async () => {
    const codes = async (who: Member) => {
      const { overview } = await who.client.send<Waiting>('{ overview { waiting { code count records { title link dueOn } } } }');
      return Object.fromEntries(overview.waiting.map((w) => [w.code, w.count]));
    };
    expect(await codes(tto)).toEqual({ ACHIEVEMENTS_TO_RELEASE: 1 });
    expect(await codes(inventor)).toEqual({ ACHIEVEMENTS_RETURNED: 1 });
    expect(await codes(firm)).toEqual({});
    expect(await codes(operator)).toEqual({ DEMANDS_TO_PUBLISH: 1, ORGANISATIONS_TO_VERIFY: 1 });
    expect(await codes(await api.member('UNIVERSITY'))).toEqual({});
  });

  it('gives the day by which an operator answers', async () => {
    const { overview } = await operator.client.send<Waiting>('{ overview { waiting { code records { dueOn } } } }');
    for (const { records } of overview.waiting) expect(records[0]?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('puts what has a last day together, the earliest first', async () => {
    const { overview } = await operator.client.send<{ overview: { due: { code: TaskCode; dueOn: string; link: string }[] } }>('{ overview { due { code dueOn link } } }');
    expect(overview.due.map((d) => [d.code, d.link.split('=')[0]]).sort()).toEqual([
      ['DEMANDS_TO_PUBLISH', '/review/demands?id'],
      ['ORGANISATIONS_TO_VERIFY', '/review/organisations?id'],
    ]);
  });

  it('answers every role', async () => {
    const query = '{ overview { waiting { code } due { code } news { code records { title link } } region { regionCode } } }';
    for (const kind of OrganisationKind.options) {
      for (const role of rolesOfKind[kind]) await expect((await api.member(kind, [role])).client.send(query)).resolves.toBeDefined();
    }
  });

  it('is for people with a session', async () => {
    await expect(api.visitor().send('{ overview { waiting { code } } }')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});
