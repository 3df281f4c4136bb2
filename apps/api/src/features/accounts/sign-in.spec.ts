import { jest } from '@jest/globals';
import { Passwords } from './passwords.js';
import { makePerson, type TestPerson } from '@jihui/testing';
import { startApi, type TestApi } from '../../../test/start-api.js';

const password = 'right-horse-42';
const login = (api: TestApi, email: string, word: string) =>
  api.visitor().raw<{ login: { name: string } }>('mutation ($input: LoginInput!) { login(input: $input) { name } }', {
    input: { email, password: word },
  });
const codeOf = (answer: { errors?: { extensions?: { code?: string } }[] }) => answer.errors?.[0]?.extensions?.code ?? 'OK';

describe('signing in', () => {
  let api: TestApi;
  let hash: string;
  beforeAll(async () => {
    api = await startApi();
    hash = await api.app.get(Passwords).hash(password);
  });
  afterAll(() => api.close());

  const person = async (): Promise<TestPerson> => {
    const made = await makePerson(api.pool, await api.organisation('ENTERPRISE'));
    await api.pool.query('update app_user set "passwordHash" = $1 where id = $2', [hash, made.userId]);
    await api.pool.query('delete from session where "userId" = $1', [made.userId]);
    return made;
  };
  const eventsOf = async (id: string) =>
    (await api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by id', [id])).rows.map(
      (r) => r.event,
    );

  it('opens a session whose cookie scripts cannot read', async () => {
    const { email, name, userId } = await person();
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Firefox' },
      body: JSON.stringify({
        query: `mutation { login(input: { email: "  ${email.toUpperCase()} ", password: "${password}" }) { name lastSignedInAt organisation { name } } }`,
      }),
    });
    const body = (await response.json()) as { data: { login: { name: string; lastSignedInAt: string; organisation: object } } };
    expect(body.data.login).toMatchObject({ name, lastSignedInAt: expect.any(String), organisation: { name: expect.any(String) } });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^jihui_session=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    const { rows } = await api.pool.query('select * from session where "userId" = $1', [userId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(cookie.slice(14, 57));
    expect(await eventsOf(userId)).toEqual(['account.signedIn']);
  });

  it('answers an unknown mail as it answers a wrong password, after the same costly check', async () => {
    const { email, userId } = await person();
    const checks = jest.spyOn(api.app.get(Passwords), 'matches');
    const wrong = await login(api, email, 'wrong-horse-42');
    const unknown = await login(api, 'nobody@example.test', 'wrong-horse-42');
    expect(unknown.errors).toEqual(wrong.errors);
    expect(checks.mock.calls).toEqual([
      ['wrong-horse-42', hash],
      ['wrong-horse-42', null],
    ]);
    checks.mockRestore();
    expect(await eventsOf(userId)).toEqual(['account.signInRefused']);
  });

  it('locks a mail after five failures whether it has an account or not, for the right password too', async () => {
    const { email, userId } = await person();
    for (const mail of [email, 'ghost@example.test']) {
      const codes: string[] = [];
      for (let i = 0; i < 6; i++) codes.push(codeOf(await login(api, mail, 'wrong-horse-42')));
      expect(codes).toEqual([
        'WRONG_CREDENTIALS',
        'WRONG_CREDENTIALS',
        'WRONG_CREDENTIALS',
        'WRONG_CREDENTIALS',
        'ACCOUNT_LOCKED',
        'ACCOUNT_LOCKED',
      ]);
    }
    const locked = await login(api, email, password);
    expect(locked.errors?.[0]?.extensions).toEqual({ code: 'ACCOUNT_LOCKED', params: { minutes: 15 } });
    expect((await eventsOf(userId)).at(-1)).toBe('account.locked');
    await api.pool.query(`update sign_in_guard set "lockedUntil" = now() - interval '1 second'`);
    expect(codeOf(await login(api, email, password))).toBe('OK');
    expect(codeOf(await login(api, email, 'wrong-horse-42'))).toBe('WRONG_CREDENTIALS');
  });

  it('counts guesses that come all at once', async () => {
    const { email } = await person();
    const answers = await Promise.all(Array.from({ length: 9 }, (_, i) => login(api, email, `wrong-horse-${i}`)));
    const codes = answers.map(codeOf);
    expect(codes.filter((c) => c === 'WRONG_CREDENTIALS').length).toBe(4);
    expect(codes.filter((c) => c === 'ACCOUNT_LOCKED').length).toBe(5);
  });

  it('stops an address that tries many mails', async () => {
    const { rows } = await api.pool.query<{ key: string }>(`select key from sign_in_guard where key like 'address:%'`);
    expect(rows).toHaveLength(1);
    await api.pool.query(`update sign_in_guard set failures = 99, "lockedUntil" = null, "lastFailureAt" = now() where key = $1`, [
      rows[0]?.key,
    ]);
    expect(codeOf(await login(api, 'first@example.test', 'x'))).toBe('WRONG_CREDENTIALS');
    expect(codeOf(await login(api, 'second@example.test', 'x'))).toBe('TOO_MANY_REQUESTS');
    await api.pool.query('delete from sign_in_guard where key = $1', [rows[0]?.key]);
  });

  it('keeps a disabled person out, and says so only to him who knows the password', async () => {
    const { email, userId } = await person();
    await api.pool.query('update app_user set disabled = true where id = $1', [userId]);
    expect(codeOf(await login(api, email, 'wrong-horse-42'))).toBe('WRONG_CREDENTIALS');
    expect(codeOf(await login(api, email, password))).toBe('ACCOUNT_DISABLED');
  });

  it('lists the own sessions, ends one and all others, and lets nobody touch a stranger’s', async () => {
    const { email, userId } = await person();
    const enter = async () => {
      const client = api.visitor();
      await client.send('mutation ($input: LoginInput!) { login(input: $input) { id } }', { input: { email, password } });
      return client;
    };
    const [laptop, phone, tablet] = [await enter(), await enter(), await enter()];
    type Sessions = { mySessions: { id: string; isCurrent: boolean; ip: string }[] };
    const { mySessions } = await laptop.send<Sessions>('{ mySessions { id isCurrent ip userAgent lastSeenAt } }');
    expect(mySessions.map((s) => s.isCurrent).sort()).toEqual([false, false, true]);
    const stranger = await api.member('ENTERPRISE');
    const own = mySessions.find((s) => s.isCurrent)?.id;
    await expect(stranger.client.send('mutation ($id: ID!) { endSession(id: $id) }', { id: own })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const phones = (await phone.send<Sessions>('{ mySessions { id isCurrent } }')).mySessions.find((s) => s.isCurrent)?.id;
    await laptop.send('mutation ($id: ID!) { endSession(id: $id) }', { id: phones });
    expect(await phone.send('{ me { id } }')).toEqual({ me: null });
    expect(await laptop.send('mutation { endOtherSessions }')).toEqual({ endOtherSessions: 1 });
    expect(await tablet.send('{ me { id } }')).toEqual({ me: null });
    expect(await laptop.send('{ me { id } }')).toEqual({ me: { id: userId } });
    await laptop.send('mutation { logout }');
    expect(laptop.cookie).toBe('jihui_session=');
    expect(await api.visitor().send('mutation { logout }')).toEqual({ logout: true });
    expect(await eventsOf(userId)).toEqual([
      'account.signedIn',
      'account.signedIn',
      'account.signedIn',
      'account.sessionEnded',
      'account.sessionEnded',
      'account.signedOut',
    ]);
  });

  it('ends the former session of the same browser', async () => {
    const { email, userId } = await person();
    const client = api.visitor();
    for (let i = 0; i < 2; i++)
      await client.send('mutation ($input: LoginInput!) { login(input: $input) { id } }', { input: { email, password } });
    expect((await api.pool.query('select 1 from session where "userId" = $1', [userId])).rowCount).toBe(1);
  });

  it('lets a person correct his own data', async () => {
    const { client } = await api.member('ENTERPRISE');
    const edit =
      'mutation ($v: Int!, $input: OwnAccountEditInput!) { editMyAccount(version: $v, input: $input) { version name phone maskedPhone } }';
    const { editMyAccount } = await client.send<{ editMyAccount: object }>(edit, {
      v: 1,
      input: { name: ' 王新名 ', phone: '+86 139-0000-8888' },
    });
    expect(editMyAccount).toEqual({ version: 2, name: '王新名', phone: '13900008888', maskedPhone: '139****8888' });
    await expect(client.send(edit, { v: 1, input: { name: '王旧名', phone: '13900008888' } })).rejects.toMatchObject({ code: 'STALE' });
    await expect(client.send(edit, { v: 2, input: { name: '王', phone: '12' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { issues: [{ path: 'name' }, { path: 'phone', code: 'phone' }] },
    });
  });
});
