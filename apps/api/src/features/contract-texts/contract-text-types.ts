import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ClauseGroup, ClauseKey, ClauseRuleCode, type ArticleState as State } from '@jihui/domain';
import { Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { SigningService } from './signature-authority.js';
import { SignedCopy } from './signed-copy.entity.js';

export const ArticleState = { TEXT: 'TEXT', NONE: 'NONE', DEFAULT: 'DEFAULT', OPEN: 'OPEN' } as const satisfies Record<State, State>;
registerEnumType(ArticleState, { name: 'ArticleState' });

@ObjectType()
export class ContractArticle {
  @Field(() => String)
  heading!: string;

  @Field(() => [String])
  paragraphs!: string[];

  @Field(() => ArticleState)
  state!: State;
}

@ObjectType()
export class ContractTextParty {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  uscc!: string;

  @Field(() => String)
  place!: string;
}

/** A question of the clause checker, with its place in the text. */
@ObjectType()
export class ClauseQuestion {
  @Field(() => gqlEnum(ClauseRuleCode))
  code!: ClauseRuleCode;

  @Field(() => gqlEnum(ClauseGroup))
  group!: ClauseGroup;

  @Field(() => String)
  basis!: string;

  @Field(() => String)
  certainty!: string;

  /** The place in `text`, in UTF-16 units; null when it is about what is not there. */
  @Field(() => Int, { nullable: true })
  start!: number | null;

  @Field(() => Int, { nullable: true })
  end!: number | null;

  @Field(() => String)
  words!: string;

  @Field(() => Json)
  params!: Record<string, string | number>;
}

@ObjectType()
export class WrittenClause {
  @Field(() => gqlEnum(ClauseKey))
  key!: ClauseKey;

  @Field(() => String)
  text!: string;
}

/** The contract as it is printed, and what the checker asks about it. */
@ObjectType()
export class ContractTextView {
  @Field(() => ID)
  contractId!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => String)
  name!: string;

  @Field(() => [ContractTextParty])
  parties!: ContractTextParty[];

  @Field(() => [ContractArticle])
  articles!: ContractArticle[];

  /** The whole text, of which the checksum is taken and in which the questions have their places. */
  @Field(() => String)
  text!: string;

  @Field(() => String)
  sha256!: string;

  @Field(() => [WrittenClause])
  clauses!: WrittenClause[];

  @Field(() => [ClauseQuestion])
  questions!: ClauseQuestion[];

  @Field(() => [SignedCopy])
  signedCopies!: SignedCopy[];

  @Field(() => SigningService)
  signing!: SigningService;
}
