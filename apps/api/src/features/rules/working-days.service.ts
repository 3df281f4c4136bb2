import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { exceptionsOf, readHolidayCsv, setWorkingDayTable, type HolidayImport } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { WorkingDayYear } from './working-day-year.entity.js';

/** How long another process may count by the old table after an import. */
const reloadMs = 60_000;

/** Holiday tables: read by every process at its start and every minute, so that all counts of working days go by them. */
@Injectable()
export class WorkingDays implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(WorkingDays.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Db) {}

  async onModuleInit(): Promise<void> {
    await this.tryToReload();
    this.timer = setInterval(() => void this.tryToReload(), reloadMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The tables in use, the latest year first. */
  years(): Promise<WorkingDayYear[]> {
    return this.db.em.find(WorkingDayYear, { where: { replacedAt: IsNull() }, order: { year: 'DESC' } });
  }

  /** Reads the tables into this process. */
  async reload(): Promise<void> {
    setWorkingDayTable(exceptionsOf((await this.years()).flatMap((y) => y.days)));
  }

  /** An operator's table of a year; the one before it is kept as replaced. Dates that were set by it stay as they are. */
  async import(tx: Tx, input: HolidayImport): Promise<WorkingDayYear> {
    tx.demand('rule.edit');
    const { year, basis, certainty } = input;
    await tx.em.query('select pg_advisory_xact_lock(hashtext($1))', [`working_day_year ${year}`]);
    const before = await tx.em.findOneBy(WorkingDayYear, { year, replacedAt: IsNull() });
    if (before) {
      const row = await tx.lock(WorkingDayYear, { id: before.id }, 'rule.edit');
      row.replacedAt = tx.now;
      await tx.save(row);
    }
    const { days } = readHolidayCsv(input.csv, year);
    const row = await tx.insert(WorkingDayYear, { year, days, basis, certainty, replacedAt: null });
    await tx.record('rule.holidaysImported', row.id, { year, days: days.length });
    return row;
  }

  private async tryToReload(): Promise<void> {
    // A database that is away for a moment must not stop a process that has its table.
    await this.reload().catch((error: unknown) => this.log.warn(`holiday tables were not read: ${String(error)}`));
  }
}
