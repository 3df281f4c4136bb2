import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { DemandStatus, IndicatorOp, IndustryChain, TechField } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime, FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class Indicator {
  @Field(() => String)
  name!: string;

  @Field(() => gqlEnum(IndicatorOp))
  op!: IndicatorOp;

  @Field(() => String)
  value!: string;

  @Field(() => String, { nullable: true })
  unit!: string | null;
}

/** 技术需求 of an enterprise. Its owner may stay unnamed: then only insiders and the operators of its branch learn who it is. */
@ObjectType()
@Entity('demand')
@Index('demand_same_title', { synchronize: false })
@Index(['status', 'publishedAt'])
@Index(['organisationId', 'updatedAt'])
@Index(['branchId', 'status', 'submittedAt'])
export class Demand extends Versioned {
  @Field(() => ID, { nullable: true, middleware: [restricted] })
  @Column('uuid')
  organisationId!: string;

  /** The branch whose operators examine it. */
  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Field(() => gqlEnum(DemandStatus))
  @Column('text')
  status!: DemandStatus;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  problem!: string;

  @Field(() => [Indicator])
  @Column('jsonb', { default: [] })
  indicators!: Indicator[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  currentState!: string | null;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  budgetMin!: string | null;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  budgetMax!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  deadline!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  acceptance!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  deliverables!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  exclusions!: string | null;

  @Field(() => gqlEnum(TechField), { nullable: true })
  @Column('text', { nullable: true })
  techField!: TechField | null;

  @Field(() => gqlEnum(IndustryChain), { nullable: true })
  @Column('text', { nullable: true })
  chain!: IndustryChain | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  minTrl!: number | null;

  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  keywords!: string[];

  @Field(() => Boolean)
  @Column('boolean', { default: false })
  anonymous!: boolean;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  contactName!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  contactPhone!: string | null;

  @Field(() => String)
  @Column('text')
  regionCode!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  returnReason!: string | null;

  /** When it last went to the operators. */
  @Field(() => DateTime, { nullable: true, middleware: [restricted] })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Index()
  @Column('uuid', { nullable: true })
  importId!: string | null;
}

const examines = (actor: Actor, d: Demand): boolean =>
  actor.organisationKind === 'MARKET_OPERATOR' && d.branchId === actor.organisationId && d.status !== 'DRAFT';

defineAccess(Demand, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.status = 'PUBLISHED' or ${alias}.organisationId = :actorOrg or (:actorIsBranch and ${alias}.branchId = :actorOrg and ${alias}.status <> 'DRAFT')`,
    params: { actorOrg: actor.organisationId, actorIsBranch: actor.organisationKind === 'MARKET_OPERATOR' },
  }),
  rowRules: {
    'demand.write': (actor, d) => d.organisationId === actor.organisationId,
    'demand.publish': examines,
  },
  isInsider: (actor, d) => d.organisationId === actor.organisationId || examines(actor, d),
});
