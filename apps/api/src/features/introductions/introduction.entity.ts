import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { DeclineReason, IntroductionStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 引荐: one organisation asks another to talk about a demand, an achievement or both. Who has asked whom, and when, stays on record. */
@ObjectType()
@Entity('introduction')
@Index(['requesterId', 'status', 'dueOn'])
@Index(['answererId', 'status', 'dueOn'])
@Index(['status', 'dueOn'])
@Index('introduction_one_open', { synchronize: false })
export class Introduction extends Versioned {
  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  demandId!: string | null;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  achievementId!: string | null;

  /** As the items were called then: they may be withdrawn since. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  demandTitle!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  achievementTitle!: string | null;

  @Field(() => ID)
  @Column('uuid')
  requesterId!: string;

  /** Private: an anonymous demand's owner is named after it has accepted. */
  @Column('uuid')
  answererId!: string;

  @Column('boolean', { default: false })
  isAnswererHidden!: boolean;

  @Column('uuid')
  supplierId!: string;

  @Column('uuid')
  demanderId!: string;

  /** The broker firm that asks for the requester. */
  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  brokerId!: string | null;

  @Column('uuid', { nullable: true })
  requestedBy!: string | null;

  @Field(() => String)
  @Column('text')
  requestedByName!: string;

  @Field(() => String)
  @Column('text')
  message!: string;

  @Field(() => gqlEnum(IntroductionStatus))
  @Column('text')
  status!: IntroductionStatus;

  /** The last day to answer. */
  @Field(() => String)
  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  remindedAt!: Date | null;

  @Field(() => gqlEnum(DeclineReason), { nullable: true })
  @Column('text', { nullable: true })
  declineReason!: DeclineReason | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  declineNote!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** The talk that its acceptance opened. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  negotiationId!: string | null;
}

const asks = (actor: Actor, i: Introduction): boolean =>
  i.requesterId === actor.organisationId || (i.brokerId !== null && i.brokerId === actor.organisationId);

/** Whether the reader may not yet learn who is asked. */
export function hidesAnswerer(actor: Actor, i: Introduction): boolean {
  return i.isAnswererHidden && i.status !== 'ACCEPTED' && i.answererId !== actor.organisationId;
}

defineAccess(Introduction, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.requesterId = :introductionOrg or ${alias}.answererId = :introductionOrg or ${alias}.brokerId = :introductionOrg`,
    params: { introductionOrg: actor.organisationId },
  }),
  rowRules: { 'introduction.request': asks, 'introduction.answer': (actor, i) => i.answererId === actor.organisationId },
});
