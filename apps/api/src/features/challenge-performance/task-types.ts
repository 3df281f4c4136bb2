import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FundingLineCode } from '@jihui/domain';
import { FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class TaskPayment {
  @Field(() => Int)
  gate!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  openedOn!: string | null;

  @Field(() => FenScalar)
  fiscal!: string;

  @Field(() => FenScalar)
  cash!: string;

  @Field(() => FenScalar)
  released!: string;
}

@ObjectType()
export class ReleaseLine {
  @Field(() => gqlEnum(FundingLineCode))
  code!: FundingLineCode;

  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => Json)
  params!: Record<string, string | number>;

  @Field(() => String, { nullable: true })
  basis!: string | null;
}

/** Why fiscal money may be released, or may not. */
@ObjectType()
export class ReleaseExplanation {
  @Field(() => Boolean)
  allowed!: boolean;

  @Field(() => [ReleaseLine])
  lines!: ReleaseLine[];
}
