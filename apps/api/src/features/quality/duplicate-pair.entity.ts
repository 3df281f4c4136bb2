import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { DuplicateGround, DuplicateStatus, SearchKind } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 疑似重复: two published items that say the same, and what a person has said of it. `firstId` is the smaller of the two ids. */
@ObjectType()
@Entity('duplicate_pair')
@Index(['firstId', 'secondId'], { unique: true })
@Index(['secondId'])
@Check('duplicate_pair_order', '"firstId" < "secondId"')
@Index(['status', 'createdAt'])
export class DuplicatePair extends Versioned {
  @Field(() => gqlEnum(SearchKind))
  @Column('text')
  kind!: SearchKind;

  @Field(() => ID)
  @Column('uuid')
  firstId!: string;

  @Field(() => ID)
  @Column('uuid')
  secondId!: string;

  /** Their titles when it was found, for lists; both are public. */
  @Field(() => [String])
  @Column('text', { array: true })
  titles!: string[];

  /** The owners of the two, and the branches that look after them. */
  @Column('uuid', { array: true })
  organisationIds!: string[];

  @Column('uuid', { array: true })
  branchIds!: string[];

  @Field(() => gqlEnum(DuplicateStatus))
  @Column('text')
  status!: DuplicateStatus;

  @Field(() => [gqlEnum(DuplicateGround)])
  @Column('text', { array: true })
  grounds!: DuplicateGround[];

  /** Of the two texts: shared weight over the weight of both, 0 to 1. */
  @Field(() => Float)
  @Column('double precision')
  resemblance!: number;

  /** Shared weight over that of the shorter text. */
  @Field(() => Float)
  @Column('double precision')
  containment!: number;

  /** Patent numbers that both name. */
  @Field(() => [String])
  @Column('text', { array: true })
  patents!: string[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  decidedByOrganisation!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}

const isBranch = (actor: Actor): boolean => actor.organisationKind === 'MARKET_OPERATOR';

/** An owner judges what is all his own; between two owners a branch does, or one of them would judge the other. */
const decides = (actor: Actor, pair: DuplicatePair): boolean =>
  isBranch(actor)
    ? actor.organisationId !== null && pair.branchIds.includes(actor.organisationId)
    : pair.organisationIds.every((id) => id === actor.organisationId);

defineAccess(DuplicatePair, {
  visibleTo: (alias, actor) => ({
    sql: `:actorOrg = any(${alias}."organisationIds") or (:actorIsBranch and :actorOrg = any(${alias}."branchIds"))`,
    params: { actorOrg: actor.organisationId, actorIsBranch: isBranch(actor) },
  }),
  rowRules: { 'duplicate.decide': decides },
});
