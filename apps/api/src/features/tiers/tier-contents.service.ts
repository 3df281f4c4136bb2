import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tierDefaults } from '@jihui/domain';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { ConfidentialPart, partFiles } from './confidential-part.entity.js';
import type { Subject } from './tier-subjects.service.js';

export type TierTerms = Pick<ConfidentialPart, 'organisationId' | 'approvalRequired' | 'accessMonths' | 'termYears'>;
export type TierContent = { text: string | null; files: StoredFile[]; isThere: boolean };

/** What a part holds. Not for readers: who asks has made sure that he may. */
@Injectable()
export class TierContents {
  /** The saved part of that owner, if any. */
  part(em: EntityManager, subject: Subject, organisationId: string): Promise<ConfidentialPart | null> {
    return em.findOneBy(ConfidentialPart, { subjectKind: subject.kind, subjectId: subject.id, organisationId });
  }

  /** Its terms; the market's own while its owner has saved none. */
  async terms(em: EntityManager, subject: Subject, organisationId: string): Promise<TierTerms> {
    return (await this.part(em, subject, organisationId)) ?? { organisationId, ...tierDefaults };
  }

  async of(em: EntityManager, subject: Subject, part: ConfidentialPart | null): Promise<TierContent> {
    const text = subject.ownText ?? part?.text ?? null;
    const files = part
      ? await em.find(StoredFile, { where: { subjectKind: partFiles, subjectId: part.id }, order: { updatedAt: 'ASC', id: 'ASC' } })
      : [];
    return { text, files, isThere: text !== null || files.length > 0 };
  }
}
