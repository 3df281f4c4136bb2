import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DemandStatus } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Demand } from './demand.entity.js';

export const DemandPage = Paged(Demand, 'DemandPage');

@ObjectType()
export class DemandCount {
  @Field(() => gqlEnum(DemandStatus))
  status!: DemandStatus;

  @Field(() => Int)
  count!: number;
}
