import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SearchKind } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { TermGroup } from '../dictionary/dictionary-edition.entity.js';

/** A listed item that a query would find, or would no longer find. */
@ObjectType()
export class AffectedItem {
  @Field(() => ID)
  id!: string;

  @Field(() => gqlEnum(SearchKind))
  kind!: SearchKind;

  @Field(() => String)
  title!: string;
}

/** A query that finds something else by the draft than by the edition in force. */
@ObjectType()
export class AffectedQuery {
  @Field(() => String)
  text!: string;

  /** How often it was asked in the last ninety days; 0 for a word of the draft that nobody has asked. */
  @Field(() => Int)
  times!: number;

  @Field(() => Int)
  before!: number;

  @Field(() => Int)
  after!: number;

  /** The first few. */
  @Field(() => [AffectedItem])
  gained!: AffectedItem[];

  @Field(() => [AffectedItem])
  lost!: AffectedItem[];
}

/** 预览: what a draft of the dictionary alters before it is published. */
@ObjectType()
export class DictionaryPreview {
  @Field(() => [TermGroup])
  added!: TermGroup[];

  @Field(() => [TermGroup])
  removed!: TermGroup[];

  /** The words of which the meaning changes. */
  @Field(() => [String])
  words!: string[];

  /** How many of the queries that hold such a word were tried. */
  @Field(() => Int)
  tried!: number;

  @Field(() => [AffectedQuery])
  queries!: AffectedQuery[];

  /** Published items whose text for matching changes. */
  @Field(() => Int)
  matched!: number;

  /** Words that the index has to learn not to cut: it reads all documents again after the publication. */
  @Field(() => [String])
  newWords!: string[];
}
