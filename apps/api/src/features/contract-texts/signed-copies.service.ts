import { Injectable } from '@nestjs/common';
import { contractMachine, DomainError, next, type SignedCopyKind } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { hasConfirmed } from '../contracts/contract-access.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractTexts } from './contract-texts.service.js';
import { SignedCopy } from './signed-copy.entity.js';

const kinds: Record<SignedCopyKind, readonly string[]> = {
  SCAN: ['application/pdf', 'image/png', 'image/jpeg'],
  SEALED_PDF: ['application/pdf'],
};

/** Signed papers coming back. */
@Injectable()
export class SignedCopies {
  constructor(
    private readonly texts: ContractTexts,
    private readonly files: FilesService,
  ) {}

  /** Takes an uploaded copy over as a file of the contract and notes its checksum beside that of the confirmed text. Before both sides have confirmed it: NOT_CONFIRMED. */
  async add(tx: Tx, contractId: string, fileId: string, kind: SignedCopyKind): Promise<SignedCopy> {
    const contract = await tx.lock(TechnologyContract, { id: contractId }, 'contract.write');
    next(contractMachine, contract.status, 'edit');
    if (!hasConfirmed(contract, 'SELLER') || !hasConfirmed(contract, 'BUYER')) throw new DomainError('NOT_CONFIRMED');
    const file = await this.files.attach(tx, fileId, 'contract', contract.id);
    if (!kinds[kind].includes(file.mime)) throw new DomainError('FILE_TYPE', { name: file.name });
    const { sha256: textSha256 } = await this.texts.compose(tx.em, contract);
    const copy = await tx.insert(SignedCopy, {
      ...{ contractId, kind, fileId, textSha256, fileName: file.name, sha256: file.sha256 },
      revision: contract.revision,
      addedByName: tx.actor.name,
    });
    await tx.record('contract.signedCopyAdded', contract.id, { name: file.name, sha256: file.sha256, revision: contract.revision });
    return copy;
  }
}
