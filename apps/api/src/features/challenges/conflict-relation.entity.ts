import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { ConflictRelation } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { worksInBranch } from './challenge-access.js';

/** A relation between people and organisations that a branch knows of: who controls whom, who has invented with whom. Only branches read it. */
@ObjectType()
@Entity('conflict_relation')
@Index(['branchId', 'createdAt'])
export class ConflictRelationRow extends Versioned {
  @Column('uuid')
  branchId!: string;

  @Field(() => gqlEnum(ConflictRelation))
  @Column('text')
  relation!: ConflictRelation;

  /** The account's or organisation's id, else `name:` and the name: by it the same person is found again in claims. */
  @Column('text')
  fromId!: string;

  @Field(() => String)
  @Column('text')
  fromName!: string;

  @Column('text')
  toId!: string;

  @Field(() => String)
  @Column('text')
  toName!: string;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  since!: string | null;

  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  until!: string | null;

  /** Where it is known from. */
  @Field(() => String)
  @Column('text')
  source!: string;

  /** Taken out of use; what was once relied on stays. */
  @Field(() => Boolean)
  @Column('boolean', { default: false })
  dropped!: boolean;
}

defineAccess(ConflictRelationRow, {
  visibleTo: (alias, actor) => ({
    sql: `:relationBranch and ${alias}."branchId" = :relationOrg`,
    params: { relationBranch: worksInBranch(actor), relationOrg: actor.organisationId },
  }),
  rowRules: { 'relation.write': (actor, row) => row.branchId === actor.organisationId },
});
