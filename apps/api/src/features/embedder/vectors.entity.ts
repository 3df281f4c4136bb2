import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EmbedderFault, MatchSide } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** What an embedder has said of a text: by the text alone, so that a change of price or a second item of the same words asks nobody again. */
@Entity('text_vector')
export class TextVectorRow {
  @PrimaryColumn('text')
  embedder!: string;

  /** SHA-256 of the text as it was sent. */
  @PrimaryColumn('text')
  hash!: string;

  /** 32-bit floats, little-endian, of length 1. */
  @Column('bytea')
  vector!: Buffer;

  @Column('timestamptz')
  createdAt!: Date;
}

/** Which text an item had when it was last looked at. */
@Entity('item_vector')
@Index(['embedder', 'hash'])
@Index('item_vector_unmatched', ['itemId'], { where: `not "isMatched"` })
export class ItemVector {
  @PrimaryColumn('uuid')
  itemId!: string;

  @Column('text')
  side!: MatchSide;

  @Column('int')
  itemVersion!: number;

  @Column('text')
  embedder!: string;

  /** null: the endpoint refuses this text by itself. */
  @Column('text', { nullable: true })
  hash!: string | null;

  /** Whether the lists have been computed since. */
  @Column('boolean', { default: false })
  isMatched!: boolean;
}

/** How an embedder has fared: what the operator reads, and what keeps workers from asking one that is down. */
@Entity('embedder_state')
export class EmbedderState {
  @PrimaryColumn('text')
  embedder!: string;

  /** Of its first answer; another one later is a fault, since its vectors cannot be compared. */
  @Column('int', { nullable: true })
  dimension!: number | null;

  @Column('int', { default: 0 })
  failures!: number;

  @Column('text', { nullable: true })
  fault!: EmbedderFault | null;

  /** The answer's HTTP status, where there was one. */
  @Column('int', { nullable: true })
  status!: number | null;

  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Nobody asks before. */
  @Column('timestamptz', { nullable: true })
  restUntil!: Date | null;

  /** One worker asks at a time; after this it is taken for dead. */
  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;
}

// Between workers; the operator reads their sums.
defineAccess(TextVectorRow, { visibleTo: () => nothing });
defineAccess(ItemVector, { visibleTo: () => nothing });
defineAccess(EmbedderState, { visibleTo: () => nothing });
