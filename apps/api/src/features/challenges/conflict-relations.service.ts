import { Injectable } from '@nestjs/common';
import { DomainError, type ConflictNodeKind, type ConflictRelationInput } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { endsOf, namedNode } from './challenge-experts.service.js';
import { ConflictRelationRow } from './conflict-relation.entity.js';

/** The relations that a branch records: its conflict checks stand on them. */
@Injectable()
export class ConflictRelations {
  async add(tx: Tx, input: ConflictRelationInput): Promise<ConflictRelationRow> {
    tx.demand('relation.write');
    const { relation, from, to, since, until, source } = input;
    const [fromKind, toKind] = endsOf(relation);
    const row = await tx.insert(ConflictRelationRow, {
      branchId: tx.actor.organisationId ?? '',
      relation,
      fromId: await nodeOf(tx, fromKind, from),
      fromName: from.name,
      toId: await nodeOf(tx, toKind, to),
      toName: to.name,
      since: since ?? null,
      until: until ?? null,
      source,
      dropped: false,
    });
    return record(tx, 'conflictRelation.added', row);
  }

  async drop(tx: Tx, ref: Ref): Promise<ConflictRelationRow> {
    const row = await tx.lock(ConflictRelationRow, ref, 'relation.write');
    await tx.save(Object.assign(row, { dropped: true }));
    return record(tx, 'conflictRelation.dropped', row);
  }
}

/** Who took a relation out may have let a reviewer in. */
async function record(tx: Tx, event: 'conflictRelation.added' | 'conflictRelation.dropped', row: ConflictRelationRow): Promise<ConflictRelationRow> {
  await tx.record(event, row.id, { name: `${row.fromName} → ${row.toName}`, relation: row.relation });
  return row;
}

/** A registered organisation or account is known by its id, everybody else by his name. */
async function nodeOf(tx: Tx, kind: ConflictNodeKind, { id, name }: ConflictRelationInput['from']): Promise<string> {
  if (kind === 'ORGANISATION') {
    const found = await tx.em.findOneBy(Organisation, id ? { id } : { name });
    if (id && !found) throw new DomainError('NOT_FOUND');
    return found?.id ?? namedNode(name);
  }
  if (!id) return namedNode(name);
  const [person]: { id: string }[] = await tx.em.query(`select id from app_user where id = $1 and 'EXPERT' = any(roles)`, [id]);
  if (!person) throw new DomainError('NOT_FOUND');
  return person.id;
}
