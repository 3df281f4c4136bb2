import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { boardFilter, ChallengeCut, everyItem } from '@jihui/domain';
import type { z } from 'zod';
import { Allow } from '../../platform/auth/allow.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { ChallengeFigures, type FigureRow } from './challenge-figures.service.js';

@ObjectType()
export class ChallengeFigure {
  /** The field, region, kind, mode, stage or month that the row counts; null where items name none. */
  @Field(() => String, { nullable: true })
  key!: string | null;

  @Field(() => Int)
  count!: number;

  /** Cash to the bidders. */
  @Field(() => FenScalar)
  cash!: string;

  @Field(() => FenScalar)
  fiscal!: string;

  /** Bids received; those of open items are not yet counted by anybody. */
  @Field(() => Int)
  claims!: number;

  @Field(() => Int)
  awarded!: number;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int)
  noClaim!: number;

  @Field(() => Int)
  terminated!: number;
}

@Resolver()
export class ChallengeFiguresResolver {
  constructor(private readonly figures: ChallengeFigures) {}

  /** Statistics of the board, each row the sum of the items that the board shows under it. */
  @Allow('public.read')
  @Query(() => [ChallengeFigure])
  challengeFigures(
    @Args('cut', { type: () => gqlEnum(ChallengeCut) }) cut: ChallengeCut,
    @Input(boardFilter, 'filter') filter: z.output<typeof boardFilter>,
  ): Promise<FigureRow[]> {
    return this.figures.of(cut, { ...everyItem, ...filter });
  }
}
