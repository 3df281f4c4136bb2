import { Field, ObjectType } from '@nestjs/graphql';
import { IndicatorChange, ReadingState, type ReadingCorrection } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Indicator } from '../demands/demand.entity.js';

/** What an owner has said of one reading of his texts. */
@ObjectType()
export class CorrectedReading {
  @Field(() => String)
  key!: string;

  @Field(() => gqlEnum(ReadingState))
  state!: ReadingState;

  @Field(() => Indicator, { nullable: true })
  indicator?: ReadingCorrection['indicator'];

  @Field(() => gqlEnum(IndicatorChange), { nullable: true })
  change?: ReadingCorrection['change'];
}
