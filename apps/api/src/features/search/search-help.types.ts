import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SearchKind, SuggestionKind } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { ReadIndicator } from './search.types.js';

/** What one may mean while one types: an item, an organisation, or a word to look for. */
@ObjectType()
export class Suggestion {
  @Field(() => gqlEnum(SuggestionKind))
  kind!: SuggestionKind;

  @Field(() => String)
  text!: string;

  /** Of an item or an organisation. */
  @Field(() => ID, { nullable: true })
  id!: string | null;
}

/** 最近的一步: fewer of the words, which do find something. */
@ObjectType()
export class LooserQuery {
  @Field(() => String)
  text!: string;

  @Field(() => Int)
  total!: number;
}

/** One of the items that are compared side by side. Exactly one of achievement and demand is there. */
@ObjectType()
export class ComparedItem {
  @Field(() => ID)
  id!: string;

  @Field(() => gqlEnum(SearchKind))
  kind!: SearchKind;

  @Field(() => Achievement, { nullable: true })
  achievement!: Achievement | null;

  @Field(() => Demand, { nullable: true })
  demand!: Demand | null;

  /** Null where the owner stays unnamed. */
  @Field(() => String, { nullable: true })
  unitName!: string | null;

  /** 指标 as they were read from its public texts. */
  @Field(() => [ReadIndicator])
  indicators!: ReadIndicator[];
}
