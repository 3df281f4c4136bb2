import { Injectable } from '@nestjs/common';
import { DomainError, next, contractMachine } from '@jihui/domain';
import type { Tx, Ref } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { TechnologyContract } from './technology-contract.entity.js';

/** Annexes of a contract, the signed scan above all. They are added and removed while the parties hold it; the confirmed text stays confirmed. */
@Injectable()
export class ContractFiles {
  constructor(private readonly files: FilesService) {}

  /** Takes an uploaded file over. */
  async attach(tx: Tx, contractId: string, fileId: string): Promise<TechnologyContract> {
    const row = await this.open(tx, { id: contractId });
    const file = await this.files.attach(tx, fileId, 'contract', row.id);
    await tx.record('contract.fileAdded', row.id, { name: file.name });
    return row;
  }

  /** Gives a file up: without a subject it is forgotten within a day. */
  async remove(tx: Tx, contractId: string, fileId: string): Promise<TechnologyContract> {
    const row = await this.open(tx, { id: contractId });
    const file = await tx.em.findOneBy(StoredFile, { id: fileId, subjectKind: 'contract', subjectId: row.id });
    if (!file) throw new DomainError('NOT_FOUND');
    await tx.save(Object.assign(file, { subjectKind: null, subjectId: null }));
    await tx.record('contract.fileRemoved', row.id, { name: file.name });
    return row;
  }

  private async open(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.write');
    next(contractMachine, row.status, 'edit');
    return row;
  }
}
