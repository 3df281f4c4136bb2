import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AnomalyCode, ContractClass5, ContractType } from '@jihui/domain';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** A number of the statistics: how many, and both amounts. */
@ObjectType('StatisticsLine')
export class StatisticsLineType {
  @Field(() => String)
  key!: string;

  /** What a reader calls the key, where that is data (a region). */
  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => Int)
  count!: number;

  @Field(() => FenScalar)
  totalAmount!: string;

  @Field(() => FenScalar)
  techAmount!: string;
}

/** One contract behind a number. */
@ObjectType('CountedContract')
export class CountedContractType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  title!: string;

  @Field(() => gqlEnum(ContractType))
  type!: ContractType;

  @Field(() => String)
  registeredOn!: string;

  @Field(() => FenScalar)
  totalAmount!: string;

  @Field(() => FenScalar)
  techAmount!: string;
}

@ObjectType()
export class Statistics {
  @Field(() => StatisticsLineType)
  sum!: StatisticsLineType;

  @Field(() => [StatisticsLineType])
  lines!: StatisticsLineType[];

  /** Deregistered or revoked within the period, whenever registered: not in the sum. */
  @Field(() => StatisticsLineType)
  takenOut!: StatisticsLineType;

  /** Registered in the period and changed in it: counted with the amounts as they were at its end. */
  @Field(() => Int)
  changed!: number;
}

/** What an auditor would ask about, with the record that it is about. */
@ObjectType()
export class ReportAnomaly {
  @Field(() => gqlEnum(AnomalyCode))
  code!: AnomalyCode;

  @Field(() => String)
  title!: string;

  /** The address of the record. */
  @Field(() => String)
  link!: string;

  @Field(() => FenScalar, { nullable: true })
  amount!: string | null;
}

@ObjectType()
export class ReportClassLine {
  @Field(() => gqlEnum(ContractClass5))
  contractClass!: ContractClass5;

  @Field(() => Int)
  count!: number;

  @Field(() => FenScalar)
  totalAmount!: string;

  @Field(() => FenScalar)
  techAmount!: string;
}

/** 成果转化年度报告 of one unit (促进科技成果转化法 Art 21). */
@ObjectType()
export class AnnualReport {
  @Field(() => String)
  unitName!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => Int)
  achievements!: number;

  @Field(() => [ReportClassLine])
  classes!: ReportClassLine[];

  @Field(() => [CountedContractType])
  contracts!: CountedContractType[];

  @Field(() => FenScalar)
  received!: string;

  @Field(() => FenScalar)
  techIncome!: string;

  @Field(() => FenScalar)
  netIncome!: string;

  @Field(() => FenScalar)
  rewards!: string;

  @Field(() => FenScalar)
  paid!: string;

  @Field(() => [ReportAnomaly])
  anomalies!: ReportAnomaly[];
}
