import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { TierSubject } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 请授权人接受: a member who may not bind the organisation asks those who may to accept an agreement. It stays inside the organisation. */
@ObjectType()
@Entity('nda_wish')
@Index(['organisationId', 'closedAt'])
// One that is open per part and organisation.
@Index('nda_wish_one_open', { synchronize: false })
export class NdaWish extends Versioned {
  @Field(() => gqlEnum(TierSubject))
  @Column('text')
  subjectKind!: TierSubject;

  @Field(() => ID)
  @Column('uuid')
  subjectId!: string;

  /** Private: an anonymous demand has an owner too. */
  @Column('uuid')
  ownerId!: string;

  /** Whose member asks. */
  @Column('uuid')
  organisationId!: string;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  purpose!: string;

  @Column('uuid')
  askedBy!: string;

  @Field(() => String)
  @Column('text')
  askedByName!: string;

  /** When somebody accepted, or said no. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}

nameAuditSubjects(['ndaWish'], { table: 'nda_wish', column: 'title' });

defineAccess(NdaWish, {
  visibleTo: (alias, actor) => ({ sql: `${alias}.organisationId = :wishOrg`, params: { wishOrg: actor.organisationId } }),
  rowRules: { 'nda.accept': (actor, wish) => wish.organisationId === actor.organisationId },
});
