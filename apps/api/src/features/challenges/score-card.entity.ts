import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { CriterionScore } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { Json } from '../../platform/graphql/scalars.js';
import { Challenge } from './challenge.entity.js';

/** What one reviewer gives one claim. Only he reads it; the secretary reads the ranking once all cards are in. */
@ObjectType()
@Entity('score_card')
@Index(['claimId', 'reviewerId'], { unique: true })
export class ScoreCard extends Versioned {
  @Index()
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Field(() => ID)
  @Column('uuid')
  claimId!: string;

  @Column('uuid')
  reviewerId!: string;

  @Field(() => Json)
  @Column('jsonb')
  scores!: CriterionScore[];
}

defineAccess(ScoreCard, {
  visibleTo: (alias, actor) => ({ sql: `${alias}."reviewerId" = :cardUser`, params: { cardUser: actor.userId } }),
  rowRules: { 'challenge.review': (actor, card) => card.reviewerId === actor.userId },
});
