import type { Role } from '@jihui/domain';
import type { ApiClient } from '@jihui/testing';
import { mailsTo, tokenIn } from '../../../test/mailbox.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';

type Row = { id: string; version: number; status: string };
const password = 'fresh-horse-42';
const invite =
  'mutation ($input: InvitationInput!, $of: ID) { inviteMember(input: $input, organisationId: $of) { id version status roles } }';
const accept =
  'mutation ($token: String!) { acceptInvitation(input: { token: $token, phone: "13900001111", password: "fresh-horse-42" }) { id organisation { name } } }';
const setRoles =
  'mutation ($id: ID!, $version: Int!, $roles: [Role!]!) { changeMemberRoles(id: $id, version: $version, input: { roles: $roles }) { version roles } }';
const disable = 'mutation ($id: ID!, $version: Int!) { disableMember(id: $id, version: $version) { version status } }';
const enable = 'mutation ($id: ID!, $version: Int!) { enableMember(id: $id, version: $version) { version status } }';

describe('members', () => {
  let api: TestApi;
  let serial = 0;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  const input = (roles: Role[]) => ({ name: '新成员', email: `new${++serial}@example.test`, roles });
  const invited = async (client: ApiClient, values: ReturnType<typeof input>) =>
    (await client.send<{ inviteMember: Row }>(invite, { input: values })).inviteMember;
  const eventsOf = async (id: string) =>
    (await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by id', [id])).rows.map(
      (r) => r.event,
    );
  const refusal = (code: string, issue?: { path: string; code: string }) => ({ code, ...(issue ? { params: { issues: [issue] } } : {}) });
  /** A person with a password, so that he counts as one who can manage. */
  const manager = async (of: Parameters<TestApi['member']>[0], roles?: Role[]): Promise<Member> => {
    const member = await api.member(of, roles);
    await api.pool.query(`update app_user set "passwordHash" = 'x' where id = $1`, [member.userId]);
    return member;
  };

  it('invites by mail; the link sets telephone and password once and signs in', async () => {
    const tto = await manager('UNIVERSITY');
    const person = input(['INVENTOR']);
    const member = await invited(tto.client, person);
    expect(member).toMatchObject({ status: 'INVITED', roles: ['INVENTOR'] });
    await api.drain();
    const mails = mailsTo(api.dataDir, person.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(tto.organisation.name);
    const token = tokenIn(mails);
    const seen = await api
      .visitor()
      .send<{ invitation: object }>('query ($token: String!) { invitation(token: $token) { name email roles organisationName } }', {
        token,
      });
    expect(seen.invitation).toEqual({ ...person, organisationName: tto.organisation.name });
    const newcomer = api.visitor();
    await newcomer.send(accept, { token });
    expect(await newcomer.send('{ me { status phone roles organisation { name } } }')).toEqual({
      me: { status: 'ACTIVE', phone: '13900001111', roles: ['INVENTOR'], organisation: { name: tto.organisation.name } },
    });
    await api
      .visitor()
      .send('mutation ($input: LoginInput!) { login(input: $input) { id } }', { input: { email: person.email, password } });
    await expect(api.visitor().send(accept, { token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    expect(await eventsOf(member.id)).toEqual(['member.invited', 'member.joined', 'account.signedIn', 'account.signedIn']);
    await expect(tto.client.send('mutation ($id: ID!) { remindInvitation(id: $id) { id } }', { id: member.id })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it('lets exactly one of two accept one invitation', async () => {
    const tto = await manager('UNIVERSITY');
    const person = input(['INVENTOR']);
    const { id } = await invited(tto.client, person);
    await api.drain();
    const token = tokenIn(mailsTo(api.dataDir, person.email));
    const answers = await Promise.all([0, 1, 2].map(() => api.visitor().raw<object>(accept, { token })));
    expect(answers.map((a) => a.errors?.[0]?.extensions?.code ?? 'OK').sort()).toEqual(['LINK_EXPIRED', 'LINK_EXPIRED', 'OK']);
    expect((await api.pool.query('select 1 from session where "userId" = $1', [id])).rowCount).toBe(1);
  });

  it('reminds; every link works until one is used; a forgotten password is an invitation that was not accepted', async () => {
    const tto = await manager('UNIVERSITY');
    const person = input(['INVENTOR']);
    const { id } = await invited(tto.client, person);
    await api.drain();
    await tto.client.send('mutation ($id: ID!) { remindInvitation(id: $id) { id } }', { id });
    await api.drain();
    await api.visitor().send('mutation ($email: String!) { requestPasswordReset(input: { email: $email }) }', { email: person.email });
    await api.drain();
    const mails = mailsTo(api.dataDir, person.email);
    expect(mails.map((m) => m.includes('/invitation?token='))).toEqual([true, true, true]);
    await api.visitor().send(accept, { token: tokenIn(mails.slice(0, 1)) });
    await expect(api.visitor().send(accept, { token: tokenIn(mails) })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('refuses an invitation after seven days and of a disabled member', async () => {
    const tto = await manager('UNIVERSITY');
    const person = input(['INVENTOR']);
    const { id } = await invited(tto.client, person);
    await api.drain();
    const token = tokenIn(mailsTo(api.dataDir, person.email));
    const { rows } = await api.pool.query<{ days: number }>(
      `select extract(epoch from "expiresAt" - now()) / 86400 as days from account_link where "userId" = $1`,
      [id],
    );
    expect(Number(rows[0]?.days)).toBeCloseTo(7, 1);
    await api.pool.query('update app_user set disabled = true where id = $1', [id]);
    await expect(api.visitor().send(accept, { token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await api.pool.query('update app_user set disabled = false where id = $1', [id]);
    await api.pool.query(`update account_link set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [id]);
    await expect(api.visitor().send(accept, { token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('refuses a taken mail, roles of another kind, and an organisation that is not verified', async () => {
    const tto = await manager('UNIVERSITY');
    await expect(tto.client.send(invite, { input: { ...input(['INVENTOR']), email: tto.email } })).rejects.toMatchObject(
      refusal('INVALID_INPUT', { path: 'email', code: 'email_taken' }),
    );
    await expect(tto.client.send(invite, { input: input(['ENTERPRISE_USER']) })).rejects.toMatchObject(
      refusal('INVALID_INPUT', { path: 'roles', code: 'role_of_kind' }),
    );
    const pending = await manager(await api.organisation('ENTERPRISE', { status: 'PENDING' }));
    await expect(pending.client.send(invite, { input: input(['ENTERPRISE_USER']) })).rejects.toMatchObject({
      code: 'ORGANISATION_NOT_VERIFIED',
    });
    const inventor = await api.member(tto.organisation, ['INVENTOR']);
    await expect(inventor.client.send(invite, { input: input(['INVENTOR']) })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('keeps the roles over the whole system to the system administrator', async () => {
    const branch = await api.organisation('MARKET_OPERATOR');
    const head = await manager(branch);
    const root = await manager(branch, ['SYSTEM_ADMIN']);
    await expect(head.client.send(invite, { input: input(['SYSTEM_ADMIN']) })).rejects.toMatchObject(
      refusal('INVALID_INPUT', { path: 'roles', code: 'role_reserved' }),
    );
    await expect(
      head.client.send(setRoles, { id: head.userId, version: 1, roles: ['BRANCH_ADMIN', 'SYSTEM_ADMIN'] }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(head.client.send(disable, { id: root.userId, version: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(root.client.send(invite, { input: input(['AUDITOR', 'OPERATOR_L1']) })).rejects.toMatchObject(
      refusal('INVALID_INPUT', { path: 'roles', code: 'auditor_alone' }),
    );
    await root.client.send(invite, { input: input(['AUDITOR']) });
    const university = await api.organisation('UNIVERSITY');
    await root.client.send(invite, { input: input(['INVENTOR']), of: university.id });
    await expect(head.client.send(invite, { input: input(['INVENTOR']), of: university.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('changes roles at once for open sessions, and disables with all sessions', async () => {
    const tto = await manager('UNIVERSITY');
    const inventor = await api.member(tto.organisation, ['INVENTOR']);
    await tto.client.send(setRoles, { id: inventor.userId, version: 1, roles: ['INVENTOR', 'UNIT_TTO'] });
    await expect(tto.client.send(setRoles, { id: inventor.userId, version: 1, roles: ['INVENTOR'] })).rejects.toMatchObject({
      code: 'STALE',
    });
    expect(await inventor.client.send('{ me { roles } }')).toEqual({ me: { roles: ['INVENTOR', 'UNIT_TTO'] } });
    expect(await tto.client.send(disable, { id: inventor.userId, version: 2 })).toEqual({
      disableMember: { version: 3, status: 'DISABLED' },
    });
    expect(await inventor.client.send('{ me { id } }')).toEqual({ me: null });
    await expect(tto.client.send(disable, { id: inventor.userId, version: 3 })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await tto.client.send(enable, { id: inventor.userId, version: 3 });
    expect(await inventor.client.send('{ me { id } }')).toEqual({ me: null });
    expect(await eventsOf(inventor.userId)).toEqual(['member.rolesChanged', 'member.disabled', 'member.enabled']);
  });

  it('never leaves an organisation without an administrator, even when two leave at once', async () => {
    const one = await manager('ENTERPRISE');
    await api.member(one.organisation, ['ENTERPRISE_ADMIN']); // invited only: cannot manage anything yet
    await expect(one.client.send(disable, { id: one.userId, version: 1 })).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    await expect(one.client.send(setRoles, { id: one.userId, version: 1, roles: ['ENTERPRISE_USER'] })).rejects.toMatchObject({
      code: 'LAST_ADMINISTRATOR',
    });
    const two = await manager(one.organisation);
    const answers = await Promise.all([
      one.client.raw<object>(disable, { id: two.userId, version: 1 }),
      two.client.raw<object>(disable, { id: one.userId, version: 1 }),
    ]);
    expect(answers.filter((a) => !a.errors)).toHaveLength(1);
    const { rows } = await api.pool.query(
      'select 1 from app_user where "organisationId" = $1 and not disabled and "passwordHash" is not null',
      [one.organisation.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('shows members to their administrators with masked telephones, and nothing to strangers', async () => {
    const tto = await manager('UNIVERSITY');
    const list =
      'query ($of: ID) { members(organisationId: $of, page: { page: 1, size: 20 }) { total items { name email phone maskedPhone status } } }';
    const own = await tto.client.send<{
      members: { total: number; items: { phone: string | null; maskedPhone: string; email: string }[] };
    }>(list, {});
    expect(own.members.total).toBe(1);
    expect(own.members.items[0]).toMatchObject({ email: tto.email, maskedPhone: '138****1234' });
    const colleague = await api.member(tto.organisation, ['UNIT_TTO']);
    const seen = await colleague.client.send<typeof own>(list, {});
    expect(seen.members.items.find((m) => m.email === tto.email)?.phone).toBeNull();
    const stranger = await manager('UNIVERSITY');
    expect(await stranger.client.send(list, { of: tto.organisation.id })).toEqual({ members: { total: 0, items: [] } });
    await expect(stranger.client.send(setRoles, { id: tto.userId, version: 1, roles: ['INVENTOR'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const document of [disable, enable])
      await expect(stranger.client.send(document, { id: tto.userId, version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const root = await api.member('MARKET_OPERATOR', ['SYSTEM_ADMIN']);
    expect((await root.client.send<typeof own>(list, { of: tto.organisation.id })).members.total).toBe(2);
  });
});
