import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GuessField } from '@jihui/domain';
import { Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** The text of an uploaded document; `isCut` where it holds more than is read. */
@ObjectType()
export class DisclosureText {
  @Field(() => String)
  text!: string;

  @Field(() => Int, { nullable: true })
  pages!: number | null;

  @Field(() => Boolean)
  isCut!: boolean;
}

/** What a field may be by the text: nothing until a person has confirmed it. */
@ObjectType()
export class DisclosureGuess {
  @Field(() => gqlEnum(GuessField))
  field!: GuessField;

  /** As the field of the achievement has it; of an indicator what was read. */
  @Field(() => Json)
  value!: unknown;

  /** The place in the text. */
  @Field(() => String)
  excerpt!: string;

  /** Whether the text says so itself. */
  @Field(() => Boolean)
  isStated!: boolean;
}

/** A number that looks like a patent's, but whose check character is wrong. */
@ObjectType()
export class DoubtfulNumber {
  @Field(() => String)
  number!: string;

  @Field(() => String)
  excerpt!: string;
}

@ObjectType()
export class DisclosureGuesses {
  @Field(() => [DisclosureGuess])
  guesses!: DisclosureGuess[];

  @Field(() => [DoubtfulNumber])
  doubtful!: DoubtfulNumber[];
}
