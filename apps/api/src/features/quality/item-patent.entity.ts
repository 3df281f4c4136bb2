import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PatentKind } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** A patent of a published achievement as its number tells it; written together with its appraisal. */
@Entity('item_patent')
@Index(['number'])
@Index(['endsTo'])
export class ItemPatent {
  @PrimaryColumn('uuid')
  itemId!: string;

  /** Digits and check character, without ZL and point: an application and the patent that came of it are one right. */
  @PrimaryColumn('text')
  number!: string;

  @Column('text')
  kind!: PatentKind;

  @Column('date')
  endsFrom!: string;

  @Column('date')
  endsTo!: string;

  /** The mail that told the owner that it ends within a year. */
  @Column('timestamptz', { nullable: true })
  warnedAt!: Date | null;
}

defineAccess(ItemPatent, { visibleTo: () => nothing });
