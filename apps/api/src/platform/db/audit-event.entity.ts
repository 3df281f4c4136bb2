import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EventName } from '@jihui/domain';
import { DateTime, Json } from '../graphql/scalars.js';

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

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => String)
  @Column('text')
  organisationName!: string;

  @Field(() => Json)
  @Column('jsonb')
  data!: Record<string, unknown>;
}
