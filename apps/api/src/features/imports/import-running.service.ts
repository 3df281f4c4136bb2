import { Injectable } from '@nestjs/common';
import { DomainError, importMachine, next, shanghaiDay, type ImportRun, type RowIssue } from '@jihui/domain';
import { system, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { actingPerson } from './acting-person.js';
import { ImportRow } from './import-row.entity.js';
import { Import } from './import.entity.js';
import { ImportedItems } from './imported-items.js';
import { readRow } from './row-checking.js';

const batchSize = 100;
// Hundreds of records with several jobs each would keep the queue busy for minutes: what follows from all of them follows from `import.finished` once.
const silently = { silent: true } as const;
type Step = { record: Import; owner: Organisation; rows: ImportRow[] };

/** The good rows become drafts, batch by batch. A row and its record are written together, so a job that died goes on where it stopped. */
@Injectable()
export class ImportRunning {
  constructor(
    private readonly db: Db,
    private readonly items: ImportedItems,
  ) {}

  /** Lets the worker begin. `release` and `submit` pass on at once what is complete. */
  async start(tx: Tx, { id, version, release, submit, skipDuplicates }: ImportRun): Promise<Import> {
    const row = await tx.lock(Import, { id, version }, 'import.run');
    row.status = next(importMachine, row.status, 'run');
    if (!row.columns.some((c) => c.field === 'TITLE'))
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'columns', code: 'title_column' }] });
    row.passesOn = Boolean(row.kind === 'ACHIEVEMENTS' ? release : submit);
    if (row.passesOn) {
      tx.demand(row.kind === 'ACHIEVEMENTS' ? 'achievement.release' : 'demand.write');
      if (!tx.actor.organisationVerified) throw new DomainError('ORGANISATION_NOT_VERIFIED');
    }
    row.skipsDuplicates = Boolean(skipDuplicates);
    row.rowsToDo = row.rowsGood - (row.skipsDuplicates ? row.rowsDuplicate : 0);
    if (row.rowsToDo === 0) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'rows', code: 'no_good_row' }] });
    row.actingUserId = tx.actor.userId ?? row.actingUserId;
    row.startedAt = tx.now;
    await tx.save(row);
    await tx.record('import.started', row.id, { rows: row.rowsToDo });
    return row;
  }

  @OnEvent('import.started')
  async run({ id }: JobPayload): Promise<void> {
    const record = await this.db.em.findOneBy(Import, { id, status: 'RUNNING' });
    if (!record) return;
    const actor = await actingPerson(this.db.em, record.actingUserId);
    while (actor && (await this.batch(id, actor)));
    await this.finish(id, actor ?? system);
  }

  /** One batch in one transaction; when a row makes it fail, every row of it in its own. False when nothing is left. */
  private async batch(id: string, actor: Actor): Promise<boolean> {
    try {
      return await this.db.run(
        actor,
        async (tx) => {
          const step = await this.next(tx, id, batchSize);
          return step !== null && this.take(tx, step);
        },
        silently,
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND') return false;
      return this.singly(id, actor);
    }
  }

  private async singly(id: string, actor: Actor): Promise<boolean> {
    let goesOn = true;
    for (let i = 0; goesOn && i < batchSize; i++) {
      goesOn = await this.db
        .run(
          actor,
          async (tx) => {
            const step = await this.next(tx, id, 1);
            return step !== null && this.take(tx, step);
          },
          silently,
        )
        .catch((error: unknown) => this.leaveOut(id, actor, error));
    }
    return goesOn;
  }

  /** A row that its record refuses is a bad row after all. */
  private async leaveOut(id: string, actor: Actor, error: unknown): Promise<boolean> {
    if (!(error instanceof DomainError)) throw error;
    const issues: RowIssue[] = (error.params.issues ?? [{ path: 'row', code: error.code }]).map((i) => ({
      ...i,
      column: null,
      severity: 'ERROR',
    }));
    return this.db.run(actor, async (tx) => {
      const step = await this.next(tx, id, 1);
      const [row] = step?.rows ?? [];
      if (!step || !row) return false;
      await tx.em.update(ImportRow, { id: row.id }, { isGood: false, issues: [...row.issues, ...issues] });
      step.record.rowsGood -= 1;
      step.record.rowsDone += 1;
      await tx.save(step.record);
      return true;
    });
  }

  private async next(tx: Tx, id: string, most: number): Promise<Step | null> {
    const record = await tx.lock(Import, { id }, 'import.run');
    if (record.status !== 'RUNNING') return null;
    const query = tx.em
      .createQueryBuilder(ImportRow, 'r')
      .where('r.importId = :id and r.isGood and r.createdId is null', { id })
      .orderBy('r.rowNo')
      .take(most);
    if (record.skipsDuplicates) query.andWhere('not r.isDuplicate');
    const rows = await query.getMany();
    const owner = await tx.em.findOneByOrFail(Organisation, { id: record.organisationId });
    return rows.length ? { record, owner, rows } : null;
  }

  /** Makes the records of these rows and notes in the same transaction which is whose. */
  private async take(tx: Tx, { record, owner, rows }: Step): Promise<boolean> {
    const own = { uscc: owner.uscc, name: owner.name, today: shanghaiDay(tx.now) };
    const of = { organisationId: owner.id, createdBy: record.actingUserId, regionCode: owner.regionCode, importId: record.id };
    const items = rows.map((row) => {
      const checked = readRow(
        { kind: record.kind, columns: record.columns, own },
        { rowNo: row.rowNo, cells: row.cells, issues: row.found },
      );
      return { row: checked, passesOn: record.passesOn && checked.publishable };
    });
    const made = await this.items.createAll(tx, items, of);
    record.rowsCreated += made.length;
    record.rowsPassedOn += items.filter((i) => i.passesOn).length;
    await tx.em.query('update import_row r set "createdId" = m.made from unnest($1::uuid[], $2::uuid[]) as m(id, made) where r.id = m.id', [
      rows.map((r) => r.id),
      made,
    ]);
    record.rowsDone += rows.length;
    await tx.save(record);
    return true;
  }

  private async finish(id: string, actor: Actor): Promise<void> {
    await this.db.run(actor, async (tx) => {
      const record = await tx.em.findOne(Import, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (record?.status !== 'RUNNING') return;
      await tx.save(Object.assign(record, { status: 'DONE', finishedAt: tx.now }));
      await tx.record('import.finished', id, { imported: record.rowsCreated, refused: record.rowsTotal - record.rowsCreated });
    });
  }
}
