import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Objection } from '../../platform/db/objection.js';
import { worksInBranch } from '../challenges/challenge-access.js';
import { Challenge } from '../challenges/challenge.entity.js';

/** 异议 to a decision before the public. Text and answer are public once it is answered; who objected stays with the branch. */
@ObjectType()
@Entity('challenge_objection')
@Index(['challengeId', 'createdAt'])
export class ChallengeObjection extends Objection {
  @Field(() => ID)
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;
}

defineAccess(ChallengeObjection, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}."answeredAt" is not null or (${alias}."branchId" = :objectedBranch and :objectedIsBranch)`,
    params: { objectedBranch: actor.organisationId, objectedIsBranch: worksInBranch(actor) },
  }),
  rowRules: { 'challenge.approve': (actor, o) => worksInBranch(actor) && o.branchId === actor.organisationId },
  isInsider: (actor, o) => worksInBranch(actor) && o.branchId === actor.organisationId,
});
