import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { Certainty, RuleKey } from '@jihui/domain';
import { defineAccess, everything } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** A rate, floor, threshold or period of the law during one time. By trigger only its last day ever changes; no two of a key rule the same day. */
@ObjectType()
@Entity('dated_rule')
@Index(['key', 'validFrom'])
export class DatedRuleRow extends Versioned {
  @Field(() => gqlEnum(RuleKey))
  @Column('text')
  key!: RuleKey;

  /** Null: the sources do not say since when. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  validFrom!: string | null;

  /** The last day; null until further notice. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Field(() => Json)
  @Column('jsonb')
  value!: Record<string, unknown>;

  @Field(() => String)
  @Column('text')
  basis!: string;

  @Field(() => gqlEnum(Certainty))
  @Column('text')
  certainty!: Certainty;

  @Field(() => String)
  @Column('text')
  note!: string;
}

// The law is everybody's; who amends it is a matter of the permission alone, for a rule belongs to no branch.
defineAccess(DatedRuleRow, { visibleTo: () => everything, rowRules: { 'rule.edit': () => true } });
