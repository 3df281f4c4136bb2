import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { DomainError } from '@jihui/domain';
import { system, type Actor } from '../auth/actor.js';
import { visible } from '../db/access.js';
import { Db } from '../db/db.js';
import type { Tx } from '../db/tx.js';
import { Cron } from '../jobs/job-registry.js';
import { sha256OfFile } from '../sha256.js';
import { FileStore } from './file-store.js';
import { StoredFile } from './stored-file.entity.js';

export type Upload = { path: string; name: string; size: number };
type Kept = Pick<StoredFile, 'name' | 'size' | 'mime' | 'sha256'>;
export const maxUploadBytes = 50 * 1024 * 1024;

const ooxml = 'application/vnd.openxmlformats-officedocument.';
/** What may be uploaded, by ending; the bytes must agree. null: plain text, which has no magic bytes. */
const kinds: Record<string, readonly (string | null)[]> = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  docx: [`${ooxml}wordprocessingml.document`, 'application/zip'],
  // A streamed workbook is sniffed as a plain zip.
  xlsx: [`${ooxml}spreadsheetml.sheet`, 'application/zip'],
  pptx: [`${ooxml}presentationml.presentation`, 'application/zip'],
  zip: ['application/zip'],
  csv: [null],
  txt: [null],
};
const textMime: Record<string, string> = { csv: 'text/csv', txt: 'text/plain' };

@Injectable()
export class FilesService {
  constructor(
    private readonly db: Db,
    private readonly store: FileStore,
  ) {}

  /** Keeps an uploaded file for its uploader until a record takes it. */
  async upload(actor: Actor, upload: Upload): Promise<StoredFile> {
    try {
      if (!actor.userId || !actor.organisationId) throw new DomainError('NOT_SIGNED_IN');
      const kept = await this.keep(upload);
      return await this.db.run(actor, (tx) => this.note(tx, kept));
    } finally {
      await rm(upload.path, { force: true });
    }
  }

  /** The same in the caller's transaction: for who loads files with their records. */
  async uploadIn(tx: Tx, upload: Upload): Promise<StoredFile> {
    return this.note(tx, await this.keep(upload));
  }

  private async keep(upload: Upload): Promise<Kept> {
    const { name, size } = upload;
    if (size > maxUploadBytes) throw new DomainError('FILE_TOO_LARGE', { megabytes: maxUploadBytes / 1024 / 1024 });
    const mime = await mimeOf(upload);
    const sha256 = await sha256OfFile(upload.path);
    await this.store.keep(sha256, upload.path);
    return { name, size, mime, sha256 };
  }

  private async note(tx: Tx, kept: Kept): Promise<StoredFile> {
    const { userId, organisationId } = tx.actor;
    if (!userId || !organisationId) throw new DomainError('NOT_SIGNED_IN');
    const file = await tx.insert(StoredFile, { ...kept, organisationId, uploadedBy: userId, subjectKind: null, subjectId: null });
    await tx.record('file.uploaded', file.id, { name: kept.name });
    return file;
  }

  /** Gives an uploaded file to a record; from then on the record decides who reads it. */
  async attach(tx: Tx, fileId: string, subjectKind: string, subjectId: string): Promise<StoredFile> {
    const file = await tx.lock(StoredFile, { id: fileId }, 'file.upload');
    return tx.save(Object.assign(file, { subjectKind, subjectId }));
  }

  /** The file's record and bytes, if its subject lets the actor read them; the reading is recorded. */
  async read(actor: Actor, id: string): Promise<{ file: StoredFile; bytes: Readable }> {
    const file = await visible(this.db.em.createQueryBuilder(StoredFile, 'f').where('f.id = :id', { id }), StoredFile, actor).getOne();
    if (!file) throw new DomainError('NOT_FOUND');
    const bytes = await this.store.open(file.sha256);
    await this.db.run(actor, (tx) => tx.record('file.read', file.id, { name: file.name }));
    return { file, bytes };
  }

  async bytesOf(file: StoredFile): Promise<Readable> {
    return this.store.open(file.sha256);
  }

  /** Uploads that no record took within a day are forgotten. */
  @Cron('20 19 * * *')
  async forgetUnattached(): Promise<void> {
    await this.db.run(system, async (tx) => {
      const files: StoredFile[] = await tx.em
        .createQueryBuilder(StoredFile, 'f')
        .where(`f.subjectId is null and f.createdAt < :before`, { before: new Date(tx.now.getTime() - 86_400_000) })
        .getMany();
      for (const file of files) {
        await tx.em.delete(StoredFile, { id: file.id });
        const shared = await tx.em.countBy(StoredFile, { sha256: file.sha256 });
        if (!shared) await this.store.remove(file.sha256);
      }
    });
  }
}

async function mimeOf({ path, name, size }: Upload): Promise<string> {
  if (size === 0) throw new DomainError('FILE_UNREADABLE', { reason: 'EMPTY' });
  const ending = name.toLowerCase().split('.').pop() ?? '';
  const allowed = kinds[ending];
  const sniffed = (await fileTypeFromFile(path))?.mime ?? null;
  // Office files of before 2007 and encrypted ones are compound files: worth a sentence of their own.
  if (sniffed === 'application/x-cfb') throw new DomainError('FILE_UNREADABLE', { reason: 'OLD_OR_PROTECTED' });
  if (!allowed) throw new DomainError('FILE_TYPE', { name });
  if (!allowed.includes(sniffed)) throw new DomainError('FILE_TYPE', { name });
  return allowed[0] ?? textMime[ending] ?? 'application/octet-stream';
}
