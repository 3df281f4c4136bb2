import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { GrantKind } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 赋权: what the unit has granted its completers in a result. From its day the one-year clock of DORMANT runs. */
@ObjectType()
@Entity('rights_grant')
export class RightsGrant extends Versioned {
  @Field(() => ID)
  @Index()
  @Column('uuid')
  organisationId!: string;

  @Field(() => ID)
  @Index()
  @Column('uuid')
  achievementId!: string;

  @Field(() => gqlEnum(GrantKind))
  @Column('text')
  kind!: GrantKind;

  @Field(() => [String])
  @Column('text', { array: true })
  holders!: string[];

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  shareBp!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  years!: number | null;

  @Field(() => String)
  @Column('date')
  agreedOn!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  /** Since when the completers use it: the clock stops. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  implementedOn!: string | null;
}

defineAccess(RightsGrant, {
  visibleTo: (alias, actor) => ({ sql: `${alias}."organisationId" = :grantOrg`, params: { grantOrg: actor.organisationId } }),
  rowRules: { 'distribution.write': (actor, g) => g.organisationId === actor.organisationId },
});
