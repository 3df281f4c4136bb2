import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, type TierSubject } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';

/** What a confidential part belongs to, as far as its tier is concerned. */
export type Subject = {
  kind: TierSubject;
  id: string;
  title: string;
  /** Who may have a part: the item's owner, or both sides of a room. */
  ownerIds: string[];
  /** Published, or a room that is open: else the second tier is closed. */
  isOpen: boolean;
  /** Whether the reader may write the part of his own organisation. */
  isInsider: boolean;
  isOwnerHidden: boolean;
  /** The text that its own form writes. */
  ownText: string | null;
};

/** Finds the subject of a part as the reader may see it; what he may not see is NOT_FOUND. */
@Injectable()
export class TierSubjects {
  async find(em: EntityManager, actor: Actor, kind: TierSubject, id: string): Promise<Subject> {
    const subject = await this.load(em, actor, kind, id);
    if (!subject) throw new DomainError('NOT_FOUND');
    return { kind, id, ...subject };
  }

  private async load(em: EntityManager, actor: Actor, kind: TierSubject, id: string): Promise<Omit<Subject, 'kind' | 'id'> | null> {
    if (kind === 'ACHIEVEMENT') {
      const row = await visible(em.createQueryBuilder(Achievement, 's').where('s.id = :id', { id }), Achievement, actor).getOne();
      if (!row) return null;
      return {
        title: row.title,
        ownerIds: [row.organisationId],
        isOpen: row.status === 'PUBLISHED',
        isInsider: accessOf(Achievement).isInsider?.(actor, row) ?? false,
        isOwnerHidden: false,
        ownText: row.ndaSummary,
      };
    }
    if (kind === 'DEMAND') {
      const row = await visible(em.createQueryBuilder(Demand, 's').where('s.id = :id', { id }), Demand, actor).getOne();
      if (!row) return null;
      return {
        title: row.title,
        ownerIds: [row.organisationId],
        isOpen: row.status === 'PUBLISHED',
        // The branch's operators read a demand's contact, not its second tier.
        isInsider: row.organisationId === actor.organisationId,
        isOwnerHidden: row.anonymous,
        ownText: null,
      };
    }
    const row = await visible(em.createQueryBuilder(Negotiation, 's').where('s.id = :id', { id }), Negotiation, actor).getOne();
    if (!row) return null;
    return {
      title: row.title,
      ownerIds: [row.supplierId, row.demanderId],
      isOpen: row.status !== 'CLOSED',
      isInsider: actor.organisationId === row.supplierId || actor.organisationId === row.demanderId,
      isOwnerHidden: false,
      ownText: null,
    };
  }
}

/** The owner that is meant: the only one, or the one that is named. */
export function ownerOf(subject: Subject, ownerId: string | null | undefined): string {
  const [only, ...others] = subject.ownerIds;
  const found = others.length ? subject.ownerIds.find((id) => id === ownerId) : only;
  if (!found) throw new DomainError('NOT_FOUND');
  return found;
}
