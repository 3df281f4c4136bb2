import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ContentProblem, SearchKind } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** What was worked out of a published item's content: its quality, and the shingles by which others like it are found. Derived, never edited. */
@Entity('item_appraisal')
@Index(['organisationId', 'kind'])
@Index('item_appraisal_terms', { synchronize: false })
export class ItemAppraisal {
  @PrimaryColumn('uuid')
  itemId!: string;

  @Column('text')
  kind!: SearchKind;

  @Column('uuid')
  organisationId!: string;

  /** The version of the item, and of the counts, that this was made from. */
  @Column('text')
  source!: string;

  /** Its rarest shingles; a GIN index finds those that share some (migration 0180). */
  @Column('int', { array: true })
  terms!: number[];

  @Column('int')
  score!: number;

  @Column('text', { array: true })
  missing!: string[];

  @Column('text', { array: true })
  problems!: ContentProblem[];
}

// Nobody reads it as such: the board answers with the items behind it.
defineAccess(ItemAppraisal, { visibleTo: () => nothing });
