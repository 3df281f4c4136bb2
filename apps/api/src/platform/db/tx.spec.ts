import { DomainError } from '@jihui/domain';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { Organisation } from '../../features/organisations/organisation.entity.js';
import { anonymous, system, type Actor } from '../auth/actor.js';

const person = (organisationId: string, roles: Actor['roles']): Actor => ({
  kind: 'PERSON',
  userId: '00000000-0000-7000-8000-000000000001',
  sessionId: null,
  name: '赵一',
  organisationId,
  organisationName: '测试单位',
  organisationKind: 'ENTERPRISE',
  organisationVerified: true,
  roles,
  ip: '127.0.0.1',
});
const refusal = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe('Tx', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  const jobsOf = async (id: string): Promise<number> => {
    const [row]: { n: number }[] = await api.db.em.query(`select count(*)::int n from graphile_worker._private_jobs where payload->>'id' = $1`, [id]);
    return row?.n ?? 0;
  };
  const auditOf = (id: string): Promise<{ event: string; actorName: string }[]> => api.db.em.query(`select event, "actorName" from audit_event where "subjectId" = $1`, [id]);

  it('refuses by role, by row and by version, in that order', async () => {
    const own = await api.organisation('ENTERPRISE');
    const other = await api.organisation('ENTERPRISE');
    const hidden = await api.organisation('ENTERPRISE', { status: 'PENDING' });
    const actor = person(own.id, ['ENTERPRISE_ADMIN']);
    const lock = (who: Actor, id: string, version?: number) => api.db.run(who, (tx) => tx.lock(Organisation, { id, version }, 'organisation.edit'));
    await expect(lock(anonymous(), own.id)).rejects.toEqual(refusal('NOT_SIGNED_IN'));
    await expect(lock(person(own.id, ['ENTERPRISE_USER']), own.id)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(lock(actor, other.id)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(lock(actor, hidden.id)).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(lock(actor, own.id, 7)).rejects.toEqual(refusal('STALE'));
    await expect(lock(actor, own.id, 1)).resolves.toMatchObject({ id: own.id });
  });

  it('lets one of two writers of the same version win', async () => {
    const { id } = await api.organisation('ENTERPRISE');
    const write = (intro: string) =>
      api.db.run(person(id, ['ENTERPRISE_ADMIN']), async (tx) => tx.save(Object.assign(await tx.lock(Organisation, { id, version: 1 }, 'organisation.edit'), { intro })));
    const results = await Promise.allSettled([write('甲'), write('乙')]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: refusal('STALE') });
  });

  it('refuses a stale save even where no lock was taken', async () => {
    const { id } = await api.organisation('ENTERPRISE');
    const stale = await api.db.em.findOneByOrFail(Organisation, { id });
    await api.db.run(system, async (tx) => tx.save(Object.assign(await tx.see(Organisation, id), { intro: '新' })));
    await expect(api.db.run(system, (tx) => tx.save(Object.assign(stale, { intro: '旧' })))).rejects.toEqual(refusal('STALE'));
  });

  it('writes the change, the audit row and the jobs together, or none of them', async () => {
    const { id } = await api.organisation('ENTERPRISE');
    const change = (fail: boolean) =>
      api.db.run(system, async (tx) => {
        await tx.save(Object.assign(await tx.see(Organisation, id), { intro: '改' }));
        await tx.record('organisation.edited', id, { fields: ['intro'] });
        await tx.enqueue('Spec.nothing', { id });
        if (fail) throw new DomainError('UNAVAILABLE');
      });
    await expect(change(true)).rejects.toEqual(refusal('UNAVAILABLE'));
    expect([await auditOf(id), await jobsOf(id), (await api.db.em.findOneByOrFail(Organisation, { id })).version]).toEqual([[], 0, 1]);
    await change(false);
    expect(await auditOf(id)).toEqual([{ event: 'organisation.edited', actorName: '系统' }]);
    expect(await jobsOf(id)).toBeGreaterThan(0);
    await api.db.em.query(`delete from graphile_worker._private_jobs where payload->>'id' = $1`, [id]);
  });

  it('keeps the audit trail from being changed', async () => {
    for (const statement of [`update audit_event set event = 'x'`, 'delete from audit_event', 'truncate audit_event']) await expect(api.db.em.query(statement)).rejects.toThrow('append-only');
  });

  it('turns a double into a refusal', async () => {
    const { uscc } = await api.organisation('ENTERPRISE');
    const twin = api.db.run(system, (tx) => tx.insert(Organisation, { kind: 'ENTERPRISE', name: '重复单位', uscc, regionCode: 'ZZ', status: 'PENDING', disciplines: [], isDemo: false }));
    await expect(twin).rejects.toEqual(refusal('ALREADY_EXISTS'));
  });
});
