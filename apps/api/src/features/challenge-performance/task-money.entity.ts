import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { ReceiptKind, TerminationCause, type FundingLine } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { defineAccess, type Scope } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { worksInBranch } from '../challenges/challenge-access.js';
import { ChallengeTask } from './challenge-task.entity.js';

const ofTask = (alias: string, actor: Actor): Scope => ({
  sql: `exists (select 1 from challenge_task of_money where of_money.id = ${alias}."taskId" and (:moneyOrg in (of_money."organisationId"::text, of_money."ownerId"::text) or (:moneyBranch and of_money."branchId"::text = :moneyOrg)))`,
  params: { moneyOrg: actor.organisationId ?? '', moneyBranch: worksInBranch(actor) },
});

/** What the enterprise has given to the bidder; it counts once the bidder has confirmed it. */
@ObjectType()
@Entity('challenge_receipt')
export class ChallengeReceipt extends Versioned {
  @Index()
  @Column('uuid')
  @ForeignKey(() => ChallengeTask)
  taskId!: string;

  @Field(() => gqlEnum(ReceiptKind))
  @Column('text')
  kind!: ReceiptKind;

  @Field(() => FenScalar)
  @Column('bigint')
  amount!: string;

  @Field(() => String)
  @Column('date')
  receivedOn!: string;

  @Field(() => String)
  @Column('text')
  note!: string;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  confirmedOn!: string | null;
}
defineAccess(ChallengeReceipt, { visibleTo: ofTask, rowRules: { 'challengeTask.act': () => true } });

/** Fiscal money that was released, with the reasons as they stood then. */
@ObjectType()
@Entity('challenge_release')
@Check('challenge_release_positive', 'amount > 0')
export class ChallengeRelease extends Versioned {
  @Index()
  @Column('uuid')
  @ForeignKey(() => ChallengeTask)
  taskId!: string;

  @Field(() => Int)
  @Column('int')
  gate!: number;

  @Field(() => FenScalar)
  @Column('bigint')
  amount!: string;

  @Field(() => String)
  @Column('date')
  releasedOn!: string;

  @Field(() => Json)
  @Column('jsonb')
  lines!: FundingLine[];
}
defineAccess(ChallengeRelease, { visibleTo: ofTask });

/** 失信名单: who may not claim until a day, and why. */
@ObjectType()
@Entity('challenge_bar')
@Index(['organisationId', 'until'])
export class ChallengeBar extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  @Index({ unique: true })
  @Column('uuid')
  @ForeignKey(() => ChallengeTask)
  taskId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Field(() => gqlEnum(TerminationCause))
  @Column('text')
  cause!: TerminationCause;

  @Field(() => String)
  @Column('text')
  reason!: string;

  @Field(() => String)
  @Column('date')
  since!: string;

  @Field(() => String)
  @Column('date')
  until!: string;
}
defineAccess(ChallengeBar, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}."organisationId" = :barOrg or (:barBranch and ${alias}."branchId" = :barOrg)`,
    params: { barOrg: actor.organisationId, barBranch: worksInBranch(actor) },
  }),
});
