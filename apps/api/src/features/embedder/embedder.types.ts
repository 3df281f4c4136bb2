import { Field, Int, ObjectType } from '@nestjs/graphql';
import { EmbedderFault } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { EmbedderSetting } from './embedder-setting.entity.js';

/** What an endpoint said to one sample text. */
@ObjectType()
export class EmbedderTrial {
  @Field(() => Int, { nullable: true })
  dimension!: number | null;

  @Field(() => Int)
  milliseconds!: number;

  @Field(() => gqlEnum(EmbedderFault), { nullable: true })
  fault!: EmbedderFault | null;

  /** The answer's HTTP status, where it was a refusal. */
  @Field(() => Int, { nullable: true })
  status!: number | null;
}

/** The embedder as its operator sees it: what is set, how it fares, how far it has come. */
@ObjectType()
export class EmbedderOverview {
  /** The settings so far, newest first; the first is in force. */
  @Field(() => [EmbedderSetting])
  settings!: EmbedderSetting[];

  /** Whether the environment holds a key. Which one, nobody is told. */
  @Field(() => Boolean)
  hasKey!: boolean;

  /** The name of the vectors that are kept up; null while it is off. */
  @Field(() => String, { nullable: true })
  embedder!: string | null;

  /** Whether the model in use weighs them. */
  @Field(() => Boolean)
  isWeighed!: boolean;

  @Field(() => Int)
  seen!: number;

  @Field(() => Int)
  all!: number;

  /** Of them, what is not sent or was refused by itself. */
  @Field(() => Int)
  without!: number;

  @Field(() => Int, { nullable: true })
  dimension!: number | null;

  @Field(() => gqlEnum(EmbedderFault), { nullable: true })
  fault!: EmbedderFault | null;

  @Field(() => Int, { nullable: true })
  status!: number | null;

  @Field(() => Int)
  failures!: number;

  @Field(() => DateTime, { nullable: true })
  failedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  restUntil!: Date | null;
}
