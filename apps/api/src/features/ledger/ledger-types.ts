import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Paged } from '../../platform/graphql/paged.js';
import { DateTime } from '../../platform/graphql/scalars.js';

/** Where a branch's chain stood at the end of a day. */
@ObjectType()
export class LedgerChainHead {
  @Field(() => String)
  chain!: string;

  @Field(() => Int)
  seq!: number;

  @Field(() => String)
  hash!: string;
}

/** The published root of a day. */
@ObjectType('LedgerRoot')
export class PublishedRoot {
  @Field(() => String)
  day!: string;

  /** Entries of that day. */
  @Field(() => Int)
  count!: number;

  /** Entries up to its end. */
  @Field(() => Int)
  total!: number;

  @Field(() => String)
  root!: string;

  @Field(() => String)
  prev!: string;

  @Field(() => [LedgerChainHead])
  heads!: LedgerChainHead[];
}

export const LedgerRootPage = Paged(PublishedRoot, 'LedgerRootPage');

/** The ledger as a whole. */
@ObjectType()
export class LedgerState {
  @Field(() => Int)
  entries!: number;

  /** Entries that no root covers yet: today's, until midnight. */
  @Field(() => Int)
  unsealed!: number;

  @Field(() => Int)
  days!: number;

  @Field(() => [LedgerChainHead])
  heads!: LedgerChainHead[];
}

/** Where a decision stands in the ledger. */
@ObjectType()
export class LedgerPlace {
  @Field(() => String)
  chain!: string;

  @Field(() => Int)
  seq!: number;

  @Field(() => String)
  hash!: string;

  @Field(() => DateTime)
  at!: Date;

  /** The day whose root covers it, and that root once the day is over. */
  @Field(() => String)
  day!: string;

  @Field(() => String, { nullable: true })
  root!: string | null;
}
