import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TimetableStage, TimetableWarningCode } from '@jihui/domain';
import { Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import type { ChallengeTimes } from './challenge-timetable.service.js';

@ObjectType()
export class TimetableRow {
  @Field(() => gqlEnum(TimetableStage))
  stage!: TimetableStage;

  @Field(() => String)
  startsOn!: string;

  @Field(() => String)
  endsOn!: string;

  @Field(() => String)
  earliestEnd!: string;

  @Field(() => String)
  likelyEnd!: string;

  /** A day later here is a day later in all. */
  @Field(() => Boolean)
  isCritical!: boolean;

  @Field(() => Int)
  slack!: number;

  /** AHEAD, RUNNING, OVERDUE, DONE or BROKEN_OFF. */
  @Field(() => String)
  state!: string;

  @Field(() => String)
  forecastStart!: string;

  @Field(() => String)
  forecastEnd!: string;

  /** Working days behind the plan. */
  @Field(() => Int)
  delay!: number;
}

@ObjectType()
export class TimetableWarningShown {
  @Field(() => gqlEnum(TimetableWarningCode))
  code!: TimetableWarningCode;

  @Field(() => gqlEnum(TimetableStage), { nullable: true })
  stage!: TimetableStage | null;

  @Field(() => Json)
  params!: Record<string, string | number>;

  @Field(() => String, { nullable: true })
  basis!: string | null;
}

/** The timetable of an item: plan, earliest and likely end, warnings, and how it goes. */
@ObjectType()
export class ChallengeTimetable {
  /** The plan as it may be changed. */
  @Field(() => Json)
  plan!: ChallengeTimes['plan'];

  @Field(() => Boolean)
  isStored!: boolean;

  @Field(() => String)
  plannedEnd!: string;

  @Field(() => String)
  earliestEnd!: string;

  @Field(() => String)
  likelyEnd!: string;

  @Field(() => String)
  forecastEnd!: string;

  @Field(() => Int)
  delay!: number;

  @Field(() => [TimetableRow])
  rows!: TimetableRow[];

  @Field(() => [TimetableWarningShown])
  warnings!: TimetableWarningShown[];
}

export function timetableShown({ plan, isStored, timetable, progress }: ChallengeTimes): ChallengeTimetable {
  const { earliest, likely, criticalPath, slack, warnings, plannedEnd, earliestEnd, likelyEnd } = timetable;
  const endOf = (spans: typeof earliest, stage: TimetableStage) => spans.find((s) => s.stage === stage)?.endsOn ?? '';
  return {
    plan,
    isStored,
    plannedEnd,
    earliestEnd,
    likelyEnd,
    forecastEnd: progress.forecastEnd,
    delay: progress.delay,
    rows: progress.stages.map(({ stage, state, planned: span, forecast, delay }) => ({
      stage,
      startsOn: span.startsOn,
      endsOn: span.endsOn,
      earliestEnd: endOf(earliest, stage),
      likelyEnd: endOf(likely, stage),
      isCritical: criticalPath.includes(stage),
      slack: slack.get(stage) ?? 0,
      state,
      forecastStart: forecast.startsOn,
      forecastEnd: forecast.endsOn,
      delay,
    })),
    warnings: warnings.map(({ code, stage, params, rule }) => ({ code, stage, params, basis: rule?.basis ?? null })),
  };
}
