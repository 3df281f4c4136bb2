import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DeadlineLight } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { RuleCitation } from '../rules/calculation-types.js';
import { ContractMatter } from './contract-matter.entity.js';

export const MatterPage = Paged<ContractMatter>(ContractMatter, 'ContractMatterPage');

/** A field of a change: as it was on filing, as it shall be. */
@ObjectType()
export class MatterDifference {
  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

/** A time during which the examination stood still. */
@ObjectType()
export class ExaminationStop {
  @Field(() => String)
  returned!: string;

  @Field(() => String, { nullable: true })
  resubmitted!: string | null;
}

/** The legal clock of an examination, with the rule that runs it. */
@ObjectType()
export class ContractExamination {
  @Field(() => String)
  countedFrom!: string;

  @Field(() => String, { nullable: true })
  dueOn!: string | null;

  @Field(() => Int)
  days!: number;

  @Field(() => Int)
  used!: number;

  @Field(() => gqlEnum(DeadlineLight))
  light!: DeadlineLight;

  @Field(() => [ExaminationStop])
  stops!: ExaminationStop[];

  @Field(() => RuleCitation)
  rule!: RuleCitation;
}
