import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Certainty, RuleKey, type Explained, type RuleUse } from '@jihui/domain';
import { FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** One step of a calculation; the sentence per code is the reader's. */
@ObjectType()
export class ExplainedLine implements Explained {
  @Field(() => String)
  code!: string;

  @Field(() => Json)
  params!: Record<string, string | number>;

  @Field(() => FenScalar, { nullable: true })
  fen!: string | null;

  @Field(() => gqlEnum(RuleKey), { nullable: true })
  rule!: RuleKey | null;
}

/** The rule behind a result, as it stood on the day. */
@ObjectType()
export class RuleCitation implements RuleUse {
  @Field(() => gqlEnum(RuleKey))
  key!: RuleKey;

  @Field(() => String, { nullable: true })
  validFrom!: string | null;

  @Field(() => String, { nullable: true })
  validTo!: string | null;

  @Field(() => String)
  basis!: string;

  @Field(() => gqlEnum(Certainty))
  certainty!: Certainty;

  @Field(() => String)
  note!: string;
}

@ObjectType()
export class EstimatePart {
  @Field(() => String)
  code!: string;

  /** AMOUNT, NOT_APPLICABLE or NO_RULE. */
  @Field(() => String)
  outcome!: string;

  @Field(() => FenScalar, { nullable: true })
  fen!: string | null;

  @Field(() => [ExplainedLine])
  lines!: ExplainedLine[];

  @Field(() => [RuleCitation])
  rules!: RuleCitation[];
}

/** 估算，不作税务意见. */
@ObjectType()
export class TaxEstimateResult {
  @Field(() => String)
  day!: string;

  @Field(() => [EstimatePart])
  parts!: EstimatePart[];

  @Field(() => [RuleCitation])
  rules!: RuleCitation[];
}

@ObjectType()
export class CompleterShare {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  shareBp!: number;

  @Field(() => FenScalar)
  fen!: string;
}

@ObjectType()
export class RewardEstimate {
  @Field(() => FenScalar)
  netIncome!: string;

  @Field(() => Int)
  appliedBp!: number;

  @Field(() => FenScalar)
  pool!: string;

  @Field(() => FenScalar)
  unitKeeps!: string;

  @Field(() => [CompleterShare])
  shares!: CompleterShare[];

  @Field(() => String, { nullable: true })
  payBy!: string | null;

  @Field(() => [ExplainedLine])
  lines!: ExplainedLine[];

  @Field(() => [RuleCitation])
  rules!: RuleCitation[];
}
