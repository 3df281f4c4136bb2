import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** What the workers tell each other about the index; one row. */
@Entity('search_state')
export class SearchState {
  @PrimaryColumn('text')
  index!: string;

  /** A write did not reach Meilisearch: index and database have to be compared when it is back. */
  @Column('boolean', { default: false })
  sweepNeeded!: boolean;

  @Column('timestamptz', { nullable: true })
  sweptAt!: Date | null;

  /** How many documents the last comparison repaired. */
  @Column('int', { default: 0 })
  repaired!: number;
}

defineAccess(SearchState, { visibleTo: () => nothing });
