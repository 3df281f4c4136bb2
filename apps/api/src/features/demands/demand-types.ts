import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DemandRoute, DemandStatus } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Demand } from './demand.entity.js';

export const DemandPage = Paged(Demand, 'DemandPage');

@ObjectType()
export class DemandCount {
  @Field(() => gqlEnum(DemandStatus))
  status!: DemandStatus;

  @Field(() => Int)
  count!: number;
}

/** One reason why a demand is hard to place; `point` is a rule of complexityRules, `found` the words or the figure. */
@ObjectType()
export class ComplexityReason {
  @Field(() => String)
  point!: string;

  @Field(() => Int)
  adds!: number;

  @Field(() => [String])
  found!: string[];
}

/** How hard a demand is to place, and the route that is advised. */
@ObjectType()
export class DemandComplexity {
  @Field(() => Int)
  score!: number;

  @Field(() => gqlEnum(DemandRoute))
  route!: DemandRoute;

  @Field(() => [ComplexityReason])
  reasons!: ComplexityReason[];
}
