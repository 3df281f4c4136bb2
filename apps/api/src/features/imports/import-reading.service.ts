import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { DomainError, sameTitleKey, shanghaiDay, UnreadableReason } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { readFile, type ReadFile } from './file-reading.js';
import { Import } from './import.entity.js';
import { checkRows, type Checking, type RowCheck } from './row-checking.js';
import { countChecks, rawRows, storeChecks, storeRows } from './row-store.js';

/** The dry run: what a file holds and what is wrong with it. Nothing is made yet. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly db: Db,
    private readonly files: FilesService,
  ) {}

  /** Reads the file of a new import and checks every row. */
  @OnEvent('import.created')
  async read({ id }: JobPayload): Promise<void> {
    const record = await this.db.em.findOneBy(Import, { id, status: 'READING' });
    if (!record) return;
    const read = await this.open(record).catch(asFailure);
    if ('failure' in read) return this.fail(id, read.failure, read.params);
    const checks = await checkRows(await this.checkingOf(record, read.columns), read.rows);
    await this.finish(id, async (tx, row) => {
      Object.assign(row, { source: read.source, columns: read.columns });
      await storeRows(tx.em, id, read.rows, checks);
      return checks;
    });
  }

  /** Checks the rows again after a person has said what the columns hold. */
  @OnEvent('import.mapped')
  async recheck({ id }: JobPayload): Promise<void> {
    const record = await this.db.em.findOneBy(Import, { id, status: 'READING' });
    if (!record?.source) return;
    const rows = await rawRows(this.db.em, id);
    const checks = await checkRows(await this.checkingOf(record, record.columns), rows);
    await this.finish(id, async (tx) => {
      await storeChecks(tx.em, id, checks);
      return checks;
    });
  }

  private async open(record: Import): Promise<ReadFile> {
    const file = await this.db.em.findOneByOrFail(StoredFile, { id: record.fileId });
    const bytes = await this.files.bytesOf(file).then(buffer);
    return readFile(record.kind, file.name, bytes);
  }

  private async finish(id: string, store: (tx: Tx, row: Import) => Promise<RowCheck[]>): Promise<void> {
    await this.db.run(system, async (tx) => {
      const row = await tx.lock(Import, { id }, 'import.run');
      if (row.status !== 'READING') return;
      countChecks(row, await store(tx, row));
      row.status = 'CHECKED';
      await tx.save(row);
    });
  }

  private async fail(id: string, failure: UnreadableReason, failureParams: Record<string, string | number>): Promise<void> {
    await this.db.run(system, async (tx) => {
      const row = await tx.lock(Import, { id }, 'import.run');
      if (row.status !== 'READING') return;
      await tx.save(Object.assign(row, { status: 'FAILED', failure, failureParams, finishedAt: tx.now }));
    });
  }

  private async checkingOf(record: Import, columns: Import['columns']): Promise<Checking> {
    const { em } = this.db;
    const { uscc, name } = await em.findOneByOrFail(Organisation, { id: record.organisationId });
    // What was taken back may come again.
    const where = { organisationId: record.organisationId, status: Not<'WITHDRAWN'>('WITHDRAWN') };
    const select = { id: true, title: true } as const;
    const titles =
      record.kind === 'ACHIEVEMENTS' ? await em.find(Achievement, { select, where }) : await em.find(Demand, { select, where });
    return {
      kind: record.kind,
      columns,
      own: { uscc, name, today: shanghaiDay(new Date()) },
      ownedTitles: new Set(titles.map((t) => sameTitleKey(t.title))),
    };
  }
}

type Failure = { failure: UnreadableReason; params: Record<string, string | number> };

/** A file that cannot be read is an answer; anything else is a fault and the job is tried again. */
function asFailure(error: unknown): Failure {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (missing) return { failure: 'LOST', params: {} };
  if (!(error instanceof DomainError) || error.code !== 'FILE_UNREADABLE') throw error;
  const { reason, ...rest } = error.params;
  const params = Object.fromEntries(
    Object.entries(rest).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'number' || typeof entry[1] === 'string',
    ),
  );
  return { failure: UnreadableReason.parse(reason), params };
}
