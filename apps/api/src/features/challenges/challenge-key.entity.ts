import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { Challenge } from './challenge.entity.js';
import type { WrappedKey } from './sealing.js';

/** One of the two keys of an item. The private half lies here only wrapped by its holder's pass phrase. No field of it is in the schema. */
@Entity('challenge_key')
@Index(['challengeId', 'holderId'], { unique: true })
@Index(['challengeId', 'position'], { unique: true })
export class ChallengeKey extends Versioned {
  @Column('uuid')
  @ForeignKey(() => Challenge)
  challengeId!: string;

  @Column('uuid')
  holderId!: string;

  @Column('text')
  holderName!: string;

  /** 1 or 2. */
  @Column('int')
  position!: number;

  @Column('text')
  publicKey!: string;

  @Column('jsonb')
  wrapped!: WrappedKey;

  /** What the holder gave at the opening: per claim his half of its key. One half opens nothing. */
  @Column('jsonb', { nullable: true })
  halves!: Record<string, string> | null;

  @Column('timestamptz', { nullable: true })
  givenAt!: Date | null;
}

defineAccess(ChallengeKey, { visibleTo: () => nothing, rowRules: { 'challenge.hold': (actor, key) => key.holderId === actor.userId } });
