import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BidderCondition, ConditionVerdict, Relevance } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { PersonView } from '../people/people-types.js';
import { FitCost } from './proposed-facts.js';

/** Why something is proposed: its band by rule, what both texts say, and the published items that it rests on. */
@ObjectType({ isAbstract: true })
abstract class Fit {
  @Field(() => gqlEnum(Relevance))
  relevance!: Relevance;

  @Field(() => [String])
  shared!: string[];

  @Field(() => Boolean)
  sameField!: boolean;

  @Field(() => [String])
  through!: string[];
}

@ObjectType()
export class PersonFit extends Fit {
  @Field(() => PersonView)
  person!: PersonView;
}

/** A list that the reader's conditions have narrowed, and what each of them costs in it. */
@ObjectType({ isAbstract: true })
abstract class Narrowed {
  /** Before the reader's own conditions. */
  @Field(() => Int)
  total!: number;

  /** After them. */
  @Field(() => Int)
  left!: number;

  @Field(() => [FitCost])
  costs!: FitCost[];
}

@ObjectType()
export class PeopleFits extends Narrowed {
  @Field(() => [PersonFit])
  items!: PersonFit[];
}

@ObjectType()
export class BidderConditionCheck {
  @Field(() => gqlEnum(BidderCondition))
  condition!: BidderCondition;

  @Field(() => gqlEnum(ConditionVerdict))
  verdict!: ConditionVerdict;

  /** 甲 → 乙, where a relation must be declared. */
  @Field(() => String, { nullable: true })
  path!: string | null;
}

@ObjectType()
export class UnitFit extends Fit {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => String)
  organisationName!: string;

  @Field(() => [BidderConditionCheck])
  checks!: BidderConditionCheck[];
}

@ObjectType()
export class AchievementFit extends Fit {
  @Field(() => Achievement)
  achievement!: Achievement;
}

/** A unit that is near and fails a condition: for the organiser, who must be able to say why. */
@ObjectType()
export class UnitLeftOut {
  @Field(() => String)
  organisationName!: string;

  @Field(() => gqlEnum(BidderCondition))
  condition!: BidderCondition;

  @Field(() => String, { nullable: true })
  path!: string | null;
}

/** Of one of the three lists. */
@ObjectType()
export class BidderCosts extends Narrowed {}

@ObjectType()
export class BidderFits {
  @Field(() => BidderCosts)
  ofUnits!: BidderCosts;

  @Field(() => BidderCosts)
  ofExperts!: BidderCosts;

  @Field(() => BidderCosts)
  ofAchievements!: BidderCosts;

  @Field(() => [UnitFit])
  units!: UnitFit[];

  @Field(() => [PersonFit])
  experts!: PersonFit[];

  @Field(() => [AchievementFit])
  achievements!: AchievementFit[];

  @Field(() => Int)
  leftOut!: number;

  /** null for everybody but the organiser. */
  @Field(() => [UnitLeftOut], { nullable: true })
  whoIsLeftOut!: UnitLeftOut[] | null;
}

@ObjectType()
export class ChallengeFit extends Fit {
  @Field(() => Challenge)
  challenge!: Challenge;

  @Field(() => [BidderConditionCheck])
  checks!: BidderConditionCheck[];
}

@ObjectType()
export class ChallengeFits {
  /** The last day on which the actor's unit may not bid. */
  @Field(() => String, { nullable: true })
  barredUntil!: string | null;

  /** How many published items of the unit were compared. */
  @Field(() => Int)
  compared!: number;

  @Field(() => [ChallengeFit])
  items!: ChallengeFit[];
}
