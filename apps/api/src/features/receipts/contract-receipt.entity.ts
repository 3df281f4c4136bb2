import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { IncomeKind } from '@jihui/domain';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime, FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { defineSidesAccess, sidesScope } from './contract-side-access.js';

/** 到账: money that came in for a contract, with its voucher and invoice. Never edited: what was wrong is voided with a reason. */
@ObjectType()
@Entity('contract_receipt')
@Index(['sellerId', 'receivedOn'])
@Check('receipt_amounts', 'amount > 0 and "techIncome" >= 0 and "techIncome" <= amount')
export class ContractReceipt extends Versioned {
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

  @Field(() => gqlEnum(IncomeKind))
  @Column('text')
  kind!: IncomeKind;

  @Field(() => FenScalar)
  @Column('bigint')
  amount!: string;

  /** 技术性收入 */
  @Field(() => FenScalar)
  @Column('bigint')
  techIncome!: string;

  @Field(() => String)
  @Column('date')
  receivedOn!: string;

  @Field(() => String)
  @Column('text')
  voucherNo!: string;

  @Field(() => String)
  @Column('text')
  invoiceNo!: string;

  @Field(() => ID)
  @Column('uuid')
  voucherFileId!: string;

  @Field(() => ID)
  @Column('uuid')
  invoiceFileId!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  excessReason!: string | null;

  @Column('uuid', { nullable: true })
  enteredBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  voidReason!: string | null;
}

defineSidesAccess(ContractReceipt, { 'receipt.write': (actor, r) => r.sellerId === actor.organisationId });
defineFileSubject('receipt', (subjectColumn, actor) => {
  const scope = sidesScope('received', actor);
  return { ...scope, sql: `exists (select 1 from contract_receipt received where received.id = ${subjectColumn} and (${scope.sql}))` };
});
