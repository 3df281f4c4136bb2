import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { NdaStatus, TierSubject } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { partScope } from './tier-scopes.js';

/** 保密协议: one organisation for one part. The text is the one that its authorised person read and accepted; a trigger keeps it unchanged. */
@ObjectType()
@Entity('nda')
@Index(['partId', 'readerId', 'acceptedAt'])
@Index(['readerId', 'status'])
@Index(['ownerId', 'status'])
// One that waits or is active per part and reader.
@Index('nda_one_live', { synchronize: false })
export class Nda extends Versioned {
  @Column('uuid')
  partId!: string;

  @Field(() => gqlEnum(TierSubject))
  @Column('text')
  subjectKind!: TierSubject;

  @Field(() => ID)
  @Column('uuid')
  subjectId!: string;

  /** Private: an anonymous owner is named by a resolver once the agreement is in force. */
  @Column('uuid')
  ownerId!: string;

  @Column('boolean', { default: false })
  isOwnerHidden!: boolean;

  @Field(() => ID)
  @Column('uuid')
  readerId!: string;

  @Field(() => gqlEnum(NdaStatus))
  @Column('text')
  status!: NdaStatus;

  /** As the item was called then. */
  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  purpose!: string;

  @Field(() => Int)
  @Column('int')
  templateVersion!: number;

  @Field(() => String)
  @Column('text')
  text!: string;

  /** SHA-256 over the UTF-8 of the text, in hexadecimal. */
  @Field(() => String)
  @Column('text')
  sha256!: string;

  @Column('int')
  accessMonths!: number;

  @Column('int')
  termYears!: number;

  @Column('uuid')
  acceptedBy!: string;

  @Field(() => String)
  @Column('text')
  acceptedByName!: string;

  @Field(() => DateTime)
  @Column('timestamptz')
  acceptedAt!: Date;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answeredByName!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** The last day on which it opens. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  openUntil!: string | null;

  /** The last day on which it binds. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  bindsUntil!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;
}

nameAuditSubjects(['nda'], { table: 'nda', column: 'title' });

defineAccess(Nda, {
  visibleTo: (alias, actor) => {
    const own = partScope(`${alias}.subjectKind`, `${alias}.subjectId`, `${alias}.ownerId`, actor);
    return { sql: `${alias}.readerId = :tierOrg or ${own.sql}`, params: own.params };
  },
  rowRules: {
    'nda.accept': (actor, nda) => nda.readerId === actor.organisationId,
    'nda.answer': (actor, nda) => nda.ownerId === actor.organisationId,
  },
});
