import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { TierOpeningKind, TierSubject } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { partScope } from './tier-scopes.js';

/** One opening of a confidential part: who, of which organisation, what, when. Written before anything is handed out, never changed. */
@ObjectType()
@Entity('tier_opening')
@Index(['subjectId', 'createdAt'])
@Index(['ownerId', 'createdAt'])
@Index(['readerId', 'createdAt'])
export class TierOpening extends Versioned {
  @Column('uuid')
  partId!: string;

  @Column('uuid')
  ndaId!: string;

  @Field(() => gqlEnum(TierSubject))
  @Column('text')
  subjectKind!: TierSubject;

  @Field(() => ID)
  @Column('uuid')
  subjectId!: string;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Column('uuid')
  ownerId!: string;

  @Column('uuid')
  readerId!: string;

  @Field(() => String)
  @Column('text')
  readerName!: string;

  @Column('uuid')
  userId!: string;

  /** Masked: whole names are for the agreement and the audit trail. */
  @Field(() => String)
  @Column('text')
  personName!: string;

  @Field(() => gqlEnum(TierOpeningKind))
  @Column('text')
  what!: TierOpeningKind;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  fileName!: string | null;

  /** Stands on the copy that was handed out. */
  @Field(() => String)
  @Column('text')
  code!: string;
}

defineAccess(TierOpening, {
  // The reader's organisation sees its own, which are its people's deeds.
  visibleTo: (alias, actor) => {
    const own = partScope(`${alias}.subjectKind`, `${alias}.subjectId`, `${alias}.ownerId`, actor);
    return { sql: `${alias}.readerId = :tierOrg or ${own.sql}`, params: own.params };
  },
});
