import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { HandoverRefusal, MandateStatus } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 委托: one side of a talk lets a broker firm take part, or an owner hands a demand over to it before there is a talk. Its terms are the client's and the broker's alone; that a broker is there both sides see. */
@ObjectType()
@Entity('mandate')
@Index(['brokerFirmId', 'status'])
@Index(['negotiationId'])
@Check('mandate_of_something', 'coalesce("negotiationId", "demandId") is not null')
export class Mandate extends Versioned {
  /** null: the mandate is for a demand. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  negotiationId!: string | null;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  demandId!: string | null;

  /** The broker whom the owner chose among those proposed, by his published profile. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  personProfileId!: string | null;

  /** The last day of a mandate for a demand. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  until!: string | null;

  /** The last day on which such an offer can be answered. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Field(() => gqlEnum(HandoverRefusal), { nullable: true })
  @Column('text', { nullable: true })
  refusal!: HandoverRefusal | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  refusalNote!: string | null;

  @Field(() => ID)
  @Index()
  @Column('uuid')
  clientId!: string;

  @Field(() => ID)
  @Column('uuid')
  brokerFirmId!: string;

  @Field(() => gqlEnum(MandateStatus))
  @Column('text')
  status!: MandateStatus;

  @Field(() => String)
  @Column('text')
  scope!: string;

  @Field(() => Int)
  @Column('int')
  commissionPermille!: number;

  /** The talk's title: before it accepts, the firm does not see the room. */
  @Field(() => String)
  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  grantedBy!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

defineAccess(Mandate, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.clientId = :mandateOrg or ${alias}.brokerFirmId = :mandateOrg`,
    params: { mandateOrg: actor.organisationId },
  }),
  rowRules: {
    'mandate.answer': (actor, m) => m.brokerFirmId === actor.organisationId,
    'mandate.grant': (actor, m) => m.clientId === actor.organisationId,
  },
});
