import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { OrganisationKind, OrganisationStatus } from '@jihui/domain';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Region } from './region.entity.js';

@ObjectType()
@Entity('organisation')
export class Organisation extends Versioned {
  @Field(() => gqlEnum(OrganisationKind))
  @Column('text')
  kind!: OrganisationKind;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** 统一社会信用代码 */
  @Field(() => String)
  @Index({ unique: true })
  @Column('text')
  uscc!: string;

  @Field(() => String)
  @Index()
  @Column('text')
  @ForeignKey(() => Region, 'code')
  regionCode!: string;

  @Field(() => gqlEnum(OrganisationStatus))
  @Column('text')
  status!: OrganisationStatus;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  intro!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  rejectionReason!: string | null;

  /** When it signed up or asked again; from then on its branch has its working days. */
  @Field(() => DateTime, { nullable: true, middleware: [restricted] })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** 重点学科, of a university. */
  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  disciplines!: string[];

  /** The branch whose operators verify it and examine what it submits: the nearest one up the region tree. */
  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  branchId!: string | null;

  /** Of a branch: the letters in its registration numbers. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true, unique: true })
  branchCode!: string | null;

  @Field(() => Boolean)
  @Column('boolean', { default: false })
  isDemo!: boolean;
}

nameAuditSubjects(['organisation'], { table: 'organisation', column: 'name' });

const ofBranch = (actor: Actor, o: Organisation) => actor.organisationKind === 'MARKET_OPERATOR' && o.branchId === actor.organisationId;

defineAccess(Organisation, {
  // Verified organisations are public; an unverified one is seen by itself and by its branch.
  visibleTo: (alias, actor) => ({
    sql: `${alias}.status = 'VERIFIED' or ${alias}.id = :actorOrg or (${alias}.branchId = :actorOrg and :actorIsBranch)`,
    params: { actorOrg: actor.organisationId, actorIsBranch: actor.organisationKind === 'MARKET_OPERATOR' },
  }),
  rowRules: {
    'organisation.verify': ofBranch,
    'organisation.edit': (actor, o) => o.id === actor.organisationId,
    'member.invite': (actor, o) => o.id === actor.organisationId || hasRole(actor, 'SYSTEM_ADMIN'),
  },
  isInsider: (actor, o) => o.id === actor.organisationId || ofBranch(actor, o),
});
