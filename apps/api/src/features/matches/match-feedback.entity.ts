import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { DeclineReason, FitReason, MatchBand, MatchVerdict } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/**
 * What an organisation says of a pair, with the figures that it was shown: a label for the next coefficients. It outlives the match, so that
 * a declined pair stays declined when it is found again.
 */
@ObjectType()
@Entity('match_feedback')
@Index(['organisationId', 'demandId', 'achievementId'], { unique: true })
@Index(['achievementId'])
@Index(['demandId'])
export class MatchFeedback extends Versioned {
  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  userId!: string | null;

  @Field(() => ID)
  @Column('uuid')
  demandId!: string;

  @Field(() => ID)
  @Column('uuid')
  achievementId!: string;

  @Field(() => gqlEnum(MatchVerdict))
  @Column('text')
  verdict!: MatchVerdict;

  @Field(() => gqlEnum(DeclineReason), { nullable: true })
  @Column('text', { nullable: true })
  declineReason!: DeclineReason | null;

  @Field(() => gqlEnum(FitReason), { nullable: true })
  @Column('text', { nullable: true })
  fitReason!: FitReason | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  /** The figures as they were shown. */
  @Field(() => Float)
  @Column('double precision')
  score!: number;

  @Field(() => gqlEnum(MatchBand))
  @Column('text')
  band!: MatchBand;

  @Field(() => String)
  @Column('text')
  modelVersion!: string;
}

defineAccess(MatchFeedback, {
  visibleTo: (alias, actor) => ({ sql: `${alias}.organisationId = :actorOrg`, params: { actorOrg: actor.organisationId } }),
  rowRules: { 'match.judge': (actor, row) => row.organisationId === actor.organisationId },
});
