import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/**
 * Which items one computation of lists has looked at, numbered in the order of their commits, since only one runs at a time. By it the other
 * matchers learn what to read again, without asking every item for its version.
 */
@Entity('match_turn')
export class MatchTurn {
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  /** null: all of them. */
  @Column('uuid', { array: true, nullable: true })
  itemIds!: string[] | null;
}

// Between matchers.
defineAccess(MatchTurn, { visibleTo: () => nothing });
