import { addDays, shanghaiDay } from '@jihui/domain';
import { auditOf, contractScene, type ContractScene, type ContractView } from '../../../test/contract-scene.js';
import { wrong } from '../../../test/after-scene.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { DeskAbsences } from './desk-absences.service.js';

const refused = (code: string) => expect.objectContaining({ code });
const today = shanghaiDay(new Date());
type Load = { userId: string | null; open: number; overdue: number; dueSoon: number; decided: number; absence: { id: string; version: number; deputyName: string } | null };

describe('the desk of a branch', () => {
  let api: TestApi;
  let scene: ContractScene;
  let third: Member;
  let admin: Member;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api, 'DS');
    third = await api.member(scene.branch, ['OPERATOR_L1']);
    admin = await api.member(scene.branch, ['BRANCH_ADMIN']);
  });
  afterAll(() => api.close());

  const assign = async (who: Member, to: Member | null, ...rows: ContractView[]) =>
    (
      await who.client.send<{ assignContracts: { id: string; assigneeName: string | null }[] }>(
        'mutation A($input: DeskAssignmentInput!) { assignContracts(input: $input) { id assigneeName } }',
        { input: { toId: to?.userId ?? null, contracts: rows.map(({ id, version }) => ({ id, version })) } },
      )
    ).assignContracts;
  const handOver = async (who: Member, deputy: Member, more: object = {}) =>
    (
      await who.client.send<{ handOverDesk: { id: string; version: number; files: number; left: number; handedOverAt: string | null } }>(
        'mutation H($input: DeskHandoverInput!) { handOverDesk(input: $input) { id version files left handedOverAt } }',
        { input: { deputyId: deputy.userId, from: today, until: addDays(today, 3), ...more } },
      )
    ).handOverDesk;
  const back = (who: Member, { id, version }: { id: string; version: number }) =>
    who.client.send('mutation E($id: ID!, $version: Int!) { endDeskAbsence(id: $id, version: $version) { id } }', { id, version });
  const assigneeOf = async (row: ContractView) => (await scene.see(admin, row.id, 'assigneeName'))['assigneeName'];
  const loads = async (who: Member) =>
    (await who.client.send<{ deskLoads: Load[] }>('{ deskLoads { userId open overdue dueSoon decided absence { id version deputyName } } }')).deskLoads;

  it('assigns many files at once to one person, all or none, and says so to the branch alone', async () => {
    const [a, b] = [await scene.at('SUBMITTED'), await scene.at('ACCEPTED')];
    expect(await assign(admin, third, a, b)).toEqual(expect.arrayContaining([a, b].map(({ id }) => ({ id, assigneeName: third.name }))));
    expect(await auditOf(api, a.id)).toContain('contract.assigned');
    const shown = await scene.see(scene.seller, a.id, 'assigneeName history { event }');
    expect(shown['assigneeName']).toBeNull();
    expect(shown['history']).not.toContainEqual({ event: 'contract.assigned' });
    // One of the two has changed meanwhile: neither goes over.
    const fresh = await scene.see(third, b.id);
    await expect(assign(admin, scene.first, fresh, a)).rejects.toEqual(refused('STALE'));
    expect(await assigneeOf(b)).toBe(third.name);
    type Desk = { desk: { items: { id: string }[] } };
    const desk = async (who: Member, share: string) =>
      (await who.client.send<Desk>('query D($s: DeskShare) { desk(share: $s, page: { page: 1, size: 50 }) { items { id } } }', { s: share })).desk.items.map((i) => i.id);
    expect(await desk(third, 'MINE')).toEqual(expect.arrayContaining([a.id, b.id]));
    expect(await desk(scene.first, 'NOBODY')).not.toContain(a.id);
    // It takes nothing from the others, and with 初审 it is its examiner's.
    expect(await scene.act(scene.first, 'claimContract', await scene.see(scene.first, b.id))).toMatchObject({ status: 'FIRST_REVIEW' });
    expect(await assigneeOf(b)).toBe(scene.first.name);
    await assign(admin, null, await scene.see(admin, a.id));
    expect(await assigneeOf(a)).toBeNull();
  });

  it('gives a step only to who may do it', async () => {
    const submitted = await scene.at('SUBMITTED');
    await expect(assign(admin, scene.second, submitted)).rejects.toEqual(refused('CANNOT_TAKE'));
    await expect(assign(admin, scene.seller, submitted)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(assign(scene.seller, third, submitted)).rejects.toEqual(refused('FORBIDDEN'));
    const claimed = await scene.act(scene.both, 'claimContract', await scene.at('ACCEPTED'));
    const passed = await scene.approve(scene.both, claimed);
    await expect(assign(admin, scene.both, passed)).rejects.toEqual(refused('CANNOT_TAKE'));
    await expect(assign(admin, scene.second, await scene.at('REGISTERED'))).rejects.toEqual(refused('CANNOT_TAKE'));
    const other = await contractScene(api, 'DT');
    await expect(assign(other.first, other.first, submitted)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('hands the files of who is away to the deputy, leaves what he may not take, and records it', async () => {
    const examined = await scene.act(scene.both, 'claimContract', await scene.at('ACCEPTED'));
    const passed = await scene.approve(scene.first, await scene.act(scene.first, 'claimContract', await scene.at('ACCEPTED')));
    await assign(admin, scene.both, passed);
    const absence = await handOver(scene.both, scene.first, { note: '年休假' });
    expect(absence).toMatchObject({ files: 1, left: 1 });
    expect(await assigneeOf(examined)).toBe(scene.first.name);
    expect((await scene.see(scene.first, examined.id, 'firstReviewerName'))['firstReviewerName']).toBe(scene.first.name);
    expect(await assigneeOf(passed)).toBeNull();
    const { rows } = await api.pool.query<{ data: object }>(`select data from audit_event where "subjectId" = $1 and event = 'contract.assigned'`, [examined.id]);
    expect(rows.at(-1)?.data).toEqual({ from: scene.both.name, to: scene.first.name, because: 'ABSENCE' });
    expect(await auditOf(api, absence.id)).toEqual(['absence.entered', 'absence.handedOver']);
    // New files go to the deputy as well; back again, they do not.
    const late = await scene.at('SUBMITTED');
    expect(await assign(admin, scene.both, late)).toEqual([{ id: late.id, assigneeName: scene.first.name }]);
    await expect(handOver(scene.both, third)).rejects.toEqual(wrong('from', 'absence_overlaps'));
    await expect(back(third, absence)).rejects.toEqual(refused('FORBIDDEN'));
    const [{ absence: shown } = { absence: null }] = (await loads(admin)).filter((l) => l.userId === scene.both.userId);
    expect(shown).toMatchObject({ id: absence.id, deputyName: scene.first.name });
    if (shown) await back(scene.both, shown);
    expect(await assign(admin, scene.both, await scene.see(admin, late.id))).toEqual([{ id: late.id, assigneeName: scene.both.name }]);
  });

  it('knows whose absence it is, and begins one that was planned on its day', async () => {
    await expect(handOver(third, third)).rejects.toEqual(refused('INVALID_INPUT'));
    await expect(handOver(third, scene.first, { userId: scene.first.userId })).rejects.toEqual(refused('INVALID_INPUT'));
    await expect(handOver(third, scene.both, { userId: scene.first.userId })).rejects.toEqual(refused('FORBIDDEN'));
    await expect(handOver(third, scene.seller)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(handOver(third, scene.first, { from: addDays(today, -9), until: addDays(today, -2) })).rejects.toEqual(refused('INVALID_INPUT'));
    const mine = await scene.at('SUBMITTED');
    await assign(admin, third, mine);
    const planned = await handOver(admin, scene.first, { userId: third.userId, from: addDays(today, 1), until: addDays(today, 2) });
    expect(planned.handedOverAt).toBeNull();
    expect(await assigneeOf(mine)).toBe(third.name);
    await api.pool.query('update desk_absence set "from" = $1 where id = $2', [today, planned.id]);
    const jobs = api.app.get(DeskAbsences);
    await Promise.all([jobs.begin(), jobs.begin()]);
    expect(await assigneeOf(mine)).toBe(scene.first.name);
    expect((await auditOf(api, planned.id)).filter((e) => e === 'absence.handedOver')).toHaveLength(1);
    // Both away: nobody is left to take it.
    await handOver(scene.first, third);
    await expect(assign(admin, third, await scene.see(admin, mine.id))).rejects.toEqual(refused('ALL_AWAY'));
  });

  it('sends a corrected file back to who knows it, or to his deputy', async () => {
    const own = await contractScene(api, 'DU');
    const deputy = await api.member(own.branch, ['OPERATOR_L1']);
    const returned = await own.giveBack(own.second, await own.at('SECOND_REVIEW'));
    await handOver(own.first, deputy);
    const again = await own.act(own.seller, 'submitContract', returned);
    await api.drain();
    expect((await own.see(own.first, again.id, 'assigneeName'))['assigneeName']).toBe(deputy.name);
  });

  it('shows the load of each person, and what nobody has, of this branch alone', async () => {
    const own = await contractScene(api, 'DV');
    const [late, soon] = [await own.at('SUBMITTED'), await own.at('SUBMITTED')];
    await own.at('SUBMITTED');
    await own.at('REGISTERED');
    await assign(own.first, own.first, late, soon);
    await api.pool.query(`update technology_contract set "dueOn" = case when id = $1 then date '2026-01-05' else $3::date end where id in ($1, $2)`, [late.id, soon.id, today]);
    const found = await loads(own.second);
    expect(found[0]).toMatchObject({ userId: null, open: 1, overdue: 0 });
    expect(found.find((l) => l.userId === own.first.userId)).toMatchObject({ open: 2, overdue: 1, dueSoon: 1, decided: 2 });
    expect(found.find((l) => l.userId === own.second.userId)).toMatchObject({ open: 0, decided: 1 });
    expect(found.map((l) => l.userId)).not.toContain(scene.first.userId);
    await expect(loads(own.auditor)).rejects.toEqual(refused('FORBIDDEN'));
  });
});
