import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { DomainError, events, type EventData, type EventName, type Permission } from '@jihui/domain';
import { may, type Actor } from '../auth/actor.js';
import type { JobRegistry } from '../jobs/job-registry.js';
import { accessOf, visible } from './access.js';
import type { Versioned } from './versioned.js';

export type Ref = { id: string; version?: number };
/** `now` moves the clock (demo data has a past); `silent` writes no outbox rows, for a bulk load that rebuilds what is derived afterwards. */
export type TxOptions = { now?: Date; silent?: boolean };
/** `lane`: transactions that will wait for one and the same row queue up here first, a few at a time, instead of holding a connection each. */
export type RunOptions = TxOptions & { lane?: string };

/** A step that is written after everything else of its transaction; `order` says which comes first where there are several. */
type LastStep = { order: string; work: () => Promise<void> };

/**
 * The one place that knows transactions, locks, versions, audit and outbox. A method that takes a `tx` joins it, one that takes an
 * `actor` opens one, never both; no nested transactions, no Promise.all inside.
 */
export class Tx {
  readonly now: Date;
  constructor(
    readonly em: EntityManager,
    readonly actor: Actor,
    private readonly jobs: JobRegistry,
    private readonly options: TxOptions = {},
    private readonly lastSteps: LastStep[] = [],
  ) {
    this.now = options.now ?? new Date();
  }

  /** The work of a transaction and then its last steps. */
  static async whole<R>(work: (lastSteps: LastStep[]) => Promise<R>): Promise<R> {
    const lastSteps: LastStep[] = [];
    const result = await work(lastSteps);
    for (const step of lastSteps.sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))) await step.work();
    return result;
  }

  /** The same transaction as another person, at another time, or without outbox rows: for bulk work whose consequences follow from one event. */
  with(change: TxOptions & { actor?: Actor }): Tx {
    return new Tx(this.em, change.actor ?? this.actor, this.jobs, { ...this.options, now: this.now, ...change }, this.lastSteps);
  }

  /** For what others wait for: it is written last, in the order named, so that its locks are held for one commit and never cross. */
  atEnd(order: string, work: () => Promise<void>): void {
    this.lastSteps.push({ order, work });
  }

  /** Refuses when the actor's roles lack the permission. */
  demand(permission: Permission): void {
    if (may(this.actor, permission)) return;
    throw new DomainError(this.actor.kind === 'ANONYMOUS' ? 'NOT_SIGNED_IN' : 'FORBIDDEN');
  }

  /** The row, locked. Invisible → NOT_FOUND, not his to change → FORBIDDEN, changed since he read it → STALE. */
  async lock<T extends Versioned>(entity: abstract new () => T, ref: Ref, permission: Permission): Promise<T> {
    this.demand(permission);
    const query = this.em.createQueryBuilder(entity as EntityTarget<T>, 'r').where('r.id = :lockId', { lockId: ref.id }).setLock('pessimistic_write');
    const row = await visible(query, entity as EntityTarget<T>, this.actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    if (this.actor.kind !== 'SYSTEM' && !accessOf(entity as EntityTarget<T>).rowRules?.[permission]?.(this.actor, row)) throw new DomainError('FORBIDDEN');
    if (ref.version !== undefined && ref.version !== row.version) throw new DomainError('STALE');
    return row;
  }

  /** A row that the actor may see, without a lock; NOT_FOUND otherwise. */
  async see<T extends ObjectLiteral & { id: string }>(entity: abstract new () => T, id: string): Promise<T> {
    const query = this.em.createQueryBuilder(entity as EntityTarget<T>, 'r').where('r.id = :seeId', { seeId: id });
    const row = await visible(query, entity as EntityTarget<T>, this.actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Inserts a new row with the clock of this transaction. */
  async insert<T extends Versioned>(entity: new () => T, values: Partial<Omit<T, 'version' | 'createdAt' | 'updatedAt'>>): Promise<T> {
    const row = this.em.create(entity, { ...values, version: 1, createdAt: this.now, updatedAt: this.now } as never);
    await this.em.insert(entity, row as unknown as QueryDeepPartialEntity<T>);
    return row;
  }

  /** Inserts many new rows by one statement, all with the same columns given, and gives their ids in the same order. */
  async insertAll<T extends Versioned>(entity: new () => T, rows: readonly Partial<Omit<T, 'id' | 'createdAt' | 'updatedAt'>>[]): Promise<string[]> {
    const [first] = rows;
    if (!first) return [];
    const table = `"${this.em.connection.getMetadata(entity).tableName}"`;
    const times = { createdAt: this.now, updatedAt: this.now };
    const columns = Object.keys({ ...first, ...times }).map((c) => `"${c}"`).join(', ');
    const values = JSON.stringify(rows.map((row) => ({ ...row, ...times })));
    const made: { id: string }[] = await this.em.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) returning id`,
      [values],
    );
    return made.map((row) => row.id);
  }

  /** Writes a changed row; the version guards it even where the lock was forgotten. */
  async save<T extends Versioned>(row: T): Promise<T> {
    const entity = row.constructor as new () => T;
    const values: ObjectLiteral = { version: row.version + 1, updatedAt: this.now };
    for (const column of this.em.connection.getMetadata(entity).columns) {
      if (!(column.propertyName in values) && !column.isPrimary) values[column.propertyName] = column.getEntityValue(row);
    }
    const where = { id: row.id, version: row.version } as unknown as FindOptionsWhere<T>;
    const { affected } = await this.em.update(entity, where, values as unknown as QueryDeepPartialEntity<T>);
    if (affected !== 1) throw new DomainError('STALE');
    row.version += 1;
    row.updatedAt = this.now;
    return row;
  }

  /** The audit row and one outbox row per listener, in this transaction and by one statement. Jobs carry the event and the id only. */
  async record<E extends EventName>(event: E, subjectId: string, data: EventData<E>): Promise<void> {
    const { userId, name, organisationId, organisationName } = this.actor;
    await this.em.query(
      `with noted as (
         insert into audit_event (at, event, "subjectId", "userId", "actorName", "organisationId", "organisationName", data)
         values ($1, $2, $3, $4, $5, $6, $7, $8))
       select graphile_worker.add_job(task, $10::json, max_attempts := $11) from unnest($9::text[]) as task`,
      [
        ...[this.now, event, subjectId, userId, name, organisationId, organisationName, JSON.stringify(events[event].parse(data))],
        ...[this.options.silent ? [] : this.jobs.listenersOf(event), JSON.stringify({ event, id: subjectId }), this.jobs.maxAttempts],
      ],
    );
  }

  /** The same event of many subjects. */
  async recordAll<E extends EventName>(event: E, subjectIds: readonly string[], data: EventData<E>): Promise<void> {
    const { userId, name, organisationId, organisationName } = this.actor;
    await this.em.query(
      `insert into audit_event (at, event, "subjectId", "userId", "actorName", "organisationId", "organisationName", data)
       select $2, $3, subject, $4, $5, $6, $7, $8 from unnest($1::uuid[]) as subject`,
      [subjectIds, this.now, event, userId, name, organisationId, organisationName, JSON.stringify(events[event].parse(data))],
    );
    if (this.options.silent) return;
    for (const id of subjectIds) for (const task of this.jobs.listenersOf(event)) await this.enqueue(task, { event, id });
  }

  /** Adds a job that runs once this transaction has committed. */
  async enqueue(task: string, payload: Record<string, unknown>, runAt?: Date): Promise<void> {
    await this.em.query('select graphile_worker.add_job($1, $2::json, run_at := coalesce($3, now()), max_attempts := $4)', [
      task,
      JSON.stringify(payload),
      runAt ?? null,
      this.jobs.maxAttempts,
    ]);
  }
}
