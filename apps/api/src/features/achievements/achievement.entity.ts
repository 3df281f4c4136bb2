import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { AchievementStatus, IndustryChain, IpKind, IpStatus, PriceMode, TechField, TransferMode } from '@jihui/domain';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime, FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class IpRight {
  @Field(() => gqlEnum(IpKind))
  kind!: IpKind;

  @Field(() => String, { nullable: true })
  number!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => gqlEnum(IpStatus))
  status!: 'GRANTED' | 'PENDING';

  /** 申请日; rights that were written before it was asked for have none. */
  @Field(() => String, { nullable: true })
  filedOn?: string | null | undefined;
}

@ObjectType()
export class TeamMember {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;
}

/** 科技成果 of a university or institute. 待转化 is computed from its contracts, never stored. */
@ObjectType()
@Entity('achievement')
@Index('achievement_same_title', { synchronize: false })
@Index(['status', 'publishedAt'])
@Index(['organisationId', 'updatedAt'])
export class Achievement extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Field(() => gqlEnum(AchievementStatus))
  @Column('text')
  status!: AchievementStatus;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  summary!: string;

  /** What it does better than what there is. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  advantages!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  trlEvidence!: string | null;

  /** What the buyer gets. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  deliverables!: string | null;

  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  keywords!: string[];

  @Field(() => gqlEnum(TechField), { nullable: true })
  @Column('text', { nullable: true })
  techField!: TechField | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  discipline!: string | null;

  @Field(() => gqlEnum(IndustryChain), { nullable: true })
  @Column('text', { nullable: true })
  chain!: IndustryChain | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  trl!: number | null;

  @Field(() => [IpRight])
  @Column('jsonb', { default: [] })
  ipRights!: IpRight[];

  @Field(() => [gqlEnum(TransferMode)])
  @Column('text', { array: true, default: '{}' })
  transferModes!: TransferMode[];

  @Field(() => gqlEnum(PriceMode))
  @Column('text', { default: 'NEGOTIABLE' })
  priceMode!: PriceMode;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  priceMin!: string | null;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  priceMax!: string | null;

  @Field(() => [TeamMember])
  @Column('jsonb', { default: [] })
  team!: TeamMember[];

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  contactName!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  contactPhone!: string | null;

  /** 保密部分: only insiders read it; who else may is decided in talks. */
  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  ndaSummary!: string | null;

  @Field(() => String)
  @Column('text')
  regionCode!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  returnReason!: string | null;

  /** When it last went to the TTO. */
  @Field(() => DateTime, { nullable: true, middleware: [restricted] })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  /** When the owner last said that all of it still holds. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The import that made it, so that an import can be undone. */
  @Index()
  @Column('uuid', { nullable: true })
  importId!: string | null;
}

/** Its author, and the TTO of the unit: another inventor of the same unit reads what everybody reads. */
const isInsider = (actor: Actor, a: Achievement): boolean =>
  a.organisationId === actor.organisationId && (hasRole(actor, 'UNIT_TTO') || (a.createdBy !== null && a.createdBy === actor.userId));

defineAccess(Achievement, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.status = 'PUBLISHED' or (${alias}.organisationId = :actorOrg and (:actorIsTto or ${alias}.createdBy = :actorUser))`,
    params: { actorOrg: actor.organisationId, actorIsTto: hasRole(actor, 'UNIT_TTO'), actorUser: actor.userId },
  }),
  rowRules: { 'achievement.write': isInsider, 'achievement.release': (actor, a) => a.organisationId === actor.organisationId },
  isInsider,
});
