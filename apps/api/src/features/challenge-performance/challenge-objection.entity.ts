import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { worksInBranch } from '../challenges/challenge-access.js';
import { Challenge } from '../challenges/challenge.entity.js';

/** 异议 to a decision before the public. Text and answer are public once it is answered; who objected stays with the branch. */
@ObjectType()
@Entity('challenge_objection')
@Index(['challengeId', 'createdAt'])
export class ChallengeObjection extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  /** The number by which the objector finds his answer. */
  @Field(() => String)
  @Column('text', { unique: true })
  receipt!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  contact!: string;

  @Field(() => String)
  @Column('text')
  text!: string;

  @Field(() => Boolean, { nullable: true })
  @Column('boolean', { nullable: true })
  upheld!: boolean | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

defineAccess(ChallengeObjection, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}."answeredAt" is not null or (${alias}."branchId" = :objectedBranch and :objectedIsBranch)`,
    params: { objectedBranch: actor.organisationId, objectedIsBranch: worksInBranch(actor) },
  }),
  rowRules: { 'challenge.approve': (actor, o) => worksInBranch(actor) && o.branchId === actor.organisationId },
  isInsider: (actor, o) => worksInBranch(actor) && o.branchId === actor.organisationId,
});
