import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { User } from './user.entity.js';

export type LinkKind = 'INVITATION' | 'PASSWORD_RESET';

/** A link sent by mail that proves who opens it, once. The mail holds the token, the database its SHA-256 only. */
@Entity('account_link')
export class AccountLink extends Versioned {
  @Index()
  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  kind!: LinkKind;

  @Column('text', { unique: true })
  tokenHash!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

defineAccess(AccountLink, {
  visibleTo: (alias, actor) => ({ sql: `${alias}.userId = :actorUser`, params: { actorUser: actor.userId } }),
  rowRules: { 'account.own': (actor, link) => link.userId === actor.userId },
});
