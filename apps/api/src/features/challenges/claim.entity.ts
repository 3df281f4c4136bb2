import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { ClaimStatus, type ClaimContent, type ClaimResult } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { defineAccess, type Scope } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { worksInBranch } from './challenge-access.js';
import { Challenge } from './challenge.entity.js';
import type { Envelope } from './sealing.js';

/** 揭榜申报. Until the opening there is only its envelope; what is in it is nowhere in this database. */
@ObjectType()
@Entity('claim')
@Index(['challengeId', 'organisationId'], { unique: true })
export class Claim extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Field(() => gqlEnum(ClaimStatus))
  @Column('text')
  status!: ClaimStatus;

  /** When the server received it. */
  @Field(() => DateTime)
  @Column('timestamptz')
  submittedAt!: Date;

  @Column('jsonb', { nullable: true })
  envelope!: Envelope | null;

  /** SHA-256 of the envelope: the bidder's receipt. */
  @Field(() => String)
  @Column('text')
  digest!: string;

  /** null until two key holders have opened it. */
  @Field(() => Json, { nullable: true })
  @Column('jsonb', { nullable: true })
  content!: ClaimContent | null;

  /** Why it was not qualified. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  refusalReason!: string | null;

  /** Of the review, fixed by the decision; the resolver shows both from the public notice on. */
  @Column('jsonb', { nullable: true })
  result!: ClaimResult | null;

  @Column('text', { nullable: true })
  outcomeReason!: string | null;
}

/** Its bidder; after the opening the branch; the owner and the panel once it is qualified. */
export function claimScope(alias: string, actor: Actor): Scope {
  return {
    sql: `${alias}."organisationId" = :claimOrg
      or (${alias}.status not in ('SEALED', 'RETRACTED') and :claimBranch and exists (select 1 from challenge of_claim where of_claim.id = ${alias}."challengeId" and of_claim."branchId" = :claimOrg))
      or (${alias}.status in ('QUALIFIED', 'WON', 'LOST') and (
        exists (select 1 from challenge of_claim where of_claim.id = ${alias}."challengeId" and of_claim."organisationId" = :claimOrg)
        or exists (select 1 from challenge_reviewer panel where panel."challengeId" = ${alias}."challengeId" and panel."userId" = :claimUser and panel."recusedAt" is null)))`,
    params: { claimOrg: actor.organisationId, claimBranch: worksInBranch(actor), claimUser: actor.userId },
  };
}

defineAccess(Claim, {
  visibleTo: claimScope,
  rowRules: { 'claim.write': (actor, claim) => claim.organisationId === actor.organisationId },
});
