import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { MatchBand, MatchSide } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { readersOfAchievement, readersOfDemand } from './match-readers.js';

/** A string that both texts hold, and how much of the cosine it makes. */
@ObjectType()
export class SharedText {
  @Field(() => String)
  text!: string;

  @Field(() => Float)
  share!: number;
}

/**
 * 匹配: one demand with one achievement, as one computation found it. It stands in the list of the demand, of the achievement, or of both;
 * everything that needs the statistics of all texts is kept here, so that reading it needs no index.
 */
@ObjectType()
@Entity('match')
@Index(['demandId', 'achievementId'], { unique: true })
@Index(['achievementId'])
// Found without reading all matches; empty but for the seconds after everything was matched anew.
@Index('match_unnamed', ['cosine', 'id'], { where: `shared = '[]'` })
export class Match {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Field(() => ID)
  @Column('uuid')
  demandId!: string;

  @Field(() => ID)
  @Column('uuid')
  achievementId!: string;

  @Column('boolean')
  inDemandList!: boolean;

  @Column('boolean')
  inAchievementList!: boolean;

  /** The calibrated chance that an expert would grade the pair as strong or fairly strong. */
  @Field(() => Float)
  @Column('double precision')
  score!: number;

  @Field(() => Float)
  @Column('double precision')
  cosine!: number;

  /** What lists are ordered by: the cosine; with a similarity, the cosine that would give the same chance by words alone. */
  @Column('double precision')
  strength!: number;

  /** A feature of its own: what an embedder says of the two texts, −1 … 1; null without one. */
  @Field(() => Float, { nullable: true })
  @Column('double precision', { nullable: true })
  similarity!: number | null;

  /** Where there is a similarity: the chance by the words alone. */
  @Field(() => Float, { nullable: true })
  @Column('double precision', { nullable: true })
  wordsScore!: number | null;

  @Field(() => gqlEnum(MatchBand))
  @Column('text')
  band!: MatchBand;

  /** The largest shares; what is missing to the cosine lies in smaller ones. */
  @Field(() => [SharedText])
  @Column('jsonb', { default: [] })
  shared!: SharedText[];

  /** The demand's heaviest words: those that the achievement holds, and those it lacks. */
  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  covered!: string[];

  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  missing!: string[];

  @Field(() => String)
  @Column('text')
  modelVersion!: string;

  /** When the pair was first found; a later computation keeps it. */
  @Field(() => DateTime)
  @Column('timestamptz')
  foundAt!: Date;

  @Field(() => DateTime)
  @Column('timestamptz')
  computedAt!: Date;
}

defineAccess(Match, {
  visibleTo: (alias, actor) => {
    const demand = readersOfDemand(`${alias}.demandId`, actor);
    const achievement = readersOfAchievement(`${alias}.achievementId`, actor);
    return { sql: `${demand.sql} or ${achievement.sql}`, params: { ...demand.params, ...achievement.params } };
  },
});

/** For which version of an item its list was computed and when: an item without one has not been matched yet, which is not the same as matching nothing. */
@Entity('match_list')
export class MatchList {
  /** The demand's or the achievement's id. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  side!: MatchSide;

  @Column('int')
  itemVersion!: number;

  @Column('timestamptz')
  computedAt!: Date;
}

defineAccess(MatchList, {
  visibleTo: (alias, actor) => {
    const demand = readersOfDemand(`${alias}.id`, actor);
    const achievement = readersOfAchievement(`${alias}.id`, actor);
    return { sql: `${demand.sql} or ${achievement.sql}`, params: { ...demand.params, ...achievement.params } };
  },
});
