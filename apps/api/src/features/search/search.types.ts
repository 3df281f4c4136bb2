import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorOp, SearchField, SearchKind } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';

/** A stretch of a text to highlight: UTF-16 positions, end exclusive. */
@ObjectType()
export class Highlight {
  @Field(() => Int)
  start!: number;

  @Field(() => Int)
  end!: number;
}

/** Plain text and what to mark in it; never HTML. */
@ObjectType()
export class HighlightedText {
  @Field(() => String)
  text!: string;

  @Field(() => [Highlight])
  marks!: Highlight[];
}

/** 指标 as it was read: by name, comparison, values and unit. */
@ObjectType({ isAbstract: true })
class ReadIndicatorBase {
  @Field(() => String)
  label!: string;

  @Field(() => gqlEnum(IndicatorOp))
  op!: IndicatorOp;

  @Field(() => Float)
  low!: number;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => String)
  unit!: string;

  /** UP or DOWN where it is a change against today. */
  @Field(() => String, { nullable: true })
  change!: string | null;
}

/** Of a found item: an indicator that answers what was asked. */
@ObjectType()
export class ReadIndicator extends ReadIndicatorBase {}

/** What was understood of the query. */
@ObjectType()
export class UnderstoodIndicator extends ReadIndicatorBase {
  /** The words that asked it, and whether they stood in the search box. */
  @Field(() => String)
  text!: string;

  @Field(() => Boolean)
  inText!: boolean;

  /** The same in the unit that values are compared in. */
  @Field(() => Float)
  baseLow!: number;

  @Field(() => Float, { nullable: true })
  baseHigh!: number | null;

  @Field(() => String)
  baseUnit!: string;
}

/** One found item. Exactly one of achievement and demand is there. */
@ObjectType()
export class SearchHit {
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

  @Field(() => HighlightedText)
  title!: HighlightedText;

  @Field(() => HighlightedText)
  snippet!: HighlightedText;

  /** Those of its indicators that answer those asked for. */
  @Field(() => [ReadIndicator])
  indicators!: ReadIndicator[];

  /** Why it is here: the words of the query as they stand in it. */
  @Field(() => [String])
  matched!: string[];
}

@ObjectType()
export class SearchFacetValue {
  @Field(() => String)
  value!: string;

  /** Of an organisation: its name. The words of the other codes are the client's. */
  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class SearchFacet {
  @Field(() => gqlEnum(SearchField))
  field!: SearchField;

  @Field(() => [SearchFacetValue])
  values!: SearchFacetValue[];
}

@ObjectType()
export class SearchResult {
  @Field(() => [SearchHit])
  hits!: SearchHit[];

  @Field(() => Int)
  total!: number;

  @Field(() => [SearchFacet])
  facets!: SearchFacet[];

  @Field(() => [UnderstoodIndicator])
  understood!: UnderstoodIndicator[];

  /** Filters for indicators in which none was found. */
  @Field(() => [String])
  notUnderstood!: string[];

  /** The search engine is away: found by the database, with fewer liberties. */
  @Field(() => Boolean)
  limited!: boolean;

  @Field(() => Int)
  tookMs!: number;
}

/** For the administrator: whether the index does what it should. */
@ObjectType()
export class SearchStatus {
  @Field(() => Boolean)
  answering!: boolean;

  @Field(() => Int, { nullable: true })
  documents!: number | null;

  /** How many items the public should find. */
  @Field(() => Int)
  expected!: number;

  @Field(() => DateTime, { nullable: true })
  sweptAt!: Date | null;

  @Field(() => Int)
  repaired!: number;
}
