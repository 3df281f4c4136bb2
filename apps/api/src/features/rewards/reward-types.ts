import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Paged } from '../../platform/graphql/paged.js';
import { RuleCitation } from '../rules/calculation-types.js';
import { IncomeDistribution } from './income-distribution.entity.js';

export const DistributionPage = Paged<IncomeDistribution>(IncomeDistribution, 'DistributionPage');

/** A result on the one-year clock; overdue when no days are left. */
@ObjectType()
export class DormantItem {
  @Field(() => ID)
  achievementId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  since!: string;

  /** Whether rights were granted; else counted from its publication. */
  @Field(() => Boolean)
  granted!: boolean;

  @Field(() => String)
  dormantOn!: string;

  @Field(() => Int)
  daysLeft!: number;

  @Field(() => RuleCitation)
  rule!: RuleCitation;
}
