import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TierState, TierSubject } from '@jihui/domain';
import { Paged } from '../../platform/graphql/paged.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Nda } from './nda.entity.js';
import { NdaWish } from './nda-wish.entity.js';
import { TierOpening } from './tier-opening.entity.js';

export const NdaPage = Paged<Nda>(Nda, 'NdaPage');
export const TierOpeningPage = Paged<TierOpening>(TierOpening, 'TierOpeningPage');

/** A confidential file as those see it who may open it. */
@ObjectType()
export class ConfidentialFile {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  size!: number;

  @Field(() => DateTime)
  addedAt!: Date;
}

/** A confidential part as the reader stands to it: what it holds in outline, on what terms it opens, and what he can do next. */
@ObjectType()
export class ConfidentialPartView {
  @Field(() => gqlEnum(TierSubject))
  subjectKind!: TierSubject;

  @Field(() => ID)
  subjectId!: string;

  /** 0 while its owner has saved nothing. */
  @Field(() => Int)
  version!: number;

  /** Only in a room, where each side has one. */
  @Field(() => ID, { nullable: true })
  ownerId!: string | null;

  /** null while the owner stays unnamed. */
  @Field(() => String, { nullable: true })
  ownerName!: string | null;

  @Field(() => gqlEnum(TierState))
  state!: TierState;

  @Field(() => Boolean)
  approvalRequired!: boolean;

  @Field(() => Int)
  accessMonths!: number;

  @Field(() => Int)
  termYears!: number;

  @Field(() => Boolean)
  hasText!: boolean;

  @Field(() => Int)
  fileCount!: number;

  /** Its owner's alone: readers open it, which is noted. */
  @Field(() => String, { nullable: true })
  text!: string | null;

  /** Their names may be telling: for its owner and for those to whom it is open. */
  @Field(() => [ConfidentialFile], { nullable: true })
  files!: ConfidentialFile[] | null;

  /** The last agreement of the reader's organisation. */
  @Field(() => Nda, { nullable: true })
  nda!: Nda | null;

  /** Colleagues who may accept for the organisation, where the reader may not. */
  @Field(() => [String])
  authorised!: string[];

  /** A colleague asks those who may accept to do so. */
  @Field(() => NdaWish, { nullable: true })
  wish!: NdaWish | null;
}

/** The text that the reader's organisation would accept. */
@ObjectType()
export class NdaDraftText {
  @Field(() => Int)
  templateVersion!: number;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  sha256!: string;

  @Field(() => Boolean)
  approvalRequired!: boolean;
}
