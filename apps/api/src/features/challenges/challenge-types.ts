import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ReadinessCode, Severity, type EventName } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { DateTime, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { ConflictShown } from './conflict-types.js';
import { Challenge } from './challenge.entity.js';

export const ChallengePage = Paged(Challenge, 'ChallengePage');

@ObjectType()
export class ChallengeReadiness {
  @Field(() => gqlEnum(ReadinessCode))
  code!: ReadinessCode;

  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => gqlEnum(Severity))
  severity!: string;

  @Field(() => Json)
  params!: Record<string, string | number>;

  @Field(() => String, { nullable: true })
  basis!: string | null;
}

/** A step of an item as the public reads it: what and when. */
@ObjectType()
export class ChallengeMilestone {
  @Field(() => String)
  event!: EventName;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType()
export class ChallengeKeyHolder {
  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  isMe!: boolean;

  @Field(() => DateTime, { nullable: true })
  givenAt!: Date | null;
}

@ObjectType()
export class ChallengeExpert {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  organisationName!: string;

  /** Panels that he sits on now. */
  @Field(() => Int)
  load!: number;

  /** By the fields of his published profile. */
  @Field(() => Boolean)
  inField!: boolean;

  /** Every conflict with its path, blocks first. */
  @Field(() => [ConflictShown])
  conflicts!: ConflictShown[];

  /** The party of this item that he is tied to: he cannot review it. */
  @Field(() => String, { nullable: true })
  tiedTo!: string | null;
}

@ObjectType()
export class CriterionResult {
  @Field(() => String)
  criterion!: string;

  /** Hundredths of a point. */
  @Field(() => Int)
  points!: number;
}

/** A claim's place; totals in hundredths of a point. */
@ObjectType()
export class ClaimRank {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  rank!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => Int)
  cards!: number;

  /** How many cards were left out as the highest and the lowest. */
  @Field(() => Int)
  droppedCount!: number;

  @Field(() => [CriterionResult])
  byCriterion!: CriterionResult[];
}

/** What the public notice says of a winner. */
@ObjectType()
export class ChallengeWinner {
  @Field(() => String)
  organisationName!: string;

  @Field(() => Int)
  total!: number;
}
