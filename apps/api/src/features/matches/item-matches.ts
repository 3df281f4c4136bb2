import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DeclineReason, MatchConstraint } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Match } from './match.entity.js';

/** What one condition of the reader costs him. */
@ObjectType({ isAbstract: true })
export abstract class Cost {
  @Field(() => Int)
  excluded!: number;

  /** How many of the excluded ones are strong. */
  @Field(() => Int)
  strong!: number;

  /** How many would be shown again without this constraint alone. */
  @Field(() => Int)
  only!: number;

  /** How many are shown although they do not say. */
  @Field(() => Int)
  unknown!: number;
}

@ObjectType()
export class ConstraintCost extends Cost {
  @Field(() => gqlEnum(MatchConstraint))
  constraint!: MatchConstraint;
}

@ObjectType()
export class DeclineReasonCount {
  @Field(() => gqlEnum(DeclineReason))
  reason!: DeclineReason;

  @Field(() => Int)
  count!: number;
}

/** An item's matches. `computedAt` is null as long as nobody has looked; an empty list with a time means that nothing fits. */
@ObjectType()
export class ItemMatches {
  @Field(() => DateTime, { nullable: true })
  computedAt!: Date | null;

  @Field(() => [Match])
  items!: Match[];

  /** Before the reader's constraints, without what he has declined. */
  @Field(() => Int)
  total!: number;

  @Field(() => Int)
  strong!: number;

  @Field(() => [ConstraintCost])
  costs!: ConstraintCost[];

  @Field(() => [Match])
  declined!: Match[];

  /** Why others have declined this item; empty below five organisations. */
  @Field(() => [DeclineReasonCount])
  othersReasons!: DeclineReasonCount[];
}
