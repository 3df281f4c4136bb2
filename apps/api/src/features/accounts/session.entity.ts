import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { User } from './user.entity.js';

/** A signed-in browser. The cookie holds a random token, the database its SHA-256 only. */
@ObjectType()
@Entity('session')
export class Session extends Versioned {
  @Column('uuid')
  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text', { unique: true })
  tokenHash!: string;

  @Field(() => DateTime)
  @Column('timestamptz')
  lastSeenAt!: Date;

  @Field(() => DateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  @Field(() => String)
  @Column('text')
  ip!: string;

  @Field(() => String)
  @Column('text')
  userAgent!: string;
}

defineAccess(Session, {
  visibleTo: (alias, actor) => ({ sql: `${alias}.userId = :actorUser`, params: { actorUser: actor.userId } }),
  rowRules: { 'account.own': (actor, session) => session.userId === actor.userId },
});
