import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { PricingMode, PublicNoticeStatus, TransferMode } from '@jihui/domain';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 定价公示: what a state-founded owner wants to sell, to whom, how and for how much, open to objections. It stays public after its end. */
@ObjectType()
@Entity('public_notice')
@Index(['status', 'lastDay'])
@Index(['organisationId', 'updatedAt'])
export class PublicNotice extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  /** The branch whose operators may read who objected. */
  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  achievementId!: string | null;

  @Field(() => gqlEnum(PublicNoticeStatus))
  @Column('text')
  status!: PublicNoticeStatus;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  summary!: string;

  @Field(() => gqlEnum(PricingMode))
  @Column('text')
  pricingMode!: PricingMode;

  @Field(() => gqlEnum(TransferMode))
  @Column('text')
  transferMode!: TransferMode;

  @Field(() => FenScalar)
  @Column('bigint')
  price!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  buyer!: string | null;

  @Field(() => Boolean)
  @Column('boolean')
  relatedParty!: boolean;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  relatedNote!: string | null;

  @Field(() => String)
  @Column('text')
  objectionProcedure!: string;

  /** Calendar days. */
  @Field(() => Int)
  @Column('int')
  days!: number;

  /** How often the period has begun: 1 from the publication, one more after every edit of price, buyer or mode. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  round!: number;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  startedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  lastDay!: string | null;

  /** Since when the clock stands still for an objection. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  frozenOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  withdrawReason!: string | null;
}

const isOwner = (actor: Actor, n: { organisationId: string }): boolean =>
  n.organisationId === actor.organisationId && hasRole(actor, 'UNIT_TTO');

defineAccess(PublicNotice, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.status <> 'DRAFT' or (${alias}.organisationId = :noticeOrg and :noticeIsTto)`,
    params: { noticeOrg: actor.organisationId, noticeIsTto: hasRole(actor, 'UNIT_TTO') },
  }),
  rowRules: { 'notice.write': isOwner, 'notice.object': (actor, n) => n.organisationId !== actor.organisationId },
  isInsider: isOwner,
});
nameAuditSubjects(['notice'], { table: 'public_notice', column: 'name' });
