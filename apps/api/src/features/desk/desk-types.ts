import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Role } from '@jihui/domain';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { DeskAbsence } from './desk-absence.entity.js';

/** What lies with one person, or with nobody, and what he has decided of late. */
@ObjectType()
export class DeskLoad {
  /** null: what nobody has. */
  @Field(() => ID, { nullable: true })
  userId!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => [gqlEnum(Role)])
  roles!: Role[];

  @Field(() => Int)
  open!: number;

  @Field(() => Int)
  overdue!: number;

  /** Its last day is today or the next working day. */
  @Field(() => Int)
  dueSoon!: number;

  /** Decisions of the last thirty days. */
  @Field(() => Int)
  decided!: number;

  /** The one that runs or comes next. */
  @Field(() => DeskAbsence, { nullable: true })
  absence!: DeskAbsence | null;
}
