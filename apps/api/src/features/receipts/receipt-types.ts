import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { Paged } from '../../platform/graphql/paged.js';
import { FollowUpTask } from './follow-up-task.entity.js';

export const FollowUpPage = Paged<FollowUpTask>(FollowUpTask, 'FollowUpPage');

/** What has come in for a contract, and what still may. */
@ObjectType()
export class ContractIncome {
  @Field(() => FenScalar)
  received!: string;

  @Field(() => FenScalar)
  techIncome!: string;

  /** Of the contract's sum and its confirmed royalties; nothing below zero. */
  @Field(() => FenScalar)
  outstanding!: string;

  @Field(() => FenScalar)
  royalties!: string;
}

/** 技术性收入 of a unit in a year. */
@ObjectType()
export class TechIncomeLine {
  @Field(() => ID)
  unitId!: string;

  @Field(() => String)
  unitName!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => Int)
  receipts!: number;

  @Field(() => FenScalar)
  amount!: string;

  @Field(() => FenScalar)
  techIncome!: string;
}
