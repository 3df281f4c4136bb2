import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DomainError, maskName, shanghaiDay, tierStateOf, type TierOpeningKind, type TierRef } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { ConfidentialPart, partFiles } from './confidential-part.entity.js';
import { Nda } from './nda.entity.js';
import { TierContents } from './tier-contents.service.js';
import { TierOpening } from './tier-opening.entity.js';
import { readerOf } from './tier-reader.js';
import { ownerOf, TierSubjects, type Subject } from './tier-subjects.service.js';

/** Opens a second tier for a reader with an agreement. What is not on record has not been handed out: the opening is committed first. */
@Injectable()
export class TierReading {
  constructor(
    private readonly db: Db,
    private readonly files: FilesService,
    private readonly subjects: TierSubjects,
    private readonly contents: TierContents,
  ) {}

  /** The confidential text. */
  async openText(tx: Tx, ref: TierRef): Promise<string> {
    tx.demand('tier.open');
    const subject = await this.subjects.find(tx.em, tx.actor, ref.subjectKind, ref.subjectId);
    const part = await this.contents.part(tx.em, subject, ownerOf(subject, ref.ownerId));
    const { text } = await this.contents.of(tx.em, subject, part);
    if (text === null) throw new DomainError('NOT_FOUND');
    // Nobody has accepted anything for a part without terms.
    if (!part) throw new DomainError('NDA_NEEDED');
    await this.note(tx, subject, part, 'TEXT', null);
    return text;
  }

  /** A copy of a file with the reader's mark on every page; the original stays with its owner. */
  async openFile(actor: Actor, fileId: string): Promise<{ name: string; bytes: Uint8Array }> {
    const { file, opening } = await this.db.run(actor, async (tx) => {
      tx.demand('tier.open');
      const file = await tx.em.findOneBy(StoredFile, { id: fileId, subjectKind: partFiles });
      const part = file?.subjectId ? await tx.em.findOneBy(ConfidentialPart, { id: file.subjectId }) : null;
      if (!file || !part) throw new DomainError('NOT_FOUND');
      // Invisible subject: NOT_FOUND; visible, but without an agreement: NDA_NEEDED.
      const subject = await this.subjects.find(tx.em, tx.actor, part.subjectKind, part.subjectId);
      return { file, opening: await this.note(tx, subject, part, 'FILE', file.name) };
    });
    const original = await buffer(await this.files.bytesOf(file));
    const { stamp } = await import('./watermark.js');
    const bytes = await stamp(original, file.mime, {
      organisation: opening.readerName,
      person: opening.personName,
      at: opening.createdAt,
      code: opening.code,
    });
    return { name: file.name.replace(/\.(png|jpe?g)$/i, '.pdf'), bytes };
  }

  /** One line per opening, in the transaction that lets the reader in; the agreement is held so that ending it waits or comes first. */
  private async note(
    tx: Tx,
    subject: Subject,
    part: ConfidentialPart,
    what: TierOpeningKind,
    fileName: string | null,
  ): Promise<TierOpening> {
    const { userId, organisationId, organisationName, name } = tx.actor;
    const nda = await tx.em
      .createQueryBuilder(Nda, 'n')
      .where(`n.partId = :partId and n.readerId = :organisationId and n.status = 'ACTIVE'`, { partId: part.id, organisationId })
      .setLock('pessimistic_read')
      .getOne();
    const state = tierStateOf(readerOf(tx.actor, subject, part.organisationId), nda, subject.isOpen, shanghaiDay(tx.now));
    if (state !== 'OPEN' || !nda || !userId || !organisationId) throw new DomainError('NDA_NEEDED');
    const opening = await tx.insert(TierOpening, {
      partId: part.id,
      ndaId: nda.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      title: subject.title,
      ownerId: part.organisationId,
      readerId: organisationId,
      readerName: organisationName,
      userId,
      personName: maskName(name),
      what,
      fileName,
      code: randomBytes(4).toString('hex').toUpperCase(),
    });
    await tx.record('tier.opened', part.id, { what, name: fileName, ndaId: nda.id });
    return opening;
  }
}
