import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AmountCategory } from '@jihui/domain';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** One line of a contract's price. */
@ObjectType()
export class ContractAmountLine {
  @Field(() => gqlEnum(AmountCategory))
  category!: AmountCategory;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => FenScalar)
  unitPrice!: string;

  /** It carries the technology, so that what is needed of it counts. */
  @Field(() => Boolean)
  carrier!: boolean;

  @Field(() => Int, { nullable: true })
  needed!: number | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}
