import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { defineAccess, everything, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { may } from '../../platform/auth/actor.js';

@ObjectType()
export class TermGroup {
  /** Folded: simplified characters, lower case. */
  @Field(() => [String])
  words!: string[];
}

/** 词典版次: the whole dictionary from one publication to the next. By trigger never changed afterwards; the highest number is in force. */
@ObjectType()
@Entity('dictionary_edition')
export class DictionaryEdition extends Versioned {
  @Field(() => Int)
  @Column('int', { unique: true })
  number!: number;

  @Field(() => [TermGroup])
  @Column('jsonb')
  groups!: TermGroup[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The groups that this edition brought and took away. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  added!: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  removed!: number;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  publishedBy!: string | null;
}

// A dictionary holds for every branch: whoever works with it reads all of it.
defineAccess(DictionaryEdition, {
  visibleTo: (_alias, actor) => (may(actor, 'dictionary.read') ? everything : nothing),
  rowRules: { 'dictionary.publish': () => true },
});
