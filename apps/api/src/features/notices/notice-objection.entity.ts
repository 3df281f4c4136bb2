import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime } from '../../platform/graphql/scalars.js';

/** 异议 to a notice. Its text and the answer are public once it is answered; who objected stays with the branch, never with the parties. */
@ObjectType()
@Entity('notice_objection')
@Index(['noticeId', 'createdAt'])
export class NoticeObjection extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  noticeId!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  /** The number by which the objector follows his case. */
  @Field(() => String)
  @Column('text', { unique: true })
  receipt!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  contact!: string;

  @Field(() => String)
  @Column('text')
  text!: string;

  @Field(() => Boolean, { nullable: true })
  @Column('boolean', { nullable: true })
  upheld!: boolean | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

const ofBranch = (actor: Actor, o: NoticeObjection): boolean =>
  actor.organisationKind === 'MARKET_OPERATOR' && o.branchId !== null && o.branchId === actor.organisationId;

defineAccess(NoticeObjection, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.answeredAt is not null or ${alias}.branchId = :objectionOrg or (${alias}.organisationId = :objectionOrg and :objectionIsTto)`,
    params: { objectionOrg: actor.organisationId, objectionIsTto: hasRole(actor, 'UNIT_TTO') },
  }),
  rowRules: { 'notice.write': (actor, o) => o.organisationId === actor.organisationId },
  isInsider: ofBranch,
});
