import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConflictCode, ConflictRelation, ConflictSeverity } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** An interest that a reviewer declares: with which claim, and of what kind. */
@ObjectType()
export class InterestTie {
  @Field(() => ID)
  claimId!: string;

  @Field(() => String)
  nature!: string;
}

/** One step of the path that is shown: from → to. */
@ObjectType()
export class ConflictStepShown {
  @Field(() => gqlEnum(ConflictRelation))
  relation!: ConflictRelation;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

/** Why somebody is not impartial towards a claim, by which path, and the rule behind it. */
@ObjectType()
export class ConflictShown {
  @Field(() => gqlEnum(ConflictCode))
  code!: ConflictCode;

  @Field(() => gqlEnum(ConflictSeverity))
  severity!: ConflictSeverity;

  @Field(() => ID)
  claimId!: string;

  @Field(() => String)
  bidder!: string;

  @Field(() => [ConflictStepShown])
  path!: ConflictStepShown[];

  @Field(() => String)
  basis!: string;
}

@ObjectType()
export class ReviewerProposal {
  @Field(() => [ID])
  reviewerIds!: string[];

  /** Seats that nobody without a conflict can take. */
  @Field(() => Int)
  unfilled!: number;

  /** How many of the item's field are missing: a panel should have a majority of them. */
  @Field(() => Int)
  outOfField!: number;
}

@ObjectType()
export class OutlierShown {
  @Field(() => ID)
  claimId!: string;

  @Field(() => String)
  reviewer!: string;

  /** null: the card's total. */
  @Field(() => String, { nullable: true })
  criterion!: string | null;

  /** Hundredths of a point off the median. */
  @Field(() => Int)
  deviation!: number;
}

@ObjectType()
export class LeaveOneOut {
  @Field(() => String)
  reviewer!: string;

  @Field(() => Boolean)
  changes!: boolean;

  @Field(() => [ID])
  winners!: string[];
}

/** What the secretary looks at before the decision. Nothing is changed by it. */
@ObjectType()
export class ReviewChecks {
  @Field(() => Int)
  runs!: number;

  /** How often the winner changes when one reviewer is left out. */
  @Field(() => Int)
  changed!: number;

  @Field(() => [LeaveOneOut])
  without!: LeaveOneOut[];

  /** From so many reviewers on outliers are looked for: among fewer none can be told. */
  @Field(() => Int)
  outliersFrom!: number;

  @Field(() => [OutlierShown])
  outliers!: OutlierShown[];
}
