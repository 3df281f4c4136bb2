import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { hasRole } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';

/** 专家意见 about one contract: append-only by trigger. The branch's own; the parties learn that experts were heard, not who said what. */
@ObjectType()
@Entity('expert_opinion')
export class ExpertOpinion extends Versioned {
  @Field(() => ID)
  @Index()
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  branchId!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  unit!: string;

  @Field(() => Boolean)
  @Column('boolean')
  supports!: boolean;

  @Field(() => String)
  @Column('text')
  opinion!: string;

  @Column('uuid', { nullable: true })
  enteredBy!: string | null;
}

defineAccess(ExpertOpinion, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}."branchId" = :expertBranch and :expertReads`,
    params: { expertBranch: actor.organisationId, expertReads: hasRole(actor, 'OPERATOR_L1', 'OPERATOR_L2', 'BRANCH_ADMIN', 'AUDITOR') },
  }),
});
