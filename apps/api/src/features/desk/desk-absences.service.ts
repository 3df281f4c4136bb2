import { Injectable } from '@nestjs/common';
import { DomainError, mayTake, presentFor, shanghaiDay, statusesInReview, type DeskHandover } from '@jihui/domain';
import { hasRole, system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Cron, OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { DeskAbsence } from './desk-absence.entity.js';
import { DeskAssignments } from './desk-assignments.service.js';
import { absencesOf, operatorOf, operatorsOf } from './desk-people.js';

/** 请假交接. The files go over on the first day of an absence; what reaches the desk meanwhile, goes to the deputy as well. */
@Injectable()
export class DeskAbsences {
  constructor(
    private readonly db: Db,
    private readonly assignments: DeskAssignments,
  ) {}

  /** One's own absence, or as the branch's administrator somebody's; with today as its first day the files go over at once. */
  async handOver(tx: Tx, { userId, deputyId, from, until, note }: DeskHandover): Promise<DeskAbsence> {
    tx.demand('desk.handOver');
    const today = shanghaiDay(tx.now);
    const branchId = tx.actor.organisationId ?? '';
    if (userId && userId !== tx.actor.userId && !hasRole(tx.actor, 'BRANCH_ADMIN')) throw new DomainError('FORBIDDEN');
    const operators = await operatorsOf(tx.em, branchId);
    const person = operatorOf(operators, userId ?? tx.actor.userId ?? '');
    const deputy = operatorOf(operators, deputyId);
    const wrong = person === deputy ? { path: 'deputyId', code: 'own_deputy' } : until < today ? { path: 'until', code: 'in_past' } : null;
    if (wrong) throw new DomainError('INVALID_INPUT', { issues: [wrong] });
    // Two at once for one person: the second waits here and then sees the first.
    await tx.em.query('select 1 from app_user where id = $1 for update', [person.userId]);
    const others = await absencesOf(tx.em, branchId, today);
    if (others.some((a) => a.userId === person.userId && a.from <= until && a.until >= from)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'from', code: 'absence_overlaps' }] });
    const row = await tx.insert(DeskAbsence, { branchId, userId: person.userId, deputyId, from, until, note: note || null, handedOverAt: null, endedAt: null, files: 0, left: 0 });
    await tx.record('absence.entered', row.id, { person: person.name, deputy: deputy.name, from, until });
    if (from <= today) await this.move(tx, row);
    return row;
  }

  /** Back earlier, or not away at all. What was handed over stays where it is; nobody's work is taken from under his hands. */
  async end(tx: Tx, ref: Ref): Promise<DeskAbsence> {
    const row = await tx.lock(DeskAbsence, ref, 'desk.handOver');
    if (row.endedAt || row.until < shanghaiDay(tx.now)) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'absence', state: 'OVER', action: 'end' });
    row.endedAt = tx.now;
    await tx.save(row);
    await tx.record('absence.ended', row.id, {});
    return row;
  }

  /** Those that begin today; 16:10 UTC is 00:10 in Shanghai. */
  @Cron('10 16 * * *')
  async begin(): Promise<void> {
    const due: { id: string }[] = await this.db.em.query(
      `select id from desk_absence where "handedOverAt" is null and "endedAt" is null and $1 between "from" and "until" order by "from", id`,
      [shanghaiDay(new Date())],
    );
    for (const { id } of due)
      await this.db.run(system, async (tx) => {
        const row = await tx.lock(DeskAbsence, { id }, 'desk.handOver');
        if (!row.handedOverAt && !row.endedAt) await this.move(tx, row);
      });
  }

  /** A corrected file comes back to who knows it, or to who works for him now. */
  @OnEvent('contract.submitted')
  async afterSubmission({ id }: JobPayload): Promise<void> {
    await this.db.run(system, async (tx) => {
      const row = await tx.lock(TechnologyContract, { id }, 'desk.assign');
      if (row.status !== 'SUBMITTED' || !row.assigneeId) return;
      await this.toDeputy(tx, row);
    });
  }

  /** All open files of the person, each to who is there and may take it, else to nobody. */
  private async move(tx: Tx, row: DeskAbsence): Promise<void> {
    const open: { id: string }[] = await tx.em.query(
      `select id from technology_contract where "branchId" = $1 and "assigneeId" = $2 and status = any($3) order by id`,
      [row.branchId, row.userId, statusesInReview],
    );
    let files = 0;
    for (const { id } of open) {
      const contract = await tx.with({ actor: system }).lock(TechnologyContract, { id }, 'desk.assign');
      if (await this.toDeputy(tx, contract)) files++;
    }
    Object.assign(row, { handedOverAt: tx.now, files, left: open.length - files });
    await tx.save(row);
    await tx.record('absence.handedOver', row.id, { files, left: row.left });
  }

  /** Whether somebody has it afterwards. */
  private async toDeputy(tx: Tx, row: TechnologyContract): Promise<boolean> {
    const day = shanghaiDay(tx.now);
    const operators = await operatorsOf(tx.em, row.branchId);
    const present = presentFor(row.assigneeId ?? '', day, await absencesOf(tx.em, row.branchId, day));
    const to = operators.find((o) => o.userId === present && mayTake(o, row)) ?? null;
    await this.assignments.give(tx, row, to, operators, 'ABSENCE');
    return to !== null;
  }
}
