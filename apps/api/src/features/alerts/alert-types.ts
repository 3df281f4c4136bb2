import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MatchBand, MatchLoss, MatchSide, SavedHitKind } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { AlertSetting } from './alert-setting.entity.js';

/** One thing that came into a list or left it; what has left is not named any more. */
@ObjectType()
export class AlertChange {
  @Field(() => ID)
  otherId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => gqlEnum(MatchLoss), { nullable: true })
  lostBy!: MatchLoss | null;

  @Field(() => gqlEnum(MatchBand), { nullable: true })
  band!: MatchBand | null;
}

/** What has happened to the matches of one item. */
@ObjectType()
export class ItemAlert {
  @Field(() => gqlEnum(MatchSide))
  side!: MatchSide;

  @Field(() => ID)
  itemId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  added!: number;

  /** How many of the added ones are strong. */
  @Field(() => Int)
  strong!: number;

  @Field(() => Int)
  taken!: number;

  @Field(() => Int)
  gone!: number;

  @Field(() => DateTime)
  latestAt!: Date;

  @Field(() => [AlertChange])
  changes!: AlertChange[];
}

/** What is new for a person. */
@ObjectType()
export class Alerts {
  /** Since when it is told. */
  @Field(() => DateTime)
  since!: Date;

  @Field(() => [ItemAlert])
  items!: ItemAlert[];

  /** How many of the items have changed since the person last marked them as seen. */
  @Field(() => Int)
  unseen!: number;

  @Field(() => AlertSetting)
  setting!: AlertSetting;
}

@ObjectType()
export class SavedSearchItem {
  @Field(() => ID)
  id!: string;

  @Field(() => gqlEnum(SavedHitKind))
  kind!: SavedHitKind;

  @Field(() => String)
  title!: string;

  @Field(() => DateTime)
  foundAt!: Date;
}
