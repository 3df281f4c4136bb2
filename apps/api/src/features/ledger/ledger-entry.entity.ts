import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Canonical, LedgerEvent } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/**
 * One decision in the hash chain of its branch: append-only by trigger, and another trigger gives it `seq`, `prev` and `hash` under the
 * lock of the chain's head. What the public sees of it has a type of its own.
 */
@Entity('ledger_entry')
@Index(['chain', 'at', 'seq'])
export class LedgerEntry {
  /** The branch's code, as in the numbers that it gives. */
  @PrimaryColumn('text')
  chain!: string;

  @PrimaryColumn('bigint')
  seq!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('text')
  event!: LedgerEvent;

  @Column('text', { nullable: true })
  number!: string | null;

  /** SHA-256 of `details`, canonical. */
  @Column('text')
  detail!: string;

  @Column('text')
  prev!: string;

  @Column('text')
  hash!: string;

  @Index()
  @Column('uuid')
  subjectId!: string;

  /** The private part: ids, states, amounts, the hash of the content, a salt. */
  @Column('jsonb')
  details!: Record<string, Canonical>;
}

/** Where a chain ends. Its row lock is what orders a branch's decisions; only the entries' trigger moves it. */
@Entity('ledger_head')
export class LedgerHead {
  @PrimaryColumn('text')
  chain!: string;

  @Column('bigint')
  seq!: string;

  @Column('text')
  hash!: string;

  /** No entry is earlier: the last one's time, or the end of the last day that has its root. */
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}

defineAccess(LedgerEntry, { visibleTo: () => nothing });
defineAccess(LedgerHead, { visibleTo: () => nothing });
