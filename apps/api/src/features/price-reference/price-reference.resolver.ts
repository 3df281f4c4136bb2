import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ContractClass5, priceQuestion, TrlStep, type PriceQuestion } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { PriceReferences } from './price-references.service.js';

/** What registered contracts of a field were worth, rounded, so that none of them can be told. */
@ObjectType()
export class PriceReference {
  @Field(() => Int)
  contracts!: number;

  @Field(() => FenScalar)
  low!: string;

  @Field(() => FenScalar)
  median!: string;

  @Field(() => FenScalar)
  high!: string;

  /** null: of all modes, for want of enough of this one. */
  @Field(() => gqlEnum(ContractClass5), { nullable: true })
  contractClass!: ContractClass5 | null;

  @Field(() => gqlEnum(TrlStep), { nullable: true })
  trlStep!: TrlStep | null;
}

@Resolver()
export class PriceReferenceResolver {
  constructor(private readonly prices: PriceReferences) {}

  /** null where there are too few registered contracts to say anything. */
  @Allow('account.own')
  @Query(() => PriceReference, { nullable: true })
  priceReference(@Input(priceQuestion, 'question') question: PriceQuestion): Promise<PriceReference | null> {
    return this.prices.answer(question);
  }
}
