import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { ReviewDecision, ReviewStage } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { contractScope } from './contract-access.js';

/** One decision of the branch about a contract: append-only by trigger, its reviewer's name as it was. */
@ObjectType()
@Entity('contract_review')
export class ContractReview extends Versioned {
  @Index()
  @Column('uuid')
  contractId!: string;

  @Index()
  @Column('uuid')
  branchId!: string;

  @Field(() => gqlEnum(ReviewStage))
  @Column('text')
  stage!: ReviewStage;

  @Field(() => gqlEnum(ReviewDecision))
  @Column('text')
  decision!: ReviewDecision;

  /** The revision of the content that was examined. */
  @Field(() => Int)
  @Column('int')
  revision!: number;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  reviewerId!: string | null;

  @Field(() => String)
  @Column('text')
  reviewerName!: string;

  /** What is said to the parties on a return or a refusal; on an approval a note between the reviewers. */
  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  opinion!: string | null;

  /** Of a return: the content as it was, so that the next examination sees what has changed. */
  @Column('jsonb', { nullable: true })
  content!: Record<string, string | null> | null;
}

const saidToParties: readonly ReviewDecision[] = ['RETURN', 'REFUSE'];

defineAccess(ContractReview, {
  visibleTo: (alias, actor) => {
    const scope = contractScope('reviewed', actor);
    if (scope === nothing) return nothing;
    return {
      ...scope,
      sql: `exists (select 1 from technology_contract reviewed where reviewed.id = ${alias}."contractId" and (${scope.sql}))`,
    };
  },
  isInsider: (actor, review) => review.branchId === actor.organisationId || saidToParties.includes(review.decision),
});
