import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { ChallengeKind, ChallengeMode, ChallengeStatus, IndustryChain, TechField } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime, FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { challengeAccess } from './challenge-access.js';
import { CoreIndicator, Criterion, PaymentStage, RaceGate } from './challenge-parts.js';

/** 榜单: what an enterprise cannot solve itself and puts up for whoever can. */
@ObjectType()
@Entity('challenge')
@Index(['status', 'claimsCloseAt'])
@Index(['organisationId', 'updatedAt'])
@Index(['branchId', 'status'])
export class Challenge extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  /** The demand it was made from. */
  @Field(() => ID, { nullable: true, middleware: [restricted] })
  @Column('uuid', { nullable: true })
  demandId!: string | null;

  @Field(() => gqlEnum(ChallengeStatus))
  @Column('text')
  status!: ChallengeStatus;

  @Field(() => String, { nullable: true })
  @Index({ unique: true })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => gqlEnum(ChallengeKind))
  @Column('text')
  kind!: ChallengeKind;

  @Field(() => gqlEnum(ChallengeMode))
  @Column('text')
  mode!: ChallengeMode;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  background!: string;

  @Field(() => [CoreIndicator])
  @Column('jsonb', { default: [] })
  indicators!: CoreIndicator[];

  @Field(() => String)
  @Column('text')
  deliverables!: string;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  endsOn!: string | null;

  /** What the enterprise brings in all. */
  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  ownFunds!: string | null;

  /** Of it, in cash to the bidder. */
  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  bidderCash!: string | null;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  fiscalSupport!: string | null;

  @Field(() => [PaymentStage])
  @Column('jsonb', { default: [] })
  paymentPlan!: PaymentStage[];

  @Field(() => String)
  @Column('text')
  ipSharing!: string;

  @Field(() => String)
  @Column('text')
  bidderConditions!: string;

  @Field(() => String)
  @Column('text')
  acceptance!: string;

  @Field(() => String)
  @Column('text')
  triedSelf!: string;

  /** 保密附件: for the owner and the organiser alone. */
  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  ndaAnnex!: string | null;

  @Field(() => Boolean)
  @Column('boolean', { default: false })
  cleanRecord!: boolean;

  /** How many bidders win: 1, or the teams of a race. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  teams!: number;

  @Field(() => [RaceGate])
  @Column('jsonb', { default: [] })
  gates!: RaceGate[];

  @Field(() => [Criterion])
  @Column('jsonb', { default: [] })
  criteria!: Criterion[];

  @Field(() => gqlEnum(TechField), { nullable: true })
  @Column('text', { nullable: true })
  techField!: TechField | null;

  @Field(() => gqlEnum(IndustryChain), { nullable: true })
  @Column('text', { nullable: true })
  chain!: IndustryChain | null;

  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  keywords!: string[];

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  contactName!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  contactPhone!: string | null;

  /** The owner's own words before the experts rewrote them; null while nothing was rewritten. */
  @Field(() => Json, { nullable: true, middleware: [restricted] })
  @Column('jsonb', { nullable: true })
  original!: Record<string, unknown> | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  rewriteNote!: string | null;

  @Field(() => DateTime, { nullable: true, middleware: [restricted] })
  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Field(() => DateTime, { nullable: true, middleware: [restricted] })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** Who screened or rewrote it: somebody else approves it. */
  @Column('uuid', { nullable: true })
  examinedBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  claimsCloseAt!: Date | null;

  /** Counted at the deadline; before it nobody learns how many bid. */
  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  claimCount!: number | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  noticeEndsOn!: string | null;

  /** Why it was ended, or is reviewed anew. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  endReason!: string | null;
}

nameAuditSubjects(['challenge'], { table: 'challenge', column: 'title' });
defineAccess(Challenge, challengeAccess);
