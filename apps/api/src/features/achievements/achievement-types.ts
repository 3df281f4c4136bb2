import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AchievementStatus, type Issue } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from './achievement.entity.js';

export const AchievementPage = Paged(Achievement, 'AchievementPage');

@ObjectType()
export class AchievementCount {
  @Field(() => gqlEnum(AchievementStatus))
  status!: AchievementStatus;

  @Field(() => Int)
  count!: number;
}

/** What became of one record of a batch: the published achievement, or the refusal with the fields that it names. */
@ObjectType()
export class ReleasedAchievement {
  @Field(() => ID)
  id!: string;

  @Field(() => Achievement, { nullable: true })
  achievement!: Achievement | null;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => Json)
  issues!: Issue[];
}
