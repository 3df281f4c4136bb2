import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { CertificateKind, PersonRole, ProfileStatus, TechField, type Audiences, type PersonLink } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class PersonCertificate {
  @Field(() => gqlEnum(CertificateKind))
  kind!: CertificateKind;

  @Field(() => String)
  name!: string;

  /** Whole to its person, masked to everybody else. */
  @Field(() => String)
  number!: string;

  @Field(() => String)
  issuer!: string;

  @Field(() => String, { nullable: true })
  issuedOn!: string | null;

  @Field(() => String, { nullable: true })
  expiresOn!: string | null;
}

/** 人才库: what a person tells of himself, and to whom, field by field. The row itself is his alone; others read a view of it (PeopleViews). */
@ObjectType()
@Entity('person_profile')
@Index(['status', 'role'])
export class PersonProfile extends Versioned {
  @Index({ unique: true })
  @Column('uuid')
  userId!: string;

  @Column('uuid')
  organisationId!: string;

  @Field(() => gqlEnum(ProfileStatus))
  @Column('text')
  status!: ProfileStatus;

  @Field(() => gqlEnum(PersonRole))
  @Column('text')
  role!: PersonRole;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Field(() => [gqlEnum(TechField)])
  @Column('text', { array: true, default: '{}' })
  techFields!: TechField[];

  @Field(() => [String])
  @Column('text', { array: true, default: '{}' })
  keywords!: string[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  intro!: string | null;

  @Field(() => [PersonCertificate])
  @Column('jsonb', { default: [] })
  certificates!: PersonCertificate[];

  @Column('jsonb', { default: [] })
  links!: PersonLink[];

  /** Field → who may read it; what is not named is for nobody. */
  @Column('jsonb', { default: {} })
  audiences!: Audiences;

  /** When its person agreed that it is published. */
  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  consentedAt!: Date | null;
}

defineAccess(PersonProfile, {
  // Published ones are read through PeopleViews, which keeps back every field that is not for the reader.
  visibleTo: (alias, actor) => ({
    sql: `${alias}.userId = :profileUser or (${alias}.status = 'PUBLISHED' and exists (
      select 1 from app_user profile_user join organisation profile_org on profile_org.id = profile_user."organisationId"
      where profile_user.id = ${alias}.userId and not profile_user.disabled and profile_org.status = 'VERIFIED'))`,
    params: { profileUser: actor.userId },
  }),
  rowRules: { 'profile.write': (actor, p) => p.userId === actor.userId },
});
