import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** Failed sign-ins of one mail or one network address. Kept for mails without an account too: a lock must not tell which mails have one. */
@Entity('sign_in_guard')
export class SignInGuard {
  /** `mail:` or `address:` and a SHA-256. */
  @PrimaryColumn('text')
  key!: string;

  @Column('int', { default: 0 })
  failures!: number;

  @Column('timestamptz')
  lastFailureAt!: Date;

  @Column('timestamptz', { nullable: true })
  lockedUntil!: Date | null;
}

defineAccess(SignInGuard, { visibleTo: () => nothing });
