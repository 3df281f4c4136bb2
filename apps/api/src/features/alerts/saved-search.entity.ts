import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SavedHitKind } from '@jihui/domain';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { User } from '../accounts/user.entity.js';

/** 保存的搜索: what a person looks for again and again. It is asked by himself, so it goes on where recommendations are off. */
@ObjectType()
@Entity('saved_search')
export class SavedSearch extends Versioned {
  @Index()
  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  /** The search page's address, as the person saw it. */
  @Field(() => String)
  @Column('text')
  address!: string;

  /** Whether what is new goes into the mail. */
  @Field(() => Boolean)
  @Column('boolean', { default: true })
  mail!: boolean;

  /** Up to when published items were looked at. */
  @Field(() => DateTime)
  @Column('timestamptz')
  checkedAt!: Date;
}

defineAccess(SavedSearch, {
  visibleTo: (alias, actor) => ({ sql: `${alias}.userId = :actorUser`, params: { actorUser: actor.userId } }),
  rowRules: { 'account.own': (actor, row) => row.userId === actor.userId },
});

/** An item that a saved search has found; each once, however often it is looked. */
@Entity('saved_search_hit')
@Index(['savedSearchId', 'foundAt'])
export class SavedSearchHit {
  @PrimaryColumn('uuid')
  @ForeignKey(() => SavedSearch, { onDelete: 'CASCADE' })
  savedSearchId!: string;

  @PrimaryColumn('uuid')
  itemId!: string;

  @Column('text')
  kind!: SavedHitKind;

  @Column('timestamptz')
  foundAt!: Date;
}

// Read through the search that it belongs to.
defineAccess(SavedSearchHit, { visibleTo: () => nothing });
