import { Injectable } from '@nestjs/common';
import { DomainError, negotiationMachine, next, paperKey } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { NegotiationMessage } from './negotiation-message.entity.js';
import { Negotiation } from './negotiation.entity.js';

/** What people do in a room besides the term sheet. */
@Injectable()
export class NegotiationRoom {
  constructor(private readonly files: FilesService) {}

  async write(tx: Tx, negotiationId: string, text: string): Promise<NegotiationMessage> {
    const talk = await this.openRoom(tx, negotiationId);
    const { userId, organisationId, name } = tx.actor;
    const message = await tx.insert(NegotiationMessage, {
      negotiationId: talk.id,
      authorId: userId,
      authorName: name,
      organisationId,
      text,
    });
    await tx.record('negotiation.messageWritten', talk.id, {});
    return message;
  }

  /** From then on everybody in the room reads the file, and nobody else. The same name again is the paper's next version; the earlier ones stay. */
  async addFile(tx: Tx, negotiationId: string, fileId: string): Promise<StoredFile> {
    const talk = await this.openRoom(tx, negotiationId);
    const file = await this.files.attach(tx, fileId, 'negotiation', talk.id);
    const files = await tx.em.findBy(StoredFile, { subjectKind: 'negotiation', subjectId: talk.id });
    const version = files.filter((f) => paperKey(f.name) === paperKey(file.name)).length;
    await tx.record('negotiation.fileAdded', talk.id, { name: file.name, version });
    return file;
  }

  /** Either side may end the talk; what was said stays readable. */
  async close(tx: Tx, ref: Ref): Promise<Negotiation> {
    const talk = await tx.lock(Negotiation, ref, 'termSheet.write');
    talk.status = next(negotiationMachine, talk.status, 'close');
    await tx.save(talk);
    await tx.record('negotiation.closed', talk.id, {});
    return talk;
  }

  private async openRoom(tx: Tx, id: string): Promise<Negotiation> {
    const talk = await tx.lock(Negotiation, { id }, 'negotiation.write');
    if (talk.status === 'CLOSED') throw new DomainError('ILLEGAL_TRANSITION', { machine: negotiationMachine.name, state: talk.status });
    return talk;
  }
}
