import { makePerson, type TestPerson } from '@jihui/testing';
import { mailsTo, tokenIn } from '../../../test/mailbox.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { Passwords } from './passwords.js';

const oldPassword = 'old-horse-4242';
const newPassword = 'new-horse-4242';
const request = 'mutation ($email: String!) { requestPasswordReset(input: { email: $email }) }';
const reset = 'mutation ($token: String!, $password: String!) { resetPassword(input: { token: $token, password: $password }) }';
const change = 'mutation ($old: String!, $new: String!) { changePassword(input: { currentPassword: $old, newPassword: $new }) }';
const login = 'mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) { id } }';

describe('passwords', () => {
  let api: TestApi;
  let hash: string;
  beforeAll(async () => {
    api = await startApi();
    hash = await api.app.get(Passwords).hash(oldPassword);
  });
  afterAll(() => api.close());

  const person = async (): Promise<TestPerson> => {
    const made = await makePerson(api.pool, await api.organisation('UNIVERSITY'));
    await api.pool.query('update app_user set "passwordHash" = $1 where id = $2', [hash, made.userId]);
    return made;
  };
  const forget = async (email: string) => {
    const answer = await api.visitor().send(request, { email });
    await api.drain();
    return { answer, mails: mailsTo(api.dataDir, email) };
  };

  it('answers the same whether the mail has an account or not', async () => {
    const { email } = await person();
    const known = await forget(email);
    const unknown = await forget('nobody@example.test');
    expect(unknown.answer).toEqual(known.answer);
    expect(known.mails).toHaveLength(1);
    expect(known.mails[0]).toContain('http://jihui.test/password/reset?token=');
    expect(unknown.mails).toEqual([]);
  });

  it('sets the password once by the mailed link, ends all sessions and unlocks', async () => {
    const { email, cookie, userId } = await person();
    for (let i = 0; i < 5; i++) await api.visitor().raw(login, { email, password: 'wrong' });
    const token = tokenIn((await forget(email)).mails);
    await expect(api.visitor().send(reset, { token, password: 'short' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await api.visitor().send(reset, { token, password: newPassword });
    const browser = api.visitor();
    browser.cookie = cookie;
    expect(await browser.send('{ me { id } }')).toEqual({ me: null });
    await expect(api.visitor().send(login, { email, password: oldPassword })).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await api.visitor().send(login, { email, password: newPassword })).toEqual({ login: { id: userId } });
    await expect(api.visitor().send(reset, { token, password: oldPassword })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    const { rows } = await api.pool.query('select * from account_link where "userId" = $1', [userId]);
    expect(JSON.stringify(rows)).not.toContain(token);
    await api.drain();
    expect(mailsTo(api.dataDir, email).at(-1)).toContain('已设置新密码');
  });

  it('lets exactly one of two use a link', async () => {
    const { email } = await person();
    const token = tokenIn((await forget(email)).mails);
    const answers = await Promise.all([newPassword, oldPassword].map((password) => api.visitor().raw<object>(reset, { token, password })));
    expect(answers.map((a) => a.errors?.[0]?.extensions?.code ?? 'OK').sort()).toEqual(['LINK_EXPIRED', 'OK']);
  });

  it('refuses a link that is too old, unknown, of another kind or of a disabled person', async () => {
    const { email, userId } = await person();
    const token = tokenIn((await forget(email)).mails);
    const refused = () =>
      expect(api.visitor().send(reset, { token, password: newPassword })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await api.pool.query(`update account_link set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [userId]);
    await refused();
    await api.pool.query(`update account_link set "expiresAt" = now() + interval '1 hour', kind = 'INVITATION' where "userId" = $1`, [
      userId,
    ]);
    await refused();
    await api.pool.query(`update account_link set kind = 'PASSWORD_RESET' where "userId" = $1`, [userId]);
    await api.pool.query('update app_user set disabled = true where id = $1', [userId]);
    await refused();
    await expect(api.visitor().send(reset, { token: 'x'.repeat(43), password: newPassword })).rejects.toMatchObject({
      code: 'LINK_EXPIRED',
    });
  });

  it('does not fill a mailbox', async () => {
    const { email } = await person();
    for (let i = 0; i < 5; i++) await forget(email);
    expect(mailsTo(api.dataDir, email)).toHaveLength(3);
  });

  it('changes the password of somebody who knows it, and ends his other sessions', async () => {
    const { email, cookie } = await person();
    const browser = api.visitor();
    browser.cookie = cookie;
    const other = api.visitor();
    await other.send(login, { email, password: oldPassword });
    await expect(browser.send(change, { old: 'wrong', new: newPassword })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { issues: [{ path: 'currentPassword', code: 'wrong_password' }] },
    });
    await browser.send(change, { old: oldPassword, new: newPassword });
    expect(await other.send('{ me { id } }')).toEqual({ me: null });
    expect(await browser.send('{ me { email } }')).toEqual({ me: { email } });
    await api.visitor().send(login, { email, password: newPassword });
  });

  it('counts wrong present passwords like failed sign-ins', async () => {
    const { email, cookie } = await person();
    const browser = api.visitor();
    browser.cookie = cookie;
    for (let i = 0; i < 5; i++) await browser.raw(change, { old: 'wrong', new: newPassword });
    await expect(browser.send(change, { old: oldPassword, new: newPassword })).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
    await expect(api.visitor().send(login, { email, password: oldPassword })).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
  });
});
