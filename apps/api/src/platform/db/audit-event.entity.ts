import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EventName } from '@jihui/domain';
import { hasRole } from '../auth/actor.js';
import { DateTime, Json } from '../graphql/scalars.js';
import { defineAccess, everything, nothing } from './access.js';

/** One line of the audit trail: append-only by trigger. The actor's name and organisation are kept as they were. */
@ObjectType()
@Entity('audit_event')
@Index(['subjectId', 'at'])
@Index(['organisationId', 'at'])
@Index(['event', 'at'])
export class AuditEvent {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Field(() => DateTime)
  @Column('timestamptz')
  at!: Date;

  @Field(() => String)
  @Column('text')
  event!: EventName;

  @Field(() => ID)
  @Column('uuid')
  subjectId!: string;

  @Column('uuid', { nullable: true })
  userId!: string | null;

  @Field(() => String)
  @Column('text')
  actorName!: string;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => String)
  @Column('text')
  organisationName!: string;

  @Field(() => Json)
  @Column('jsonb')
  data!: Record<string, unknown>;
}

defineAccess(AuditEvent, {
  // The auditor reads all; a branch's administrator what was done in his branch. Everybody else reads the history of records that he sees.
  visibleTo: (alias, actor) => {
    if (hasRole(actor, 'AUDITOR')) return everything;
    return hasRole(actor, 'BRANCH_ADMIN')
      ? { sql: `${alias}.organisationId = :actorOrg`, params: { actorOrg: actor.organisationId } }
      : nothing;
  },
});
