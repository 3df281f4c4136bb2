import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { FollowUpKind } from '@jihui/domain';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { RuleCitation } from '../rules/calculation-types.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { defineSidesAccess, sidesScope } from './contract-side-access.js';

/** What is left to do after a decision, by whom and until when; its proof when it is done. */
@ObjectType()
@Entity('follow_up_task')
@Index(['contractId', 'kind'], { unique: true })
export class FollowUpTask extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  sellerId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  @Field(() => gqlEnum(FollowUpKind))
  @Column('text')
  kind!: FollowUpKind;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** The rule that gave the last day, as it stood. */
  @Field(() => RuleCitation, { nullable: true })
  @Column('jsonb', { nullable: true })
  rule!: RuleCitation | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  doneOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  fileId!: string | null;
}

defineSidesAccess(FollowUpTask, {
  'followUp.write': (actor, task) => (task.kind === 'TAX_NOTICE' ? task.branchId : task.sellerId) === actor.organisationId,
});
defineFileSubject('followUp', (subjectColumn, actor) => {
  const scope = sidesScope('followed', actor);
  return { ...scope, sql: `exists (select 1 from follow_up_task followed where followed.id = ${subjectColumn} and (${scope.sql}))` };
});
