import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** What is looked for, folded, and how often: never by whom. Kept for a quarter, so that a change of the dictionary is tried on real queries. */
@Entity('asked_query')
@Index(['lastAt'])
export class AskedQuery {
  @PrimaryColumn('text')
  text!: string;

  @Column('int')
  times!: number;

  @Column('timestamptz')
  lastAt!: Date;

  /** How many items the last one found. */
  @Column('int')
  found!: number;
}

defineAccess(AskedQuery, { visibleTo: () => nothing });
