import { startApi, type TestApi } from '../../../test/start-api.js';
import { system } from '../auth/actor.js';

type Trail = { auditEvents: { total: number; items: { event: string; organisationName: string; subjectId: string }[] } };
type Dead = { deadJobs: { total: number; items: { id: string; task: string; attempts: number; lastError: string }[] } };
const trail =
  'query ($subjectId: ID, $organisationId: ID, $event: String) { auditEvents(subjectId: $subjectId, organisationId: $organisationId, event: $event, page: { page: 1, size: 50 }) { total items { event organisationName subjectId subjectName at actorName data } } }';
const dead = '{ deadJobs(page: { page: 1, size: 10 }) { total items { id task attempts lastError failedAt } } }';

describe('audit trail and dead jobs', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  it('shows the auditor all, a branch administrator his own branch, and others nothing', async () => {
    const branch = await api.organisation('MARKET_OPERATOR');
    const head = await api.member(branch, ['BRANCH_ADMIN']);
    const auditor = await api.member('MARKET_OPERATOR', ['AUDITOR']);
    const inviting = 'mutation ($email: String!) { inviteMember(input: { name: "新人", email: $email, roles: [OPERATOR_L2] }) { id } }';
    const { inviteMember } = await head.client.send<{ inviteMember: { id: string } }>(inviting, { email: 'l2@example.test' });
    await (await api.member('MARKET_OPERATOR')).client.send(inviting, { email: 'other@example.test' });
    const all = await auditor.client.send<Trail>(trail);
    expect(all.auditEvents.total).toBe(2);
    const own = await head.client.send<Trail>(trail);
    expect(own.auditEvents.items.map((e) => e.organisationName)).toEqual([branch.name]);
    expect((await auditor.client.send<Trail>(trail, { subjectId: inviteMember.id })).auditEvents.items).toMatchObject([
      { event: 'member.invited', subjectName: '新人', data: { email: 'l2@example.test', roles: ['OPERATOR_L2'] } },
    ]);
    expect((await auditor.client.send<Trail>(trail, { organisationId: branch.id, event: 'member' })).auditEvents.total).toBe(1);
    expect((await auditor.client.send<Trail>(trail, { event: 'mem' })).auditEvents.total).toBe(0);
    await expect((await api.member('UNIVERSITY')).client.send(trail)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('cannot be changed, not even in the database', async () => {
    await expect(api.pool.query(`update audit_event set event = 'x'`)).rejects.toThrow('append-only');
    await expect(api.pool.query('delete from audit_event')).rejects.toThrow('append-only');
  });

  it('lists jobs that failed for good with a masked reason, and has one tried again', async () => {
    const root = await api.member('MARKET_OPERATOR', ['SYSTEM_ADMIN']);
    await api.drain();
    await api.db.run(system, (tx) => tx.enqueue('Missing.task', { id: root.userId }));
    await api.pool.query(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no answer for 13812345678' || chr(10) || 'at secret.ts:1'`,
    );
    const { deadJobs } = await root.client.send<Dead>(dead);
    expect(deadJobs).toMatchObject({ total: 1, items: [{ task: 'Missing.task', attempts: 8, lastError: 'no answer for 138****5678' }] });
    const retry = 'mutation ($id: ID!) { retryJob(id: $id) }';
    await root.client.send(retry, { id: deadJobs.items[0]?.id });
    expect((await root.client.send<Dead>(dead)).deadJobs.total).toBe(0);
    await expect(root.client.send(retry, { id: deadJobs.items[0]?.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(root.client.send(retry, { id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { rows } = await api.pool.query(`select "subjectId", data from audit_event where event = 'job.retried'`);
    expect(rows).toEqual([{ subjectId: root.userId, data: { task: 'Missing.task' } }]);
    await expect((await api.member('MARKET_OPERATOR')).client.send(dead)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
