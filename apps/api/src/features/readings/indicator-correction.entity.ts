import { Column, Entity, Index } from 'typeorm';
import type { IndicatorOp, ReadingCorrection } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';

/**
 * What an owner says of a reading of his own text: that it is none (`rejected`), or what it should be. It hangs on the reading's key and
 * not on a place in the text, so that it holds as long as the text says the same, wherever it is said and however often it is parsed.
 */
@Entity('indicator_correction')
@Index(['itemId', 'key'], { unique: true })
export class IndicatorCorrection extends Versioned {
  @Column('uuid')
  itemId!: string;

  @Column('text')
  key!: string;

  @Column('boolean')
  rejected!: boolean;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  op!: IndicatorOp | null;

  /** As a row of the table of indicators has it: 900, or 40-45 for a span. */
  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  /** A change against today (提高 30 %) or a value of its own (null). */
  @Column('text', { nullable: true })
  change!: 'UP' | 'DOWN' | null;

  @Column('uuid', { nullable: true })
  correctedBy!: string | null;
}

// Nobody reads it as such: its item's owner reads it with the item, search applies it.
defineAccess(IndicatorCorrection, { visibleTo: () => nothing });

/** The corrections of one item as the rules of the domain take them. */
export function correctionsIn(rows: readonly IndicatorCorrection[], itemId: string): ReadingCorrection[] {
  return rows
    .filter((row) => row.itemId === itemId)
    .map(({ key, rejected, name, op, value, unit, change }) =>
      rejected || name === null || op === null || value === null ? { key, state: 'REJECTED' } : { key, state: 'CORRECTED', indicator: { name, op, value, unit }, change },
    );
}
