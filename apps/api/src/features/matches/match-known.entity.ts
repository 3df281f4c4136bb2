import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MatchLoss, MatchSide } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/**
 * What an item's owner could have been told of its list: since when the other item stands in it, or when and why it left. Kept beside the
 * lists, because these are replaced as a whole; written in the same transaction, so that a change is neither lost nor told twice.
 */
@Entity('match_known')
@Index(['side', 'since'])
@Index(['side', 'lostAt'])
export class MatchKnown {
  @PrimaryColumn('uuid')
  itemId!: string;

  @PrimaryColumn('uuid')
  otherId!: string;

  @Column('text')
  side!: MatchSide;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  lostAt!: Date | null;

  @Column('text', { nullable: true })
  lostBy!: MatchLoss | null;
}

// Read by the alerts of those who own the item, through the item itself.
defineAccess(MatchKnown, { visibleTo: () => nothing });
