import type { OrganisationStatus } from '@jihui/domain';
import { makeUscc, type ApiClient, type TestOrganisation } from '@jihui/testing';
import { mailsTo } from '../../../test/mailbox.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Row = { id: string; version: number; status: OrganisationStatus };
const row = 'id version status rejectionReason availableActions';
const signUp = 'mutation ($input: OrganisationSignUpInput!) { signUpOrganisation(input: $input) { id version status branchId } }';
const verify = `mutation ($id: ID!, $version: Int!) { verifyOrganisation(id: $id, version: $version) { ${row} } }`;
const reject = `mutation ($id: ID!, $version: Int!, $reason: String!) { rejectOrganisation(id: $id, version: $version, reason: $reason) { ${row} } }`;
const suspend = `mutation ($id: ID!, $version: Int!, $reason: String!) { suspendOrganisation(id: $id, version: $version, reason: $reason) { ${row} } }`;
const restore = `mutation ($id: ID!, $version: Int!) { restoreOrganisation(id: $id, version: $version) { ${row} } }`;
const resubmit = `mutation ($id: ID!, $version: Int!) { resubmitOrganisation(id: $id, version: $version) { ${row} } }`;
const edit =
  'mutation ($id: ID!, $version: Int!, $input: OrganisationEditInput!) { editOrganisation(id: $id, version: $version, input: $input) { version name intro branchId disciplines } }';
const queue = '{ organisationsToVerify(page: { page: 1, size: 50 }) { items { id version applicant { name email phone } } } }';

describe('sign-up and verification', () => {
  let api: TestApi;
  let zhengzhou: TestOrganisation;
  let luoyang: TestOrganisation;
  let operator: Member;
  let stranger: Member;
  let serial = 0;

  beforeAll(async () => {
    api = await startApi();
    luoyang = await api.organisation('MARKET_OPERATOR', { name: '测试洛阳分中心', branchCode: 'LY', regionCode: 'LY' });
    zhengzhou = await api.organisation('MARKET_OPERATOR', { name: '测试郑州分中心', branchCode: 'ZZ', regionCode: 'ZZ' });
    operator = await api.member(zhengzhou, ['OPERATOR_L1']);
    stranger = await api.member(luoyang, ['OPERATOR_L1', 'BRANCH_ADMIN']);
    await api.pool.query(`update app_user set "passwordHash" = 'x'`);
  });
  afterAll(() => api.close());

  const form = (changes: object = {}) => ({
    kind: 'ENTERPRISE',
    name: `郑州测试${++serial}有限公司`,
    uscc: makeUscc(),
    regionCode: 'ZZ_GX',
    adminName: '钱多闻',
    adminEmail: `boss${serial}@example.test`,
    adminPhone: '0371-65001234',
    password: 'sign-up-horse',
    termsAccepted: true,
    ...changes,
  });
  const signedUp = async (changes: object = {}): Promise<Row & { client: ApiClient; email: string }> => {
    const client = api.visitor();
    const input = form(changes);
    const { signUpOrganisation } = await client.send<{ signUpOrganisation: Row }>(signUp, { input });
    return { ...signUpOrganisation, client, email: input.adminEmail };
  };
  const eventsOf = async (id: string) =>
    (await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by id', [id])).rows.map(
      (r) => r.event,
    );

  it('signs up as pending with its first administrator, who is signed in, and tells the branch', async () => {
    const organisation = await signedUp();
    expect(organisation.status).toBe('PENDING');
    const { me } = await organisation.client.send<{ me: object }>(
      '{ me { roles status phone organisation { status branch { name } canEdit availableActions } } }',
    );
    expect(me).toEqual({
      roles: ['ENTERPRISE_ADMIN', 'ENTERPRISE_USER'],
      status: 'ACTIVE',
      phone: '037165001234',
      organisation: { status: 'PENDING', branch: { name: '测试郑州分中心' }, canEdit: true, availableActions: [] },
    });
    await api.drain();
    expect(mailsTo(api.dataDir, operator.email).at(-1)).toContain(`/review/organisations?id=${organisation.id}`);
    expect(mailsTo(api.dataDir, stranger.email)).toEqual([]);
    expect(await eventsOf(organisation.id)).toEqual(['organisation.signedUp']);
    await expect(api.visitor().send('query ($id: ID!) { organisation(id: $id) { name } }', { id: organisation.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('belongs to the nearest branch up the region tree, else to the head office', async () => {
    const branchOf = async (regionCode: string) =>
      (
        await api.pool.query<{ branchId: string }>('select "branchId" from organisation where id = $1', [
          (await signedUp({ regionCode })).id,
        ])
      ).rows[0]?.branchId;
    expect(await branchOf('LY_GX')).toBe(luoyang.id);
    expect(await branchOf('LY')).toBe(luoyang.id);
    expect(await branchOf('HB_JK')).toBe(zhengzhou.id);
    expect(await branchOf('HENAN')).toBe(zhengzhou.id);
  });

  it('names every wrong field of a sign-up', async () => {
    const issuesOf = async (changes: object): Promise<string[]> => {
      const answer = await api.visitor().raw<object>(signUp, { input: form(changes) });
      const issues = (answer.errors?.[0]?.extensions?.params?.['issues'] ?? []) as { path: string; code: string }[];
      return issues.map((i) => `${i.path} ${i.code}`);
    };
    expect(
      await issuesOf({
        uscc: '91410100MA46IBCD1X',
        adminPhone: '12',
        adminEmail: 'x',
        password: 'aaaaaaaaaa',
        termsAccepted: false,
        name: '厂',
      }),
    ).toEqual([
      'name too_small.string',
      'uscc uscc_letters',
      'adminEmail invalid_format.email',
      'adminPhone phone',
      'password password_simple',
      'termsAccepted terms',
    ]);
    expect(await issuesOf({ regionCode: 'MARS' })).toEqual(['regionCode invalid_value']);
    const first = form();
    await api.visitor().send(signUp, { input: first });
    expect(await issuesOf({ uscc: first.uscc })).toEqual(['uscc uscc_taken']);
    expect(await issuesOf({ adminEmail: first.adminEmail })).toEqual(['adminEmail email_taken']);
    await expect(api.visitor().send(signUp, { input: form({ kind: 'MARKET_OPERATOR' }) })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('lets one of two register the same code at once', async () => {
    const uscc = makeUscc();
    const answers = await Promise.all([form({ uscc }), form({ uscc })].map((input) => api.visitor().raw<object>(signUp, { input })));
    expect(answers.filter((a) => !a.errors)).toHaveLength(1);
    expect(answers.flatMap((a) => a.errors ?? []).map((e) => e.extensions?.code)).toEqual([
      expect.stringMatching(/^(ALREADY_EXISTS|INVALID_INPUT)$/),
    ]);
  });

  it('is verified by an operator of its branch; two at once: one', async () => {
    const { id, version, client, email } = await signedUp();
    const { organisationsToVerify } = await operator.client.send<{ organisationsToVerify: { items: { id: string; applicant: object }[] } }>(
      queue,
    );
    expect(organisationsToVerify.items.find((o) => o.id === id)?.applicant).toMatchObject({ name: '钱多闻', email, phone: '037165001234' });
    const second = await api.member(zhengzhou, ['BRANCH_ADMIN']);
    const answers = await Promise.all([operator, second].map((o) => o.client.raw<object>(verify, { id, version })));
    expect(answers.map((a) => a.errors?.[0]?.extensions?.code ?? 'OK').sort()).toEqual(['OK', 'STALE']);
    await api.drain();
    expect(mailsTo(api.dataDir, email).at(-1)).toContain('已通过市场核验');
    expect(await eventsOf(id)).toEqual(['organisation.signedUp', 'organisation.verified']);
    expect(await client.send('{ me { organisation { status availableActions history { event actorName } } } }')).toMatchObject({
      me: {
        organisation: {
          status: 'VERIFIED',
          availableActions: [],
          history: [{ event: 'organisation.verified' }, { event: 'organisation.signedUp', actorName: '钱多闻' }],
        },
      },
    });
    const publicly = await api
      .visitor()
      .send<{ organisation: object }>(
        'query ($id: ID!) { organisation(id: $id) { status address rejectionReason applicant { email } history { event } canEdit region { name } } }',
        { id },
      );
    expect(publicly.organisation).toEqual({
      status: 'VERIFIED',
      address: null,
      rejectionReason: null,
      applicant: null,
      history: null,
      canEdit: false,
      region: { name: '郑州高新区' },
    });
  });

  it('is invisible to the operators of another branch', async () => {
    const { id, version } = await signedUp();
    const seen = await stranger.client.send<{ organisationsToVerify: { items: { id: string }[] } }>(queue);
    expect(seen.organisationsToVerify.items.map((o) => o.id)).not.toContain(id);
    const input = { id, version, reason: '不属于本分中心' };
    for (const [document, variables] of [
      [verify, { id, version }],
      [reject, input],
      [suspend, input],
    ] as const) {
      await expect(stranger.client.send(document, variables)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const own = await api.member('ENTERPRISE');
    await expect(own.client.send(verify, { id, version })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await api.organisation('ENTERPRISE', { branchId: zhengzhou.id });
    await expect(stranger.client.send(suspend, { id: other.id, version: 1, reason: '不属于本分中心' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('is rejected with a reason, corrected, resubmitted, verified, suspended and restored', async () => {
    const { id, client, email } = await signedUp();
    const input = { id, version: 1, reason: '名称与营业执照不一致' };
    await expect(operator.client.send(reject, { ...input, reason: '不行' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { issues: [{ path: 'reason' }] },
    });
    await operator.client.send(reject, input);
    await api.drain();
    expect(mailsTo(api.dataDir, email).at(-1)).toContain('名称与营业执照不一致');
    expect(await client.send('{ me { organisation { status rejectionReason availableActions } } }')).toEqual({
      me: { organisation: { status: 'REJECTED', rejectionReason: input.reason, availableActions: ['resubmit'] } },
    });
    await client.send(edit, { id, version: 2, input: { name: '郑州正名有限公司', uscc: makeUscc(), regionCode: 'LY_GX' } });
    await expect(operator.client.send(verify, { id, version: 3 })).rejects.toMatchObject({ code: 'NOT_FOUND' }); // it moved to the other branch
    await client.send(resubmit, { id, version: 3 });
    await stranger.client.send(verify, { id, version: 4 });
    await expect(stranger.client.send(verify, { id, version: 5 })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await stranger.client.send(suspend, { id, version: 5, reason: '营业执照已被吊销' });
    expect(await client.send('{ me { organisation { status rejectionReason canEdit } } }')).toEqual({
      me: { organisation: { status: 'SUSPENDED', rejectionReason: '营业执照已被吊销', canEdit: false } },
    });
    await stranger.client.send(restore, { id, version: 6 });
    expect(await eventsOf(id)).toEqual(
      ['signedUp', 'rejected', 'edited', 'resubmitted', 'verified', 'suspended', 'restored'].map((e) => `organisation.${e}`),
    );
  });
});
