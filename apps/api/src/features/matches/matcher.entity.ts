import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CandidateSource } from './candidates.service.js';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** One worker process that matches: how much of the market it holds, and when it was last heard of. */
@Entity('matcher')
export class Matcher {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  done!: number;

  @Column('int')
  total!: number;

  /** Where its candidates come from. */
  @Column('text', { default: 'MEMORY' })
  candidates!: CandidateSource;

  @Column('timestamptz')
  seenAt!: Date;
}

// Read by /readyz.
defineAccess(Matcher, { visibleTo: () => nothing });
