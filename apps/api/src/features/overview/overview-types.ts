import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MetricCode, MetricGroup, MetricUnit, NewsCode, TaskCode } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** A number with the list of exactly the records that it counts. Its name and definition are words of the web app. */
@ObjectType()
export class PublicNumber {
  @Field(() => gqlEnum(MetricCode))
  code!: MetricCode;

  /** Whole records, or fen. */
  @Field(() => String)
  value!: string;

  @Field(() => gqlEnum(MetricUnit))
  unit!: MetricUnit;

  /** The address of the list. */
  @Field(() => String)
  link!: string;

  @Field(() => DateTime)
  asOf!: Date;
}

/** A line of the registry: any number that a page shows to this reader, with what it is made from and the list that it opens. */
@ObjectType()
export class MetricEntry {
  @Field(() => gqlEnum(MetricGroup))
  group!: MetricGroup;

  /** A code of its group; its name and definition are words of the web app. */
  @Field(() => String)
  code!: string;

  @Field(() => String)
  value!: string;

  @Field(() => gqlEnum(MetricUnit))
  unit!: MetricUnit;

  @Field(() => String)
  link!: string;

  /** The tables that it is counted from. */
  @Field(() => [String])
  source!: string[];

  @Field(() => DateTime)
  asOf!: Date;
}

@ObjectType()
export class OverviewRecord {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  link!: string;

  @Field(() => DateTime)
  at!: Date;

  /** The last day for it. */
  @Field(() => String, { nullable: true })
  dueOn!: string | null;
}

@ObjectType()
export class OverviewTask {
  @Field(() => gqlEnum(TaskCode))
  code!: TaskCode;

  @Field(() => Int)
  count!: number;

  @Field(() => String)
  link!: string;

  /** The first few, the most urgent on top. */
  @Field(() => [OverviewRecord])
  records!: OverviewRecord[];
}

@ObjectType()
export class OverviewNews {
  @Field(() => gqlEnum(NewsCode))
  code!: NewsCode;

  @Field(() => Int)
  count!: number;

  @Field(() => String)
  link!: string;

  @Field(() => [OverviewRecord])
  records!: OverviewRecord[];
}

/** Something of the lists above with a last day. */
@ObjectType()
export class OverviewDue extends OverviewRecord {
  @Field(() => gqlEnum(TaskCode))
  code!: TaskCode;
}

/** The numbers of a region with everything below it. */
@ObjectType()
export class RegionNumbers {
  @Field(() => String)
  regionCode!: string;

  @Field(() => [PublicNumber])
  numbers!: PublicNumber[];
}

@ObjectType()
export class Overview {
  @Field(() => [OverviewTask])
  waiting!: OverviewTask[];

  /** What has a last day, the earliest first. */
  @Field(() => [OverviewDue])
  due!: OverviewDue[];

  @Field(() => [OverviewNews])
  news!: OverviewNews[];

  /** For officials and branch administrators: their region. */
  @Field(() => RegionNumbers, { nullable: true })
  region!: RegionNumbers | null;
}
