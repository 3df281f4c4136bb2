import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateTime } from '../graphql/scalars.js';

/** What every row that people change has: an id that sorts by time, a version that only Tx raises, and its two times. */
@ObjectType({ isAbstract: true })
export abstract class Versioned {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Field(() => Int)
  @Column('int', { default: 1 })
  version!: number;

  @Field(() => DateTime)
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => DateTime)
  @Column('timestamptz')
  updatedAt!: Date;
}
