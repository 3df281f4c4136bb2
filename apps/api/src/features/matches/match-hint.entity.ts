import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MatchBand, MatchSide } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { readersOfAchievement, readersOfDemand } from './match-readers.js';

/** One thing that would lift a match: these words among the keywords of one side, and the chance that the pair would have then. */
@ObjectType()
export class MatchRaise {
  @Field(() => gqlEnum(MatchSide))
  side!: MatchSide;

  @Field(() => [String])
  terms!: string[];

  @Field(() => Float)
  score!: number;

  /** null: it would still be too weak to be shown. */
  @Field(() => gqlEnum(MatchBand), { nullable: true })
  band!: MatchBand | null;
}

/** What would raise a match. Only a process that holds the frequencies of all texts can say it, so it is asked for and kept with the versions that it holds for. */
@ObjectType()
@Entity('match_hint')
export class MatchHint {
  @PrimaryColumn('uuid')
  demandId!: string;

  @PrimaryColumn('uuid')
  achievementId!: string;

  @Column('int')
  demandVersion!: number;

  @Column('int')
  achievementVersion!: number;

  @Column('text')
  modelVersion!: string;

  /** The chance of the pair as it is. */
  @Field(() => Float)
  @Column('double precision')
  score!: number;

  @Field(() => [MatchRaise])
  @Column('jsonb', { default: [] })
  raises!: MatchRaise[];

  /** Of each side, how many words were tried. */
  @Field(() => Int)
  @Column('int')
  tried!: number;
}

defineAccess(MatchHint, {
  visibleTo: (alias, actor) => {
    const demand = readersOfDemand(`${alias}.demandId`, actor);
    const achievement = readersOfAchievement(`${alias}.achievementId`, actor);
    return { sql: `${demand.sql} or ${achievement.sql}`, params: { ...demand.params, ...achievement.params } };
  },
});
