import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { MeetingStatus } from '@jihui/domain';
import { accessOf, defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';

/** 会谈 of the two sides of a room: its agenda, and the minutes that both confirm. */
@ObjectType()
@Entity('meeting')
@Index(['negotiationId', 'startsAt'])
export class Meeting extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  negotiationId!: string;

  @Field(() => gqlEnum(MeetingStatus))
  @Column('text')
  status!: MeetingStatus;

  @Field(() => DateTime)
  @Column('timestamptz')
  startsAt!: Date;

  @Field(() => String)
  @Column('text')
  place!: string;

  @Field(() => [String])
  @Column('text', { array: true })
  agenda!: string[];

  @Field(() => String)
  @Column('text')
  plannedByName!: string;

  @Field(() => [String])
  @Column('text', { array: true, default: [] })
  attendees!: string[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  discussion!: string | null;

  @Field(() => [String])
  @Column('text', { array: true, default: [] })
  decisions!: string[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  minutesByName!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  supplierConfirmedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  supplierConfirmedByName!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  demanderConfirmedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  demanderConfirmedByName!: string | null;
}

defineAccess(Meeting, {
  visibleTo: (alias, actor) => {
    const room = accessOf(Negotiation).visibleTo('room', actor);
    return { ...room, sql: `exists (select 1 from negotiation room where room.id = ${alias}.negotiationId and (${room.sql}))` };
  },
  // Who sees it is in the room; what he may do there the room itself has answered before the meeting is locked.
  rowRules: { 'negotiation.write': () => true, 'termSheet.confirm': () => true },
});
