import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { hasRole, may } from '../../platform/auth/actor.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';

/** 请假交接: from one day to another somebody else works on a person's files; what was handed over, stays recorded. */
@ObjectType()
@Entity('desk_absence')
@Index(['branchId', 'until'])
@Check('absence_days', `"from" <= "until" and "userId" <> "deputyId"`)
export class DeskAbsence extends Versioned {
  @Column('uuid')
  branchId!: string;

  @Field(() => ID)
  @Column('uuid')
  userId!: string;

  @Field(() => ID)
  @Column('uuid')
  deputyId!: string;

  @Field(() => String)
  @Column('date')
  from!: string;

  @Field(() => String)
  @Column('date')
  until!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  /** When the files went over: at once, or on the first day. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  handedOverAt!: Date | null;

  /** Back earlier than said, or not away at all. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int)
  @Column('int', { default: 0 })
  files!: number;

  /** What the deputy may not take (复审 of his own 初审): it waits for a hand that assigns it. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  left!: number;
}

defineAccess(DeskAbsence, {
  visibleTo: (alias, actor) => (may(actor, 'desk.read') ? { sql: `${alias}."branchId" = :absenceBranch`, params: { absenceBranch: actor.organisationId } } : nothing),
  rowRules: { 'desk.handOver': (actor, row) => row.branchId === actor.organisationId && (row.userId === actor.userId || hasRole(actor, 'BRANCH_ADMIN')) },
  isInsider: () => true,
});
