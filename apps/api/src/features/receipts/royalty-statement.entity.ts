import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { RoyaltyStatus } from '@jihui/domain';
import { Versioned } from '../../platform/db/versioned.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { defineSidesAccess } from './contract-side-access.js';

/** 履行与提成报告: written by the buyer, confirmed or disputed by the seller. Confirmed royalties may come in beyond the contract's sum. */
@ObjectType()
@Entity('royalty_statement')
export class RoyaltyStatement extends Versioned {
  @Field(() => ID)
  @Index()
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  sellerId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Field(() => gqlEnum(RoyaltyStatus))
  @Column('text')
  status!: RoyaltyStatus;

  @Field(() => String)
  @Column('date')
  from!: string;

  @Field(() => String)
  @Column('date')
  until!: string;

  @Field(() => FenScalar)
  @Column('bigint')
  sales!: string;

  @Field(() => FenScalar)
  @Column('bigint')
  royalty!: string;

  @Field(() => String)
  @Column('text')
  performance!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  dispute!: string | null;
}

defineSidesAccess(RoyaltyStatement, { 'receipt.write': (actor, r) => r.sellerId === actor.organisationId });
