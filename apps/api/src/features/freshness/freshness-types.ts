import { Field, ID, ObjectType } from '@nestjs/graphql';
import { SearchKind } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** What a confirmation link is about: enough to know what one confirms. */
@ObjectType()
export class ItemToConfirm {
  @Field(() => ID)
  id!: string;

  @Field(() => gqlEnum(SearchKind))
  kind!: SearchKind;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  organisationName!: string;

  /** In whose name the link confirms. */
  @Field(() => String)
  askedOf!: string;

  @Field(() => DateTime, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  confirmedAt!: Date | null;
}
