import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { ContractStatus, ContractType, PaymentMode, RefusalCode, TechField } from '@jihui/domain';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime, FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { ContractAmountLine } from './contract-amount-line.js';
import { defineContractAccess } from './contract-access.js';

/** 技术合同. Only its parties, its branch and that branch's auditors see it; what the public may know has types of its own. */
@ObjectType()
@Entity('technology_contract')
@Index(['branchId', 'status', 'dueOn'])
@Index(['status', 'registeredAt'])
@Check(
  'contract_registered',
  `status <> 'REGISTERED' or ("registrationNo" is not null and "registeredAt" is not null and "verificationToken" is not null and "branchId" is not null)`,
)
@Check('contract_amounts', '"techAmount" <= "totalAmount"')
export class TechnologyContract extends Versioned {
  /** The branch of the seller's place (河南省技术市场条例 Art 16). */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Field(() => ID)
  @Index()
  @Column('uuid')
  sellerId!: string;

  @Field(() => ID)
  @Index()
  @Column('uuid')
  buyerId!: string;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  brokerId!: string | null;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  achievementId!: string | null;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  demandId!: string | null;

  /** A talk leads to one contract, unless that one was cancelled. */
  @Field(() => ID, { nullable: true })
  @Index({ unique: true, where: `status <> 'CANCELLED'` })
  @Column('uuid', { nullable: true })
  negotiationId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Field(() => gqlEnum(ContractStatus))
  @Column('text')
  status!: ContractStatus;

  /** Raised by every change of the content; a confirmation names the revision that it confirms. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  revision!: number;

  @Field(() => gqlEnum(ContractType))
  @Column('text')
  type!: ContractType;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  subject!: string;

  @Field(() => gqlEnum(TechField), { nullable: true })
  @Column('text', { nullable: true })
  techField!: TechField | null;

  /** 成交总额 */
  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  totalAmount!: string | null;

  /** 技术交易额 */
  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  techAmount!: string | null;

  /** 金额明细. Where there are lines, both amounts follow from them. */
  @Field(() => [ContractAmountLine])
  @Column('jsonb', { default: [] })
  amountLines!: ContractAmountLine[];

  @Field(() => gqlEnum(PaymentMode))
  @Column('text')
  paymentMode!: PaymentMode;

  @Field(() => String)
  @Column('text')
  paymentTerms!: string;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  signedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Field(() => String)
  @Column('text')
  ipOwnership!: string;

  @Field(() => String)
  @Column('text')
  acceptance!: string;

  @Field(() => String)
  @Column('text')
  confidentiality!: string;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  sellerConfirmedRevision!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  buyerConfirmedRevision!: number | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** The last day of the branch's present step, counted in working days; null while the branch has nothing to do. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** Who took it for 初审 and, from SECOND_REVIEW on, who examined it. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  firstReviewerId!: string | null;

  /** 分派: whose file it is at the desk; the branch's own affair, and no bar to a colleague who is free. */
  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Field(() => gqlEnum(RefusalCode), { nullable: true })
  @Column('text', { nullable: true })
  refusalCode!: RefusalCode | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  refusalReason!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true, unique: true })
  registrationNo!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  registeredAt!: Date | null;

  /** The parties' natures and regions as they stood at the registration: what becomes of a party later moves no earlier figure. */
  @Column('text', { nullable: true })
  sellerKind!: string | null;

  @Column('text', { nullable: true })
  sellerRegion!: string | null;

  @Column('text', { nullable: true })
  buyerKind!: string | null;

  @Column('text', { nullable: true })
  buyerRegion!: string | null;


  /** 全国编号 of the national system, typed in by an operator: never made here. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true, unique: true })
  nationalNo!: string | null;

  /** 1 at the registration, one more with every change that the branch has granted; the number stays. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  registeredVersion!: number;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  changedAt!: Date | null;

  /** When it was performed, deregistered or revoked. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Opens the certificate as its number does, for whoever holds the link of the mail; never shown in lists. */
  @Column('text', { nullable: true, unique: true })
  verificationToken!: string | null;
}

defineContractAccess(TechnologyContract);
