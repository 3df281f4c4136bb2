import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FieldAudience, PersonLinkKind, PersonRole, ProfileField, TechField } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { PersonCertificate } from './person-profile.entity.js';

@ObjectType()
export class AudienceOfField {
  @Field(() => gqlEnum(ProfileField))
  field!: ProfileField;

  @Field(() => gqlEnum(FieldAudience))
  audience!: FieldAudience;
}

@ObjectType()
export class LinkedItem {
  @Field(() => gqlEnum(PersonLinkKind))
  kind!: PersonLinkKind;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;
}

@ObjectType()
export class VerifiedCase {
  @Field(() => String)
  number!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  registeredOn!: string;
}

/** A person as this reader may see him: what is not for him is null, as if it had not been filled in. */
@ObjectType()
export class PersonView {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => gqlEnum(PersonRole))
  role!: PersonRole;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => ID, { nullable: true })
  organisationId!: string | null;

  @Field(() => String, { nullable: true })
  organisationName!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true })
  regionCode!: string | null;

  @Field(() => [gqlEnum(TechField)])
  techFields!: TechField[];

  @Field(() => [String])
  keywords!: string[];

  @Field(() => String, { nullable: true })
  intro!: string | null;

  @Field(() => [PersonCertificate])
  certificates!: PersonCertificate[];

  /** Counted by the platform; null where they are not for this reader. */
  @Field(() => Int, { nullable: true })
  contractCases!: number | null;

  @Field(() => Int, { nullable: true })
  introductionCases!: number | null;

  /** Whether members of the market see more than this reader does. */
  @Field(() => Boolean)
  showsMoreToMembers!: boolean;
}

/** Who has read a profile: shown to its person. */
@ObjectType()
export class ProfileReader {
  @Field(() => DateTime)
  at!: Date;

  @Field(() => String)
  organisationName!: string;

  @Field(() => String)
  personName!: string;
}

export const PersonPage = Paged<PersonView>(PersonView, 'PersonPage');
