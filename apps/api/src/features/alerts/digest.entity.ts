import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { User } from '../accounts/user.entity.js';

/**
 * One person's mail of one day or week. The row is there before the mail goes out and `upTo` says what it holds: a process that dies in
 * between leaves a digest that is not sent again, because nobody can know whether it was sent.
 */
@Entity('alert_digest')
export class AlertDigest {
  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @PrimaryColumn('text')
  period!: string;

  @Column('timestamptz')
  upTo!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}

defineAccess(AlertDigest, { visibleTo: () => nothing });
