import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainHead } from '@jihui/domain';
import { defineAccess, everything } from '../../platform/db/access.js';

/** The root of one day in Asia/Shanghai: append-only, computed by a trigger when the day is over. For anybody. */
@Entity('ledger_root')
export class LedgerRoot {
  @PrimaryColumn('date')
  day!: string;

  @Column('int')
  count!: number;

  @Column('jsonb')
  heads!: ChainHead[];

  @Column('text')
  prev!: string;

  @Column('text')
  root!: string;

  @Column('timestamptz', { default: () => 'now()' })
  sealedAt!: Date;
}

defineAccess(LedgerRoot, { visibleTo: () => everything });
