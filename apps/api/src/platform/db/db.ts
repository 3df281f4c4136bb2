import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../auth/actor.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { Lanes } from '../lanes.js';
import { Tx, type RunOptions } from './tx.js';

/** Opens transactions and hands out the manager for reads. */
@Injectable()
export class Db {
  private readonly lanes = new Lanes();

  constructor(
    @InjectDataSource() readonly source: DataSource,
    private readonly jobs: JobRegistry,
  ) {}

  /** For reads outside a transaction. */
  get em(): EntityManager {
    return this.source.manager;
  }

  /** One transaction: everything in `work` is written, or nothing. */
  async run<R>(actor: Actor, work: (tx: Tx) => Promise<R>, options: RunOptions = {}): Promise<R> {
    const transaction = () => this.source.transaction((em) => Tx.whole((lastSteps) => work(new Tx(em, actor, this.jobs, options, lastSteps))));
    try {
      return await (options.lane ? this.lanes.through(options.lane, transaction) : transaction());
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** One transaction in which several people act at several times and nothing is sent: for demo data, which has a past. */
  async replay<R>(work: (as: (actor: Actor, now: Date) => Tx) => Promise<R>): Promise<R> {
    return this.source.transaction(async (em) => {
      await em.query(`set local statement_timeout = '5min'`);
      return Tx.whole((lastSteps) => work((actor, now) => new Tx(em, actor, this.jobs, { now, silent: true }, lastSteps)));
    });
  }
}

/** A unique index is the last guard against a double; what it refuses is a refusal of the business, not a fault. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const driver: { code?: string; constraint?: string } = error.driverError;
  if (driver.code === '23505') return new DomainError('ALREADY_EXISTS', { constraint: driver.constraint ?? '' });
  if (driver.code === '23503') return new DomainError('HAS_DEPENDANTS', { constraint: driver.constraint ?? '' });
  return error;
}
