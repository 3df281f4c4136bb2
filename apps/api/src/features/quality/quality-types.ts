import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { PatentTermState, QualityProblem, SearchKind } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Paged } from '../../platform/graphql/paged.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { DuplicatePair } from './duplicate-pair.entity.js';

export const DuplicatePairPage = Paged<DuplicatePair>(DuplicatePair, 'DuplicatePairPage');

/** UTF-16 positions, end exclusive. */
@ObjectType()
export class DifferingSpan {
  @Field(() => Int)
  start!: number;

  @Field(() => Int)
  end!: number;
}

/** One field of an item, and the stretches that the other item does not say. */
@ObjectType()
export class ComparedText {
  @Field(() => String)
  field!: 'title' | 'text' | 'keywords' | 'patents';

  @Field(() => String)
  text!: string;

  @Field(() => [DifferingSpan])
  differs!: DifferingSpan[];
}

/** One of the two items of a pair, with its public texts alone. */
@ObjectType()
export class DuplicateSide {
  @Field(() => ID)
  id!: string;

  @Field(() => gqlEnum(SearchKind))
  kind!: SearchKind;

  @Field(() => String)
  title!: string;

  /** Null where its owner stays unnamed to the reader. */
  @Field(() => String, { nullable: true })
  organisationName!: string | null;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => Boolean)
  isPublished!: boolean;

  @Field(() => DateTime, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => [ComparedText])
  texts!: ComparedText[];
}

/** 保护期: the last day of protection; from a number alone it is known to a year. */
@ObjectType()
export class PatentTerm {
  @Field(() => Int)
  filingYear!: number;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => gqlEnum(PatentTermState))
  state!: PatentTermState;
}

@ObjectType()
export class QualityCount {
  @Field(() => gqlEnum(QualityProblem))
  problem!: QualityProblem;

  @Field(() => Int)
  count!: number;
}

/** One organisation on the board: its published items, their mean score, and how many have each problem. */
@ObjectType()
export class QualityRow {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => String)
  organisationName!: string;

  @Field(() => Int)
  items!: number;

  /** Of a hundred. */
  @Field(() => Int)
  score!: number;

  @Field(() => [QualityCount])
  counts!: QualityCount[];
}

@ObjectType()
export class QualityBoard {
  @Field(() => DateTime)
  asOf!: Date;

  @Field(() => Int)
  items!: number;

  @Field(() => Int)
  score!: number;

  @Field(() => [QualityCount])
  counts!: QualityCount[];

  /** The worst first. */
  @Field(() => [QualityRow])
  rows!: QualityRow[];
}

/** An item of the list to work off. */
@ObjectType()
export class QualityItem {
  @Field(() => ID)
  id!: string;

  @Field(() => gqlEnum(SearchKind))
  kind!: SearchKind;

  @Field(() => String)
  title!: string;

  @Field(() => ID)
  organisationId!: string;

  @Field(() => String)
  organisationName!: string;

  @Field(() => Float)
  score!: number;

  /** Fields and points that are not answered. */
  @Field(() => [String])
  missing!: string[];

  @Field(() => [gqlEnum(QualityProblem)])
  problems!: QualityProblem[];

  @Field(() => DateTime)
  confirmedAt!: Date;
}
export const QualityItemPage = Paged<QualityItem>(QualityItem, 'QualityItemPage');
