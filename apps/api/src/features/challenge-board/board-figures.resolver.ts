import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { BoardStage, statusesOfBoardStage } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class BoardFigure {
  /** The tab that holds exactly these items. */
  @Field(() => gqlEnum(BoardStage))
  stage!: BoardStage;

  @Field(() => Int)
  count!: number;

  /** Cash to the bidders, of all of them. */
  @Field(() => FenScalar)
  cash!: string;
}

/** The figures of the public board: each opens to the records that it counts. */
@Resolver()
export class BoardFiguresResolver {
  constructor(private readonly db: Db) {}

  @Allow('public.read')
  @Query(() => [BoardFigure])
  async boardFigures(): Promise<BoardFigure[]> {
    const rows: { status: string; count: number; cash: string }[] = await this.db.em.query(
      `select status, count(*)::int as count, coalesce(sum("bidderCash"), 0)::text as cash from challenge where "publishedAt" is not null group by status`,
    );
    return BoardStage.options.map((stage) => {
      const own = rows.filter((r) => statusesOfBoardStage[stage].some((s) => s === r.status));
      return { stage, count: own.reduce((all, r) => all + r.count, 0), cash: String(own.reduce((all, r) => all + BigInt(r.cash), 0n)) };
    });
  }
}
