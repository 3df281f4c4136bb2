import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { TierSubject } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { partScope } from './tier-scopes.js';

/**
 * 保密部分: the second tier of an item, or of one side in a room, and on what terms it opens. What it holds is read through TierReading
 * alone, which asks for the agreement and notes the opening; the originals of its files are for the owner's insiders.
 */
@ObjectType()
@Entity('confidential_part')
@Index(['subjectKind', 'subjectId', 'organisationId'], { unique: true })
export class ConfidentialPart extends Versioned {
  @Field(() => gqlEnum(TierSubject))
  @Column('text')
  subjectKind!: TierSubject;

  @Column('uuid')
  subjectId!: string;

  /** The owner; private, since an anonymous demand has one too. */
  @Column('uuid')
  organisationId!: string;

  /** Private. An achievement's text stands in its own column. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Field(() => Boolean)
  @Column('boolean')
  approvalRequired!: boolean;

  /** How long an agreement opens it. */
  @Field(() => Int)
  @Column('int')
  accessMonths!: number;

  /** How long an agreement binds. */
  @Field(() => Int)
  @Column('int')
  termYears!: number;
}

/** The kind under which stored files belong to a part. */
export const partFiles = 'confidentialPart';

defineAccess(ConfidentialPart, {
  visibleTo: (alias, actor) => partScope(`${alias}.subjectKind`, `${alias}.subjectId`, `${alias}.organisationId`, actor),
  rowRules: { 'tier.write': (actor, part) => part.organisationId === actor.organisationId },
});
defineFileSubject(partFiles, (column, actor) => {
  const scope = partScope('p."subjectKind"', 'p."subjectId"', 'p."organisationId"', actor);
  return { ...scope, sql: `exists (select 1 from confidential_part p where p.id = ${column} and ${scope.sql})` };
});
