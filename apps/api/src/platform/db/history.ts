import type { EntityManager } from 'typeorm';
import { AuditEvent } from './audit-event.entity.js';

/** A record's audit trail, newest first. The caller has made sure that the reader is an insider of the record. */
export function historyOf(em: EntityManager, subjectId: string, take = 100): Promise<AuditEvent[]> {
  return em.find(AuditEvent, { where: { subjectId }, order: { at: 'DESC', id: 'DESC' }, take });
}
