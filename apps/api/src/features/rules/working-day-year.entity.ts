import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { Certainty, type ArrangedDay } from '@jihui/domain';
import { defineAccess, everything } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class ArrangedDayRow {
  @Field(() => String)
  day!: string;

  /** A weekend day that is worked; else a holiday. */
  @Field(() => Boolean)
  works!: boolean;

  @Field(() => String)
  name!: string;
}

/** The State Council's arrangement of one year: the days that are not what the week says. A later import replaces it and keeps it. */
@ObjectType()
@Entity('working_day_year')
@Index(['year'], { unique: true, where: '"replacedAt" is null' })
export class WorkingDayYear extends Versioned {
  @Field(() => Int)
  @Column('int')
  year!: number;

  @Field(() => [ArrangedDayRow])
  @Column('jsonb')
  days!: ArrangedDay[];

  @Field(() => String)
  @Column('text')
  basis!: string;

  @Field(() => gqlEnum(Certainty))
  @Column('text')
  certainty!: Certainty;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  replacedAt!: Date | null;
}

defineAccess(WorkingDayYear, { visibleTo: () => everything, rowRules: { 'rule.edit': () => true } });
