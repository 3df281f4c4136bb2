import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IndustryChain, PriceBand, SearchKind, TechField, TransferMode } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';

/**
 * A published achievement or demand as search reads it: folded texts and what one filters and sorts by. Derived from its row; Meilisearch
 * holds a copy of it, and it carries the search while Meilisearch is away. An anonymous demand has neither unit nor organisation here.
 */
@Entity('search_text')
@Index('search_text_trigrams', { synchronize: false })
@Index(['kind', 'publishedAt'])
export class SearchText {
  @PrimaryColumn('uuid')
  itemId!: string;

  @Column('text')
  kind!: SearchKind;

  /** What it was made from: the versions of its rows. Another one means that it has to be made again. */
  @Column('text')
  source!: string;

  @Column('text')
  title!: string;

  @Column('text', { array: true })
  keywords!: string[];

  @Column('text')
  body!: string;

  @Column('text')
  unit!: string;

  /** Pinyin and initials of the words of title, keywords and unit. */
  @Column('text')
  spelling!: string;

  /** Of the title: neighbouring syllables written together. */
  @Column('text')
  sounds!: string;

  /** Patent numbers as people type them. */
  @Column('text', { array: true })
  codes!: string[];

  @Column('text', { nullable: true })
  techField!: TechField | null;

  @Column('text', { nullable: true })
  chain!: IndustryChain | null;

  /** The region with everything above it, so that 郑州市 finds its zones. */
  @Column('text', { array: true })
  regions!: string[];

  /** Of a demand: the least that it asks for. */
  @Column('int', { nullable: true })
  trl!: number | null;

  @Column('text', { array: true })
  transferModes!: TransferMode[];

  @Column('text')
  priceBand!: PriceBand;

  @Column('bigint', { nullable: true })
  price!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** 待转化 */
  @Column('boolean')
  pending!: boolean;

  @Column('timestamptz')
  publishedAt!: Date;

  /** All of its words in one string for LIKE. */
  @Column('text')
  text!: string;
}

// Nobody reads it as such: search answers with the rows behind it.
defineAccess(SearchText, { visibleTo: () => nothing });
