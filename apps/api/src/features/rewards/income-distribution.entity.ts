import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { DistributionStatus, IncomeDeduction, RewardMode, type Explained, type RuleUse } from '@jihui/domain';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** One completer's part, to the fen; paid or not yet. */
@ObjectType()
export class DistributionShare {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  shareBp!: number;

  @Field(() => FenScalar)
  fen!: string;

  @Field(() => String, { nullable: true })
  paidOn!: string | null;

  @Field(() => String, { nullable: true })
  voucherNo!: string | null;
}

@ObjectType()
export class DistributionDeduction {
  @Field(() => gqlEnum(IncomeDeduction))
  kind!: IncomeDeduction;

  @Field(() => String)
  name!: string;

  @Field(() => FenScalar)
  amount!: string;
}

/** An objection against the notice inside the unit, and its answer. */
@ObjectType()
export class DistributionObjection {
  @Field(() => String)
  on!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true })
  answer!: string | null;
}

/** 奖酬分配 of one income from a result: what the rules of its day give, who gets what, its notice inside the unit, and the payment. */
@ObjectType()
@Entity('income_distribution')
export class IncomeDistribution extends Versioned {
  @Field(() => ID)
  @Index()
  @Column('uuid')
  organisationId!: string;

  @Field(() => ID)
  @Index()
  @Column('uuid')
  contractId!: string;

  @Field(() => gqlEnum(DistributionStatus))
  @Column('text')
  status!: DistributionStatus;

  @Field(() => gqlEnum(RewardMode))
  @Column('text')
  mode!: RewardMode;

  @Field(() => FenScalar)
  @Column('bigint')
  income!: string;

  @Field(() => [DistributionDeduction])
  @Column('jsonb', { default: [] })
  deductions!: DistributionDeduction[];

  @Field(() => Boolean)
  @Column('boolean')
  inHenan!: boolean;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  agreedBp!: number | null;

  @Field(() => String)
  @Column('date')
  receivedOn!: string;

  @Field(() => String)
  @Column('text')
  decidedBy!: string;

  @Field(() => String)
  @Column('date')
  decidedOn!: string;

  @Field(() => Boolean)
  @Column('boolean')
  includesHead!: boolean;

  @Field(() => FenScalar)
  @Column('bigint')
  netIncome!: string;

  @Field(() => Int)
  @Column('int')
  appliedBp!: number;

  @Field(() => FenScalar)
  @Column('bigint')
  pool!: string;

  @Field(() => [DistributionShare])
  @Column('jsonb', { default: [] })
  shares!: DistributionShare[];

  /** The last day for paying, by the six-month rule. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  payBy!: string | null;

  /** How the figures came about, step by step, and by which rules. */
  @Field(() => Json)
  @Column('jsonb', { default: [] })
  lines!: Explained[];

  @Field(() => Json)
  @Column('jsonb', { default: [] })
  rules!: RuleUse[];

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  noticedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  noticeLastDay!: string | null;

  @Field(() => [DistributionObjection])
  @Column('jsonb', { default: [] })
  objections!: DistributionObjection[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  cancelReason!: string | null;
}

const isOwner = (actor: Actor, d: IncomeDistribution): boolean => d.organisationId === actor.organisationId && hasRole(actor, 'UNIT_TTO');

// The notice is inside the unit (国科发政〔2018〕103号): everybody of the unit reads it from then on, nobody outside ever.
defineAccess(IncomeDistribution, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}."organisationId" = :distributionOrg and (:distributionTto or ${alias}.status not in ('DRAFT', 'CANCELLED'))`,
    params: { distributionOrg: actor.organisationId, distributionTto: hasRole(actor, 'UNIT_TTO') },
  }),
  rowRules: { 'distribution.write': isOwner, 'distribution.object': (actor, d) => d.organisationId === actor.organisationId },
  isInsider: isOwner,
});
