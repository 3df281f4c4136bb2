import { Injectable } from '@nestjs/common';
import {
  DomainError,
  importFields,
  importLimits,
  importMachine,
  next,
  supplierKinds,
  type ImportKind,
  type ImportMapping,
  type Permission,
} from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { endingOf } from './file-reading.js';
import { Import } from './import.entity.js';

const writes: Record<ImportKind, Permission> = { ACHIEVEMENTS: 'achievement.write', DEMANDS: 'demand.write' };

/** An import until it is run: the file is handed in, the columns are put right. */
@Injectable()
export class ImportPreparation {
  constructor(private readonly files: FilesService) {}

  /** Takes an uploaded file; the worker reads it. */
  async create(tx: Tx, kind: ImportKind, fileId: string): Promise<Import> {
    tx.demand('import.run');
    tx.demand(writes[kind]);
    const { actor } = tx;
    const owns =
      kind === 'ACHIEVEMENTS'
        ? actor.organisationKind !== null && supplierKinds.includes(actor.organisationKind)
        : actor.organisationKind === 'ENTERPRISE';
    if (!owns || !actor.organisationId || !actor.userId) throw new DomainError('FORBIDDEN');
    const file = await tx.see(StoredFile, fileId);
    endingOf(file.name);
    if (file.size > importLimits.fileBytes) throw new DomainError('FILE_TOO_LARGE', { megabytes: importLimits.fileBytes / 1024 / 1024 });
    const row = await tx.insert(Import, {
      organisationId: actor.organisationId,
      createdBy: actor.userId,
      actingUserId: actor.userId,
      kind,
      status: importMachine.initial,
      fileId,
      fileName: file.name,
      source: null,
      columns: [],
      ...untouched,
    });
    await this.files.attach(tx, fileId, 'import', row.id);
    await tx.record('import.created', row.id, { name: file.name });
    return row;
  }

  /** Says what the columns hold; the rows are checked again. */
  async mapColumns(tx: Tx, { id, version, columns }: ImportMapping): Promise<Import> {
    const row = await tx.lock(Import, { id, version }, 'import.run');
    row.status = next(importMachine, row.status, 'mapColumns');
    const known = new Map(importFields[row.kind].map((f) => [f.field, f.several ?? false]));
    const chosen = new Map(columns.map((c) => [c.index, c.field ?? null]));
    const used = new Set<string>();
    row.columns = row.columns.map((column) => {
      const field = chosen.has(column.index) ? (chosen.get(column.index) ?? null) : column.field;
      if (field === null) return { ...column, field };
      if (!known.has(field))
        throw new DomainError('INVALID_INPUT', { issues: [{ path: `columns.${column.index}`, code: 'invalid_value' }] });
      if (used.has(field) && !known.get(field))
        throw new DomainError('INVALID_INPUT', { issues: [{ path: `columns.${column.index}`, code: 'field_twice' }] });
      used.add(field);
      return { ...column, field, score: field === column.field ? column.score : 1 };
    });
    await tx.save(row);
    await tx.record('import.mapped', row.id, {});
    return row;
  }
}

const untouched = {
  rowsTotal: 0,
  rowsGood: 0,
  rowsWarned: 0,
  rowsDuplicate: 0,
  rowsPublishable: 0,
  rowsToDo: 0,
  rowsDone: 0,
  rowsCreated: 0,
  rowsPassedOn: 0,
  passesOn: false,
  skipsDuplicates: false,
  failure: null,
  failureParams: {},
  startedAt: null,
  finishedAt: null,
} as const;
