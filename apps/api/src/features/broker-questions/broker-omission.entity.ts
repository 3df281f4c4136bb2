import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { defineAccess, type Scope } from '../../platform/db/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Versioned } from '../../platform/db/versioned.js';

/** Why a contract between parties that a broker has brought together does not name him. It is never rewritten, and the broker reads it. */
@ObjectType()
@Entity('broker_omission')
@Index(['contractId', 'brokerId'], { unique: true })
@Index(['brokerId'])
export class BrokerOmission extends Versioned {
  /** Private: the broker is no party of the contract. */
  @Column('uuid')
  contractId!: string;

  @Field(() => ID)
  @Column('uuid')
  brokerId!: string;

  @Field(() => String)
  @Column('text')
  brokerName!: string;

  @Column('uuid')
  sellerId!: string;

  @Field(() => String)
  @Column('text')
  sellerName!: string;

  @Column('uuid')
  buyerId!: string;

  @Field(() => String)
  @Column('text')
  buyerName!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Field(() => String)
  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  statedBy!: string | null;

  @Field(() => String)
  @Column('text')
  statedByOrganisationName!: string;
}

function omissionScope(alias: string, actor: Actor): Scope {
  const params = { omissionOrg: actor.organisationId };
  const own = `${alias}.brokerId = :omissionOrg or ${alias}.sellerId = :omissionOrg or ${alias}.buyerId = :omissionOrg`;
  return { sql: actor.organisationKind === 'MARKET_OPERATOR' ? `${alias}.branchId = :omissionOrg` : own, params };
}
defineAccess(BrokerOmission, { visibleTo: omissionScope });
