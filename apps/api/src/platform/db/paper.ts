import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import { Versioned } from './versioned.js';

/** A paper that was put down and is never changed: a wrong one is followed by another of its table, which names it and says why. */
@ObjectType({ isAbstract: true })
export abstract class Paper extends Versioned {
  @Column('uuid', { nullable: true })
  enteredBy!: string | null;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true, unique: true })
  correctsId!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  correctionReason!: string | null;
}
