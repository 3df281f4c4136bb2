import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { ChallengePlanInput } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { Challenge } from './challenge.entity.js';

/** The timetable of an item as its branch has planned it; read through the item alone. */
@Entity('challenge_plan')
export class ChallengePlan extends Versioned {
  @Index({ unique: true })
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Column('jsonb')
  content!: ChallengePlanInput;
}

defineAccess(ChallengePlan, { visibleTo: () => nothing });
