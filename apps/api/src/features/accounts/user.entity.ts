import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Role } from '@jihui/domain';
import { hasRole } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Organisation } from '../organisations/organisation.entity.js';

/** A person's account in one organisation. Personal data is what signing in and being called back need, no more. */
@ObjectType()
@Entity('app_user')
export class User extends Versioned {
  @Field(() => ID)
  @Index()
  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Index({ unique: true })
  @Column('text')
  email!: string;

  /** The whole number is the person's own business; colleagues see it masked. */
  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => [gqlEnum(Role)])
  @Column('text', { array: true })
  roles!: Role[];

  /** null: invited, has not yet set one. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Field(() => Boolean)
  @Column('boolean', { default: false })
  disabled!: boolean;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  lastSignedInAt!: Date | null;
}

nameAuditSubjects(['member', 'account'], { table: 'app_user', column: 'name' });

defineAccess(User, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.organisationId = :actorOrg or :seesAllUsers`,
    params: { actorOrg: actor.organisationId, seesAllUsers: hasRole(actor, 'SYSTEM_ADMIN') },
  }),
  rowRules: {
    'member.invite': (actor, user) => user.organisationId === actor.organisationId || hasRole(actor, 'SYSTEM_ADMIN'),
    'account.own': (actor, user) => user.id === actor.userId,
  },
  isInsider: (actor, user) => user.id === actor.userId,
});
