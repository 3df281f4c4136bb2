import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { ReviewManner } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Paper } from '../../platform/db/paper.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { worksInBranch } from '../challenges/challenge-access.js';
import { Challenge } from '../challenges/challenge.entity.js';

/** One who took part, by the name and office that he had then: the panel may be another one later. */
@ObjectType()
export class PanelAttendee {
  @Field(() => ID)
  userId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  organisationName!: string;

  @Field(() => Boolean)
  isChair!: boolean;
}

/** 评审记录 of a panel. Append-only: a wrong one is followed by another that corrects it. The branch's alone, also after the award. */
@ObjectType()
@Entity('panel_record')
@Index(['challengeId', 'createdAt'])
export class PanelRecord extends Paper {
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  /** 1, and one more after each result that was taken back. */
  @Field(() => Int)
  @Column('int')
  round!: number;

  @Field(() => String)
  @Column('date')
  heldOn!: string;

  @Field(() => gqlEnum(ReviewManner))
  @Column('text')
  manner!: ReviewManner;

  @Field(() => [PanelAttendee])
  @Column('jsonb')
  attendees!: PanelAttendee[];

  @Field(() => String)
  @Column('text')
  conclusion!: string;

  @Field(() => String)
  @Column('text')
  dissent!: string;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  fileId!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  fileName!: string | null;

  /** Of the signed paper's bytes; kept here, where it cannot be changed. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  sha256!: string | null;
}

defineAccess(PanelRecord, {
  visibleTo: (alias, actor) => ({
    sql: `:recordBranch and exists (select 1 from challenge recorded where recorded.id = ${alias}."challengeId" and recorded."branchId" = :recordOrg)`,
    params: { recordOrg: actor.organisationId, recordBranch: worksInBranch(actor) },
  }),
});
defineFileSubject('panelRecord', (subjectColumn, actor) => ({
  sql: `exists (select 1 from panel_record held join challenge recorded on recorded.id = held."challengeId" where held.id = ${subjectColumn} and recorded."branchId" = :recordFileOrg and :recordFileBranch)`,
  params: { recordFileOrg: actor.organisationId, recordFileBranch: worksInBranch(actor) },
}));
