import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DomainError, markableMegabytes, markableTypes, tierDefaults, tierFileLimit, type TierEdit, type TierSubject } from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { ConfidentialPart, partFiles } from './confidential-part.entity.js';
import { TierSubjects, type Subject } from './tier-subjects.service.js';

/** The confidential part in its owner's hands: text, terms, files. */
@Injectable()
export class TierWriting {
  constructor(
    private readonly subjects: TierSubjects,
    private readonly files: FilesService,
  ) {}

  /** Saves the terms, and the text where no other form holds it. New terms are for new agreements. */
  async save(tx: Tx, input: TierEdit): Promise<ConfidentialPart> {
    const subject = await this.own(tx, input.subjectKind, input.subjectId);
    const part = await this.lockOwn(tx, subject);
    if (part.version !== Math.max(1, input.version)) throw new DomainError('STALE');
    const { approvalRequired, accessMonths, termYears } = input;
    const fields = applyChanges(part, {
      text: subject.kind === 'ACHIEVEMENT' ? null : input.text || null,
      // An unnamed owner decides itself who learns its name.
      approvalRequired: approvalRequired || subject.isOwnerHidden,
      accessMonths,
      termYears,
    });
    if (!fields.length) return part;
    await tx.save(part);
    await recordEdit(tx, 'tier.edited', part.id, fields);
    return part;
  }

  /** Takes an uploaded file into the second tier: only what can carry a visible mark, and can be read to do so. */
  async addFile(tx: Tx, kind: TierSubject, id: string, fileId: string): Promise<ConfidentialPart> {
    const subject = await this.own(tx, kind, id);
    const part = await this.lockOwn(tx, subject);
    const held = await tx.em.countBy(StoredFile, { subjectKind: partFiles, subjectId: part.id });
    if (held >= tierFileLimit)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'fileId', code: 'too_big.array', params: { maximum: tierFileLimit } }] });
    const file = await this.files.attach(tx, fileId, partFiles, part.id);
    const isFit = markableTypes.includes(file.mime) && file.size <= markableMegabytes * 1024 * 1024;
    const { isStampable } = await import('./watermark.js');
    if (!isFit || !(await isStampable(await buffer(await this.files.bytesOf(file)), file.mime)))
      throw new DomainError('FILE_NOT_MARKABLE', { megabytes: markableMegabytes });
    await tx.record('tier.fileAdded', part.id, { name: file.name });
    return part;
  }

  /** Gives a file up: without a subject it is forgotten within a day. */
  async removeFile(tx: Tx, fileId: string): Promise<ConfidentialPart> {
    tx.demand('tier.write');
    const file = await tx.see(StoredFile, fileId);
    if (file.subjectKind !== partFiles || !file.subjectId) throw new DomainError('NOT_FOUND');
    const part = await tx.lock(ConfidentialPart, { id: file.subjectId }, 'tier.write');
    await tx.save(Object.assign(file, { subjectKind: null, subjectId: null }));
    await tx.record('tier.fileRemoved', part.id, { name: file.name });
    return part;
  }

  /** The part of that owner, made where there is none yet; locked, so that two who come first make one. */
  async ensure(tx: Tx, subject: Subject, organisationId: string): Promise<ConfidentialPart> {
    await tx.em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`confidentialPart ${subject.id} ${organisationId}`]);
    const key = { subjectKind: subject.kind, subjectId: subject.id, organisationId };
    return (await tx.em.findOneBy(ConfidentialPart, key)) ?? tx.insert(ConfidentialPart, { ...key, ...tierDefaults, text: null });
  }

  private async own(tx: Tx, kind: TierSubject, id: string): Promise<Subject> {
    tx.demand('tier.write');
    const subject = await this.subjects.find(tx.em, tx.actor, kind, id);
    if (!subject.isInsider) throw new DomainError('FORBIDDEN');
    return subject;
  }

  private async lockOwn(tx: Tx, subject: Subject): Promise<ConfidentialPart> {
    const part = await this.ensure(tx, subject, tx.actor.organisationId ?? '');
    return tx.lock(ConfidentialPart, { id: part.id }, 'tier.write');
  }
}
