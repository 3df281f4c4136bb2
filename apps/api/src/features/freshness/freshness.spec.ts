import type { TestOrganisation } from '@jihui/testing';
import { mailsTo, tokenIn } from '../../../test/mailbox.js';
import { publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { ConfirmationMail } from './confirmation-mail.service.js';

type Member = Awaited<ReturnType<TestApi['member']>>;
const look = 'query ($token: String!) { itemToConfirm(input: { token: $token }) { id kind title organisationName askedOf confirmedAt } }';
const confirm = 'mutation ($token: String!) { confirmByLink(input: { token: $token }) { id confirmedAt } }';
const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

describe('freshness', () => {
  let api: TestApi;
  let university: TestOrganisation;
  let firm: TestOrganisation;
  let author: Member;
  let tto: Member;
  let admin: Member;
  let due: string;
  let hidden: string;
  let demand: string;
  const asked = (person: Member): string[] => mailsTo(api.dataDir, person.email).filter((mail) => mail.includes('/confirm?token='));
  const found = async (): Promise<string[]> => {
    const { search } = await api.visitor().send<{ search: { hits: { id: string }[] } }>('{ search(input: { size: 50 }) { hits { id } } }');
    return search.hits.map((h) => h.id);
  };
  const count = async (code: string): Promise<string | undefined> =>
    (await api.visitor().send<{ publicNumbers: { code: string; value: string }[] }>('{ publicNumbers { code value } }')).publicNumbers.find((n) => n.code === code)?.value;
  const freshnessOf = async (id: string): Promise<unknown> => (await api.visitor().send<{ achievement: { freshness: string } }>('query ($id: ID!) { achievement(id: $id) { freshness } }', { id })).achievement.freshness;

  beforeAll(async () => {
    api = await startApi();
    university = await api.organisation('UNIVERSITY', { name: '嵩岳理工大学' });
    firm = await api.organisation('ENTERPRISE', { name: '中原磨具有限公司' });
    author = await api.member(university, ['INVENTOR']);
    tto = await api.member(university, ['UNIT_TTO']);
    admin = await api.member(firm, ['ENTERPRISE_ADMIN']);
    await publishAchievement(api, university, { title: '新近确认的成果', createdBy: author.userId });
    due = await publishAchievement(api, university, { title: '九十天没有确认的成果', createdBy: author.userId, confirmedAt: daysAgo(91) });
    hidden = await publishAchievement(api, university, { title: '半年没有确认的成果', confirmedAt: daysAgo(181) });
    demand = await publishDemand(api, firm, { title: '等待确认的需求', confirmedAt: daysAgo(120) });
    await api.drain();
  });
  afterAll(() => api.close());

  it('hides from search and from the numbers what nobody confirmed for half a year, not from its own page', async () => {
    expect(await found()).toEqual(expect.arrayContaining([due, demand]));
    expect(await found()).not.toContain(hidden);
    expect(await count('PUBLISHED_ACHIEVEMENTS')).toBe('2');
    expect([await freshnessOf(due), await freshnessOf(hidden)]).toEqual(['DUE', 'HIDDEN']);
  });

  it('asks the author, else a deputy of the owner, once', async () => {
    await api.app.get(ConfirmationMail).ask();
    await api.app.get(ConfirmationMail).ask();
    expect(asked(author)).toHaveLength(1);
    expect(asked(author)[0]).toContain('九十天没有确认的成果');
    expect(asked(tto)[0]).toContain('半年没有确认的成果');
    expect(asked(admin)).toHaveLength(1);
  });

  it('shows what a link confirms, confirms it once without a session, in the name of who was asked', async () => {
    const token = tokenIn(asked(tto));
    const { itemToConfirm } = await api.visitor().send<{ itemToConfirm: object }>(look, { token });
    expect(itemToConfirm).toMatchObject({ id: hidden, kind: 'ACHIEVEMENT', title: '半年没有确认的成果', organisationName: '嵩岳理工大学' });
    expect(await freshnessOf(hidden)).toBe('HIDDEN');
    const answers = await Promise.allSettled([api.visitor().send(confirm, { token }), api.visitor().send(confirm, { token })]);
    expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(api.visitor().send(look, { token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await api.drain();
    expect(await freshnessOf(hidden)).toBe('FRESH');
    expect(await found()).toContain(hidden);
    const { rows } = await api.pool.query(`select "userId" from audit_event where event = 'achievement.confirmed' and "subjectId" = $1`, [hidden]);
    expect(rows).toEqual([{ userId: tto.userId }]);
  });

  it('refuses a link of somebody who left, of an item withdrawn, and a made-up one', async () => {
    const token = tokenIn(asked(admin));
    await api.pool.query(`update demand set status = 'WITHDRAWN' where id = $1`, [demand]);
    await expect(api.visitor().send(confirm, { token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await api.pool.query(`update demand set status = 'PUBLISHED' where id = $1`, [demand]);
    await api.pool.query('update app_user set disabled = true where id = $1', [author.userId]);
    await expect(api.visitor().send(confirm, { token: tokenIn(asked(author)) })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await expect(api.visitor().send(look, { token: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('lets the owner confirm by a button, nobody else', async () => {
    const button = 'mutation ($id: ID!) { confirmDemand(id: $id, version: 1) { freshness version } }';
    await expect(tto.client.send(button, { id: demand })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await api.member('ENTERPRISE', ['ENTERPRISE_ADMIN']);
    await expect(other.client.send(button, { id: demand })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await admin.client.send(button, { id: demand })).toEqual({ confirmDemand: { freshness: 'FRESH', version: 2 } });
    await expect(admin.client.send(button, { id: demand })).rejects.toMatchObject({ code: 'STALE' });
  });
});
