import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { ChallengeMeetingSide, ChallengeMeetingStatus } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Claim } from '../challenges/claim.entity.js';
import { meetingRules, meetingScope } from './meeting-access.js';

@ObjectType()
export class ChallengeMeetingAttendee {
  @Field(() => gqlEnum(ChallengeMeetingSide))
  side!: ChallengeMeetingSide;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  title!: string;
}

/** A confirmation or signature: by whom, when, under which hash. */
@ObjectType()
export class ChallengeMeetingMark {
  @Field(() => gqlEnum(ChallengeMeetingSide))
  side!: ChallengeMeetingSide;

  @Field(() => String)
  name!: string;

  @Field(() => DateTime)
  at!: string;

  @Field(() => String)
  sha256!: string;
}

/** 供需对接 of the owner with one qualified bidder. It exists for the two and the branch alone: a rival learns neither of it nor of the bidder. */
@ObjectType()
@Entity('challenge_meeting')
@Index(['challengeId', 'status'])
@Index(['claimId'])
export class ChallengeMeeting extends Versioned {
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Field(() => ID)
  @Column('uuid')
  @ForeignKey(() => Claim)
  claimId!: string;

  /** The bidder. */
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  ownerId!: string;

  @Column('uuid', { nullable: true })
  branchId!: string | null;

  /** Of the item, by which the trail calls it. */
  @Column('text')
  title!: string;

  @Field(() => gqlEnum(ChallengeMeetingStatus))
  @Column('text')
  status!: ChallengeMeetingStatus;

  @Field(() => DateTime)
  @Column('timestamptz')
  at!: Date;

  @Field(() => String)
  @Column('text')
  place!: string;

  @Field(() => [ChallengeMeetingAttendee])
  @Column('jsonb', { default: [] })
  attendees!: ChallengeMeetingAttendee[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  minutes!: string | null;

  /** SHA-256 of time, place, attendees and minutes: what both sides confirm. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  digest!: string | null;

  @Field(() => [ChallengeMeetingMark])
  @Column('jsonb', { default: [] })
  confirmations!: ChallengeMeetingMark[];

  /** 合作意向书, read at /files/ID. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  intentionFileId!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  intentionName!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  intentionSha256!: string | null;

  @Field(() => [ChallengeMeetingMark])
  @Column('jsonb', { default: [] })
  intentionMarks!: ChallengeMeetingMark[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  cancelReason!: string | null;
}

nameAuditSubjects(['meeting'], { table: 'challenge_meeting', column: 'title' });
defineAccess(ChallengeMeeting, { visibleTo: meetingScope, rowRules: meetingRules });
defineFileSubject('challengeMeeting', (subjectColumn, actor) => {
  const scope = meetingScope('met', actor);
  return { ...scope, sql: `exists (select 1 from challenge_meeting met where met.id = ${subjectColumn} and (${scope.sql}))` };
});
