import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  CertificateState,
  ContractCheckCode,
  ContractClass5,
  ContractType,
  OrganisationKind,
  ReviewStage,
  TechField,
  type ClauseField,
  type ContractContent,
} from '@jihui/domain';
import { Paged, type Page } from '../../platform/graphql/paged.js';
import { FenScalar, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { LedgerPlace } from '../ledger/ledger-types.js';
import { ExplainedLine, RuleCitation } from '../rules/calculation-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

export const ContractPage = Paged(TechnologyContract, 'ContractPage');

/** A party as it stands in the contract: shown to the contract's readers whatever has become of the organisation. */
@ObjectType()
export class ContractParty {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  uscc!: string;

  @Field(() => gqlEnum(OrganisationKind))
  kind!: OrganisationKind;

  @Field(() => Boolean)
  verified!: boolean;
}

/** Why the amounts are what they are. */
@ObjectType()
export class ContractAmountsResult {
  @Field(() => FenScalar)
  totalAmount!: string;

  @Field(() => FenScalar)
  techAmount!: string;

  @Field(() => [ExplainedLine])
  lines!: ExplainedLine[];

  @Field(() => [RuleCitation])
  rules!: RuleCitation[];
}

/** The words in the text that a check is about. */
@ObjectType()
export class ClauseQuote {
  @Field(() => String)
  field!: ClauseField;

  @Field(() => String)
  words!: string;
}

@ObjectType()
export class ContractCheckResult {
  @Field(() => gqlEnum(ContractCheckCode))
  code!: ContractCheckCode;

  @Field(() => Boolean)
  ok!: boolean;

  /** Which of the code's sentences says it. */
  @Field(() => String)
  variant!: string;

  @Field(() => Json)
  params!: Record<string, string | number>;

  @Field(() => [ClauseQuote])
  quotes!: ClauseQuote[];
}

/** A field that differs from what the branch last returned. */
@ObjectType()
export class ContractFieldChange {
  @Field(() => String)
  field!: keyof ContractContent;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType()
export class DeskCount {
  @Field(() => gqlEnum(ReviewStage))
  stage!: ReviewStage;

  @Field(() => Int)
  total!: number;

  @Field(() => Int)
  overdue!: number;
}

/** 登记证明, for anybody: never an amount, never a text. */
@ObjectType()
export class Certificate {
  @Field(() => String)
  number!: string;

  @Field(() => gqlEnum(CertificateState))
  state!: CertificateState;

  @Field(() => String)
  title!: string;

  @Field(() => gqlEnum(ContractType))
  type!: ContractType;

  @Field(() => String)
  sellerName!: string;

  @Field(() => String)
  buyerName!: string;

  @Field(() => String, { nullable: true })
  brokerName!: string | null;

  @Field(() => String)
  branchName!: string;

  @Field(() => String)
  registeredOn!: string;

  /** 1, and one more after every granted change. */
  @Field(() => Int)
  registeredVersion!: number;

  @Field(() => String, { nullable: true })
  changedOn!: string | null;

  /** The day of performance, deregistration or revocation. */
  @Field(() => String, { nullable: true })
  endedOn!: string | null;

  @Field(() => String, { nullable: true })
  nationalNo!: string | null;

  /** Its registration in the ledger; null when it is older than the ledger. */
  @Field(() => LedgerPlace, { nullable: true })
  ledger!: LedgerPlace | null;
}

/** One line of the public register, of which the front page's sum is made: neither parties nor title. */
@ObjectType()
export class RegisterEntry {
  @Field(() => String)
  number!: string;

  @Field(() => gqlEnum(ContractClass5))
  contractClass!: ContractClass5;

  @Field(() => gqlEnum(TechField), { nullable: true })
  techField!: TechField | null;

  @Field(() => String)
  registeredOn!: string;

  @Field(() => String)
  branchName!: string;

  @Field(() => FenScalar)
  totalAmount!: string;
}

@ObjectType()
export class RegisterBranch {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType()
export class RegisterPage implements Page<RegisterEntry> {
  @Field(() => [RegisterEntry])
  items!: RegisterEntry[];

  @Field(() => Int)
  total!: number;

  /** The sum over the whole list, not the page. */
  @Field(() => FenScalar)
  totalAmount!: string;

  /** What the list can be narrowed to. */
  @Field(() => [Int])
  years!: number[];

  @Field(() => [RegisterBranch])
  branches!: RegisterBranch[];
}
