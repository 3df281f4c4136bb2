import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorOp } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class CoreIndicator {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  current!: string | null;

  @Field(() => gqlEnum(IndicatorOp))
  op!: IndicatorOp;

  @Field(() => String)
  target!: string;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true })
  method!: string | null;

  @Field(() => Boolean)
  must!: boolean;
}

@ObjectType()
export class Criterion {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  weight!: number;

  @Field(() => String, { nullable: true })
  hint!: string | null;
}

@ObjectType()
export class PaymentStage {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  percent!: number;
}

@ObjectType()
export class RaceGate {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  day!: string;

  @Field(() => String)
  rule!: string;
}
