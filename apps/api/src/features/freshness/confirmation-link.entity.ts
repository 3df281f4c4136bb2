import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { SearchKind } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { User } from '../accounts/user.entity.js';

/** A link in a mail by which a person of the owner says that one item still holds. The mail holds the token, the database its SHA-256 only. */
@Entity('confirmation_link')
@Index(['itemId', 'createdAt'])
export class ConfirmationLink extends Versioned {
  @Column('text')
  kind!: SearchKind;

  @Column('uuid')
  itemId!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text', { unique: true })
  tokenHash!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

// Only who holds the token opens it.
defineAccess(ConfirmationLink, { visibleTo: () => nothing });
