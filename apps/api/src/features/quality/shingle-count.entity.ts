import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** In how many items each shingle stands: one row of the whole market, made anew when the market has doubled. */
@Entity('shingle_count')
export class ShingleCount {
  @PrimaryColumn('int')
  id!: number;

  /** Rises with each making; what was signed by older counts is signed again. */
  @Column('int')
  generation!: number;

  @Column('int')
  items!: number;

  @Column('bytea')
  counts!: Buffer;
}

defineAccess(ShingleCount, { visibleTo: () => nothing });
