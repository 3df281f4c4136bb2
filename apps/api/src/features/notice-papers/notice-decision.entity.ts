import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { hasRole } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Paper } from '../../platform/db/paper.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { FenScalar } from '../../platform/graphql/scalars.js';

/** 集体决策 of the owner on price and transfer, with its paper. Append-only: a wrong one is followed by another that corrects it. The owner's alone. */
@ObjectType()
@Entity('notice_decision')
@Index(['noticeId', 'createdAt'])
export class NoticeDecision extends Paper {
  @Field(() => ID)
  @Column('uuid')
  noticeId!: string;

  @Column('uuid')
  organisationId!: string;

  @Field(() => String)
  @Column('text')
  organ!: string;

  @Field(() => String)
  @Column('date')
  decidedOn!: string;

  @Field(() => String)
  @Column('text')
  paperNo!: string;

  @Field(() => String)
  @Column('text')
  decided!: string;

  @Field(() => FenScalar)
  @Column('bigint')
  price!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  withdrew!: string | null;

  @Field(() => ID)
  @Column('uuid')
  fileId!: string;

  @Field(() => String)
  @Column('text')
  fileName!: string;

  /** Of the paper's bytes; kept here, where it cannot be changed. */
  @Field(() => String)
  @Column('text')
  sha256!: string;
}

defineAccess(NoticeDecision, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.organisationId = :decisionOrg and :decisionIsTto`,
    params: { decisionOrg: actor.organisationId, decisionIsTto: hasRole(actor, 'UNIT_TTO') },
  }),
});
defineFileSubject('noticeDecision', (subjectColumn, actor) => ({
  sql: `exists (select 1 from notice_decision decided where decided.id = ${subjectColumn} and decided."organisationId" = :decisionFileOrg and :decisionFileIsTto)`,
  params: { decisionFileOrg: actor.organisationId, decisionFileIsTto: hasRole(actor, 'UNIT_TTO') },
}));
