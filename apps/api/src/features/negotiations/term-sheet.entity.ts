import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { ContractType, PaymentMode } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime, FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { inRoom } from './negotiation-access.js';

/** 条款单, one version of it. A change is a new version; only the two confirmations are written later. */
@ObjectType()
@Entity('term_sheet')
@Index(['negotiationId', 'number'], { unique: true })
export class TermSheet extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  negotiationId!: string;

  /** 1, 2, 3 … within the talk. */
  @Field(() => Int)
  @Column('int')
  number!: number;

  @Field(() => gqlEnum(ContractType))
  @Column('text')
  type!: ContractType;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  subject!: string;

  @Field(() => FenScalar)
  @Column('bigint')
  totalAmount!: string;

  @Field(() => gqlEnum(PaymentMode))
  @Column('text')
  paymentMode!: PaymentMode;

  @Field(() => String)
  @Column('text')
  paymentTerms!: string;

  @Field(() => String)
  @Column('text')
  ipOwnership!: string;

  @Field(() => Int)
  @Column('int')
  termMonths!: number;

  @Column('uuid', { nullable: true })
  savedBy!: string | null;

  @Field(() => String)
  @Column('text')
  savedByName!: string;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  savedByOrganisationId!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  supplierConfirmedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  supplierConfirmedByName!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  demanderConfirmedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  demanderConfirmedByName!: string | null;
}

defineAccess(TermSheet, { visibleTo: (alias, actor) => inRoom(`${alias}.negotiationId`, actor) });
