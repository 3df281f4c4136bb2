import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { MandateStatus } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 委托: one side of a talk lets a broker firm take part. Its terms are the client's and the broker's alone; that a broker is there both sides see. */
@ObjectType()
@Entity('mandate')
@Index(['brokerFirmId', 'status'])
@Index(['negotiationId'])
export class Mandate extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  negotiationId!: string;

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
  rowRules: { 'mandate.answer': (actor, m) => m.brokerFirmId === actor.organisationId },
});
