import { makeUscc, type TestOrganisation } from '@jihui/testing';
import { mailsTo, tokenIn } from '../../../test/mailbox.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

const edit =
  'mutation ($id: ID!, $version: Int!, $input: OrganisationEditInput!) { editOrganisation(id: $id, version: $version, input: $input) { version name intro branchId disciplines } }';

describe('organisations', () => {
  let api: TestApi;
  let zhengzhou: TestOrganisation;
  let operator: Member;

  beforeAll(async () => {
    api = await startApi();
    await api.organisation('MARKET_OPERATOR', { name: '测试洛阳分中心', branchCode: 'LY', regionCode: 'LY' });
    zhengzhou = await api.organisation('MARKET_OPERATOR', { name: '测试郑州分中心', branchCode: 'ZZ', regionCode: 'ZZ' });
    operator = await api.member(zhengzhou, ['OPERATOR_L1']);
  });
  afterAll(() => api.close());

  it('keeps what was verified, and lets the rest be edited', async () => {
    const organisation = await api.organisation('UNIVERSITY', { branchId: zhengzhou.id });
    const tto = await api.member(organisation);
    const { name, uscc } = organisation;
    const values = {
      name,
      uscc,
      regionCode: 'ZZ_ZD',
      intro: '以农学见长',
      nameEn: 'Test University',
      disciplines: ['作物学', '作物学', '园艺学'],
    };
    const change = (version: number, changes: object) =>
      tto.client.send<{ editOrganisation: { version: number; disciplines: string[] } }>(edit, {
        id: organisation.id,
        version,
        input: { ...values, ...changes },
      });
    await expect(change(1, { name: '别的大学', uscc: makeUscc() })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: {
        issues: [
          { path: 'name', code: 'verified_identity' },
          { path: 'uscc', code: 'verified_identity' },
        ],
      },
    });
    expect((await change(1, {})).editOrganisation).toMatchObject({ version: 2, disciplines: ['作物学', '园艺学'] });
    expect((await change(2, {})).editOrganisation.version).toBe(2); // nothing changed, nothing is written
    await expect(change(1, { intro: '过时' })).rejects.toMatchObject({ code: 'STALE' });
    const { rows } = await api.pool.query<{ data: object }>(`select data from audit_event where "subjectId" = $1`, [organisation.id]);
    expect(rows.map((r) => r.data)).toEqual([{ fields: ['nameEn', 'regionCode', 'intro', 'disciplines'] }]);
    await expect(operator.client.send(edit, { id: organisation.id, version: 2, input: values })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('lists the verified members by kind, region with all below it, and text', async () => {
    const institute = await api.organisation('RESEARCH_INSTITUTE', { name: '测试镁业百分之100%研究院', regionCode: 'HB_JK' });
    const list = (args: string) =>
      api
        .visitor()
        .send<{ organisations: { total: number; items: { id: string; kind: string }[] } }>(
          `{ organisations(${args} page: { page: 1, size: 100 }) { total items { id kind } } }`,
        );
    expect((await list('kind: RESEARCH_INSTITUTE, regionCode: "HB",')).organisations.items).toEqual([
      { id: institute.id, kind: 'RESEARCH_INSTITUTE' },
    ]);
    expect((await list('kind: RESEARCH_INSTITUTE, regionCode: "LY",')).organisations.total).toBe(0);
    expect((await list('text: "１００%研",')).organisations.items.map((o) => o.id)).toEqual([institute.id]);
    expect((await list(`text: "${institute.uscc.toLowerCase()}",`)).organisations.total).toBe(1);
    expect((await list('text: "_镁%业",')).organisations.total).toBe(0);
    const all = (await list('regionCode: "HENAN",')).organisations.items;
    expect(all.map((o) => o.kind)).not.toContain('MARKET_OPERATOR');
    expect((await list('kind: MARKET_OPERATOR,')).organisations.total).toBe(2);
    await expect(api.visitor().send('{ organisation(id: "nonsense") { name } }')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gets branches and offices from the system administrator, with a first member invited', async () => {
    const root = await api.member(zhengzhou, ['SYSTEM_ADMIN']);
    const create = 'mutation ($input: OrganisationCreateInput!) { createOrganisation(input: $input) { id status kind branchId } }';
    const input = {
      kind: 'MARKET_OPERATOR',
      name: '测试鹤壁分中心',
      uscc: makeUscc('12'),
      regionCode: 'HB',
      branchCode: 'HB',
      memberName: '鹤壁主任',
      memberEmail: 'hebi@example.test',
    };
    await expect(operator.client.send(create, { input })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(root.client.send(create, { input: { ...input, branchCode: null } })).rejects.toMatchObject({
      params: { issues: [{ path: 'branchCode', code: 'branch_code' }] },
    });
    await expect(root.client.send(create, { input: { ...input, branchCode: 'LY' } })).rejects.toMatchObject({
      params: { issues: [{ path: 'branchCode', code: 'branch_code_taken' }] },
    });
    const { createOrganisation } = await root.client.send<{ createOrganisation: { id: string; status: string } }>(create, { input });
    expect(createOrganisation).toMatchObject({ status: 'VERIFIED', branchId: null });
    await api.drain();
    expect(tokenIn(mailsTo(api.dataDir, 'hebi@example.test'))).not.toBe('');
    const firm = {
      kind: 'ENTERPRISE',
      name: '鹤壁测试有限公司',
      uscc: makeUscc(),
      regionCode: 'HB_JK',
      adminName: '钱多闻',
      adminEmail: 'boss@example.test',
      adminPhone: '0371-65001234',
      password: 'sign-up-horse',
      termsAccepted: true,
    };
    expect(
      await api
        .visitor()
        .send('mutation ($input: OrganisationSignUpInput!) { signUpOrganisation(input: $input) { branchId } }', { input: firm }),
    ).toEqual({ signUpOrganisation: { branchId: createOrganisation.id } });
  });
});
