import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { MatterGround, MatterKind, MatterStatus } from '@jihui/domain';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { defineMatterAccess } from './matter-access.js';

/** 登记后事项: what somebody wants of a contract that has its decision. The contract itself changes only when it is granted. */
@ObjectType()
@Entity('contract_matter')
@Index(['branchId', 'status', 'dueOn'])
@Index('one_open_matter', ['contractId'], { unique: true, where: `status in ('PROPOSED', 'FILED', 'EXAMINED', 'RETURNED')` })
export class ContractMatter extends Versioned {
  @Field(() => ID)
  @Index()
  @Column('uuid')
  contractId!: string;

  /** As they were when it was filed: who may read it does not change with the contract. */
  @Column('uuid')
  branchId!: string;

  @Column('uuid')
  sellerId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  brokerId!: string | null;

  /** The side that filed it; of a revocation the branch itself. */
  @Column('uuid')
  filedByOrganisationId!: string;

  @Field(() => gqlEnum(MatterKind))
  @Column('text')
  kind!: MatterKind;

  @Field(() => gqlEnum(MatterStatus))
  @Column('text')
  status!: MatterStatus;

  @Field(() => gqlEnum(MatterGround), { nullable: true })
  @Column('text', { nullable: true })
  ground!: MatterGround | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  reason!: string;

  /** Of a change: the columns that the contract shall get, amounts computed. */
  @Column('jsonb', { nullable: true })
  proposal!: Record<string, unknown> | null;

  /** Of a change: the same fields as words, as they were on filing and as they shall be. */
  @Column('jsonb', { nullable: true })
  before!: Record<string, string | null> | null;

  @Column('jsonb', { nullable: true })
  after!: Record<string, string | null> | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('uuid', { nullable: true })
  examinedBy!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  examinerName!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  deciderName!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** What the branch said last: of a return or a refusal its reason. */
  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  opinion!: string | null;
}
defineMatterAccess(ContractMatter);
