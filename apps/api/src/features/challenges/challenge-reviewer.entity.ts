import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { worksInBranch } from './challenge-access.js';
import { InterestTie } from './conflict-types.js';
import { Challenge } from './challenge.entity.js';

/** A member of the panel of an item; known to the branch and to himself, and to nobody else. */
@ObjectType()
@Entity('challenge_reviewer')
@Index(['challengeId', 'userId'], { unique: true })
@Index(['userId'])
@Index('one_chair', ['challengeId'], { unique: true, where: '"isChair"' })
export class ChallengeReviewer extends Versioned {
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Field(() => ID)
  @Column('uuid')
  userId!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  organisationName!: string;

  /** 组长: one at most. */
  @Field(() => Boolean)
  @Column('boolean', { default: false })
  isChair!: boolean;

  /** When he declared what ties him to the parties, or that nothing does. Nobody scores before. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  declaredAt!: Date | null;

  /** What he declared; for him and the branch, as the whole row is. */
  @Field(() => [InterestTie])
  @Column('jsonb', { default: [] })
  ties!: InterestTie[];

  /** When he stepped back for what he declared: he counts no more. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  recusedAt!: Date | null;
}

defineAccess(ChallengeReviewer, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}."userId" = :panelUser or (:panelBranch and exists (select 1 from challenge of_panel where of_panel.id = ${alias}."challengeId" and of_panel."branchId" = :panelOrg))`,
    params: { panelUser: actor.userId, panelOrg: actor.organisationId, panelBranch: worksInBranch(actor) },
  }),
  rowRules: { 'challenge.review': (actor, r) => r.userId === actor.userId },
});
