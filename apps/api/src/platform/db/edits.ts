import { isDeepStrictEqual } from 'node:util';
import type { ObjectLiteral } from 'typeorm';
import type { EventData, EventName } from '@jihui/domain';
import { AuditEvent } from './audit-event.entity.js';
import type { Tx } from './tx.js';

/** The events that say which fields were changed. */
type EditEvent = { [E in EventName]: EventData<E> extends { fields: string[] } ? E : never }[EventName];

/** One row of the audit trail covers what a person typed into the same fields during this time; autosave writes every few seconds. */
const sittingMs = 10 * 60_000;

/** Puts the values that differ into the row and names them; an unchanged row is not worth a new version. */
export function applyChanges<T extends ObjectLiteral>(row: T, values: Partial<T>): string[] {
  const changed = Object.keys(values).filter((field) => !isDeepStrictEqual(row[field], values[field]));
  for (const field of changed) Object.assign(row, { [field]: values[field] });
  return changed;
}

/** Records an edit of something unpublished, once per person, fields and sitting. */
export async function recordEdit(tx: Tx, event: EditEvent, subjectId: string, fields: string[]): Promise<void> {
  const last = await tx.em.findOne(AuditEvent, { where: { subjectId }, order: { at: 'DESC', id: 'DESC' } });
  const isSameSitting = last?.event === event && last.userId === tx.actor.userId && tx.now.getTime() - last.at.getTime() < sittingMs;
  const noted: unknown = last?.data['fields'];
  if (isSameSitting && Array.isArray(noted) && fields.every((f) => noted.includes(f))) return;
  await tx.record(event, subjectId, { fields });
}
