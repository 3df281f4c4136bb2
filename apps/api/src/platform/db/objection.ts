import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import { restricted } from '../graphql/restricted.js';
import { DateTime } from '../graphql/scalars.js';
import { Versioned } from './versioned.js';

/** 异议 to something that is before the public. Text and answer are public once it is answered; who objected stays with the branch. */
@ObjectType({ isAbstract: true })
export abstract class Objection extends Versioned {
  @Column('uuid', { nullable: true })
  branchId!: string | null;

  /** The number by which the objector finds his answer. */
  @Field(() => String)
  @Column('text', { unique: true })
  receipt!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text')
  contact!: string;

  @Field(() => String)
  @Column('text')
  text!: string;

  @Field(() => Boolean, { nullable: true })
  @Column('boolean', { nullable: true })
  upheld!: boolean | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
