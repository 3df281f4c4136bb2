import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { ChallengeTaskStatus, TerminationCause, type EvidenceFile, type Milestone, type TaskAcceptance, type TaskBook, type TaskSide } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { throughChallenge } from '../challenges/challenge-access.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Claim } from '../challenges/claim.entity.js';
import { defineTaskFiles, isTaskInsider, taskRowRules } from './task-access.js';
import { EvidencePaper, TaskMilestone, TaskSignature } from './task-parts.js';

export type OpenChange = { days: string[]; endsOn: string; reason: string; side: TaskSide; agreed: boolean };

/** 攻关任务: what one winner of an item carries out. Its way is public; its texts, evidence and money are the parties' and the branch's. */
@ObjectType()
@Entity('challenge_task')
@Check('challenge_task_repaid', 'repaid >= 0 and repaid <= "clawBack"')
@Index(['challengeId', 'claimId'], { unique: true })
@Index(['organisationId', 'status'])
@Index(['ownerId', 'status'])
@Index(['branchId', 'status'])
export class ChallengeTask extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Column('uuid')
  @ForeignKey(() => Claim)
  claimId!: string;

  /** The bidder. */
  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  @Field(() => ID)
  @Column('uuid')
  ownerId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  /** Of the item, by which the trail calls it. */
  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => gqlEnum(ChallengeTaskStatus))
  @Column('text')
  status!: ChallengeTaskStatus;

  @Field(() => ID, { nullable: true, middleware: [restricted] })
  @Index()
  @Column('uuid', { nullable: true })
  contractId!: string | null;

  /** 任务书 as it was written; a change of days raises its edition and leaves the signed text as it is. */
  @Column('jsonb', { nullable: true })
  book!: TaskBook | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  bookText!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  pledge!: string | null;

  /** SHA-256 of both texts: what the signatures are given under. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  digest!: string | null;

  @Field(() => [TaskSignature], { nullable: true, middleware: [restricted] })
  @Column('jsonb', { default: [] })
  signatures!: TaskSignature[];

  @Field(() => [TaskMilestone])
  @Column('jsonb', { default: [] })
  milestones!: Milestone[];

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Field(() => Json, { nullable: true, middleware: [restricted] })
  @Column('jsonb', { nullable: true })
  change!: OpenChange | null;

  /** How many gates of a race it has come through. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  gatesPassed!: number;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  startedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  acceptedOn!: string | null;

  /** When it left the item: done, out of the race, excused or broken off. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  endReason!: string | null;

  @Field(() => gqlEnum(TerminationCause), { nullable: true })
  @Column('text', { nullable: true })
  cause!: TerminationCause | null;

  @Field(() => Json, { nullable: true })
  @Column('jsonb', { nullable: true })
  acceptance!: TaskAcceptance | null;

  /** The papers with which the acceptance was asked for. */
  @Field(() => [EvidencePaper], { nullable: true, middleware: [restricted] })
  @Column('jsonb', { default: [] })
  finalFiles!: EvidenceFile[];

  /** Fiscal money asked back, and what came. */
  @Field(() => FenScalar, { nullable: true, middleware: [restricted] })
  @Column('bigint', { default: '0' })
  clawBack!: string;

  @Field(() => FenScalar, { nullable: true, middleware: [restricted] })
  @Column('bigint', { default: '0' })
  repaid!: string;
}

nameAuditSubjects(['challengeTask'], { table: 'challenge_task', column: 'title' });
defineAccess(ChallengeTask, { visibleTo: throughChallenge, rowRules: taskRowRules, isInsider: isTaskInsider });
defineTaskFiles();
