import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { ContractType, NegotiationSide, PaymentMode, TermKey } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime, FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { inRoom } from './negotiation-access.js';

/** One wording of one clause of the term sheet. New words are a new row; only who has accepted it is written later. */
@ObjectType()
@Entity('term_wording')
@Index(['negotiationId', 'key', 'number'], { unique: true })
export class TermWording extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  negotiationId!: string;

  @Field(() => gqlEnum(TermKey))
  @Column('text')
  key!: TermKey;

  /** The version of the whole sheet in which it came: clauses proposed together share it. */
  @Field(() => Int)
  @Column('int')
  number!: number;

  @Field(() => gqlEnum(ContractType), { nullable: true })
  @Column('text', { nullable: true })
  type!: ContractType | null;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  totalAmount!: string | null;

  @Field(() => gqlEnum(PaymentMode), { nullable: true })
  @Column('text', { nullable: true })
  paymentMode!: PaymentMode | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  termMonths!: number | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  text!: string | null;

  /** Why these words, where others stood before. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => gqlEnum(NegotiationSide))
  @Column('text')
  side!: NegotiationSide;

  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @Field(() => String)
  @Column('text')
  proposedByName!: string;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  supplierAcceptedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  supplierAcceptedByName!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  demanderAcceptedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  demanderAcceptedByName!: string | null;
}

defineAccess(TermWording, { visibleTo: (alias, actor) => inRoom(`${alias}.negotiationId`, actor) });
