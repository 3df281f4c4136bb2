import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { pageOf, type Page, type PageInput } from '../graphql/paged.js';
import { visible } from './access.js';
import { AuditEvent } from './audit-event.entity.js';
import { Db } from './db.js';

export type AuditFilter = { subjectId?: string | null; organisationId?: string | null; event?: string | null };

/** Reads the audit trail: one record's history for those who see the record, and the whole for those who watch over it. */
@Injectable()
export class AuditTrail {
  constructor(private readonly db: Db) {}

  /** What happened to one record, newest first. The caller has made sure that the actor may see the record. */
  history(subjectId: string): Promise<AuditEvent[]> {
    return this.db.em.find(AuditEvent, { where: { subjectId }, order: { at: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** The trail as the actor may read it; `event` is a whole name or what stands before the dot. */
  list(actor: Actor, { subjectId, organisationId, event }: AuditFilter, page: PageInput): Promise<Page<AuditEvent>> {
    const query = this.db.em.createQueryBuilder(AuditEvent, 'e');
    if (subjectId) query.andWhere('e.subjectId = :subjectId', { subjectId });
    if (organisationId) query.andWhere('e.organisationId = :of', { of: organisationId });
    if (event) query.andWhere('(e.event = :event or starts_with(e.event, :group))', { event, group: `${event}.` });
    return pageOf(visible(query, AuditEvent, actor).orderBy('e.at', 'DESC').addOrderBy('e.id', 'DESC'), page);
  }
}
