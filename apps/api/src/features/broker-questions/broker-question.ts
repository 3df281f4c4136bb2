import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/graphql/scalars.js';
import { BrokerOmission } from './broker-omission.entity.js';

/** A broker who has brought the parties of a contract together, and what the contract does about it. */
@ObjectType()
export class BrokerQuestion {
  @Field(() => ID)
  brokerId!: string;

  @Field(() => String)
  brokerName!: string;

  /** When it first brought them together. */
  @Field(() => DateTime)
  since!: Date;

  /** What about. */
  @Field(() => String, { nullable: true })
  about!: string | null;

  @Field(() => Boolean)
  isNamed!: boolean;

  @Field(() => BrokerOmission, { nullable: true })
  omission!: BrokerOmission | null;
}
