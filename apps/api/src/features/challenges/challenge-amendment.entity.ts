import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { throughChallenge } from './challenge-access.js';
import { Challenge } from './challenge.entity.js';

/** 更正公告: numbered, append-only by trigger. The published text stays; what changes is said beside it. */
@ObjectType()
@Entity('challenge_amendment')
@Index(['challengeId', 'number'], { unique: true })
export class ChallengeAmendment extends Versioned {
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Field(() => Int)
  @Column('int')
  number!: number;

  @Field(() => String)
  @Column('text')
  text!: string;

  /** The deadline before and after, where it moved. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  closedAtBefore!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  closesAtAfter!: Date | null;
}

defineAccess(ChallengeAmendment, { visibleTo: throughChallenge });
