import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DisclosureEnding, disclosureLimits, DomainError, guessAchievement, plainText, type Guesses } from '@jihui/domain';
import { standingWords } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { DocumentReader, type ReadDocument } from './document-reader.js';

/** 披露: what an inventor hands in becomes text, and the text becomes guesses. Nothing is kept here: what is confirmed goes into a draft. */
@Injectable()
export class Disclosures {
  constructor(
    private readonly db: Db,
    private readonly files: FilesService,
    private readonly reader: DocumentReader,
  ) {}

  /** The text of a file that the actor has uploaded. */
  async read(actor: Actor, fileId: string): Promise<ReadDocument> {
    const file = await this.db.run(actor, (tx) => {
      tx.demand('achievement.write');
      return tx.see(StoredFile, fileId);
    });
    const ending = DisclosureEnding.safeParse(extname(file.name).slice(1).toLowerCase());
    if (!ending.success) throw new DomainError('FILE_TYPE', { name: file.name });
    if (file.size > disclosureLimits.bytes) throw new DomainError('FILE_TOO_LARGE', { megabytes: disclosureLimits.bytes / 1024 / 1024 });
    const found = await this.reader.read(ending.data, await buffer(await this.files.bytesOf(file)));
    return { ...found, text: plainText(found.text) };
  }

  /** What the fields of an achievement may be by this text. */
  guess(text: string): Guesses {
    const plain = plainText(text);
    return guessAchievement(plain, standingWords(plain));
  }
}
