import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { throughChallenge } from './challenge-access.js';
import { Challenge } from './challenge.entity.js';

/** A question about an item and its answer: once answered everybody reads both, and nobody reads who asked. */
@ObjectType()
@Entity('challenge_question')
export class ChallengeQuestion extends Versioned {
  @Index()
  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  askedBy!: string | null;

  @Field(() => String)
  @Column('text')
  question!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answer!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

defineAccess(ChallengeQuestion, {
  visibleTo: (alias, actor) => {
    const scope = throughChallenge(alias, actor);
    return {
      sql: `(${scope.sql}) and (${alias}."answeredAt" is not null or ${alias}."organisationId" = :askingOrg or exists (select 1 from challenge asked where asked.id = ${alias}."challengeId" and :askingOrg in (asked."organisationId", asked."branchId")))`,
      params: { ...scope.params, askingOrg: actor.organisationId },
    };
  },
});
