import { makeUscc } from '@jihui/testing';
import { system } from '../../platform/auth/actor.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { Passwords } from '../accounts/passwords.js';
import { Registration } from './registration.js';

describe('registration of demo data', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  it('writes verified organisations with a past, gives orphans to the first branch, and lets members sign in', async () => {
    const registration = api.app.get(Registration);
    const passwordHash = await api.app.get(Passwords).hash('demo-horse-2026');
    const now = new Date('2026-03-01T01:00:00Z');
    expect(await api.visitor().send('{ showsDemoData }')).toEqual({ showsDemoData: false });
    const orphan = await api.organisation('ENTERPRISE', { status: 'PENDING', regionCode: 'LY' });
    const { university } = await api.db.run(
      system,
      async (tx) => {
        const branch = await registration.createVerified(tx, {
          kind: 'MARKET_OPERATOR',
          name: '演示郑州分中心',
          uscc: makeUscc('12'),
          regionCode: 'ZZ',
          branchCode: 'ZZ',
          isDemo: true,
        });
        const university = await registration.createVerified(tx, {
          kind: 'UNIVERSITY',
          name: '演示理工大学',
          nameEn: 'Demo Tech',
          uscc: makeUscc('12'),
          regionCode: 'ZZ_ZD',
          disciplines: ['力学'],
          isDemo: true,
        });
        expect(university.branchId).toBe(branch.id);
        await registration.addMember(tx, university, {
          name: '演示老师',
          email: 'demo@example.test',
          phone: '13800001111',
          roles: ['UNIT_TTO'],
          passwordHash,
        });
        return { branch, university };
      },
      { now, silent: true },
    );
    const { rows } = await api.pool.query<{ event: string; at: Date; actorName: string }>(
      'select event, at, "actorName" from audit_event order by id',
    );
    expect(rows.map((r) => r.event)).toEqual(['organisation.created', 'organisation.created', 'member.joined']);
    expect(rows.every((r) => r.at.getTime() === now.getTime() && r.actorName === '系统')).toBe(true);
    expect((await api.pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(0);
    expect((await api.pool.query('select 1 from organisation where id = $1 and "branchId" is not null', [orphan.id])).rowCount).toBe(1);
    const client = api.visitor();
    await client.send('mutation { login(input: { email: "demo@example.test", password: "demo-horse-2026" }) { id } }');
    expect(await client.send('{ showsDemoData me { organisation { id nameEn disciplines createdAt } } }')).toEqual({
      showsDemoData: true,
      me: { organisation: { id: university.id, nameEn: 'Demo Tech', disciplines: ['力学'], createdAt: now.toISOString() } },
    });
  });
});
