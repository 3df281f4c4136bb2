import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IndicatorOp } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** 指标 as read from a published item's texts and table; written together with its search text. Base units: 0.9 GPa and 900 MPa are one value. */
@Entity('item_indicator')
@Index(['dimension', 'most'])
@Index(['dimension', 'least'])
export class ItemIndicator {
  @PrimaryColumn('uuid')
  itemId!: string;

  @PrimaryColumn('int')
  place!: number;

  /** Folded, to compare; `label` is as it was written. */
  @Column('text')
  name!: string;

  @Column('text')
  label!: string;

  @Column('text')
  op!: Exclude<IndicatorOp, 'TEXT'>;

  @Column('double precision')
  low!: number;

  @Column('double precision', { nullable: true })
  high!: number | null;

  @Column('text')
  unit!: string;

  @Column('text')
  dimension!: string;

  /** A change against today (提高 30 %) is not a value of 30 %. */
  @Column('text', { nullable: true })
  change!: 'UP' | 'DOWN' | null;

  /** What it vouches for at the least and at the most, in base units: ≥900 has no most. */
  @Column('double precision', { nullable: true })
  least!: number | null;

  @Column('double precision', { nullable: true })
  most!: number | null;
}

// Nobody reads it as such: search answers with the items behind it.
defineAccess(ItemIndicator, { visibleTo: () => nothing });
