import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MustHaveKind, MustHaveVerdict } from '@jihui/domain';
import { SpanFinder, type NamedField } from '@jihui/matching';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';
import { ConstraintAnswer, SynonymUse } from './match-answers.js';
import { MatchHint } from './match-hint.entity.js';
import { Match } from './match.entity.js';

/** A stretch of a text that the other text holds too: UTF-16 positions, end exclusive, and which of the match's shared strings it is; behind them come its covered key terms. */
@ObjectType()
export class MarkedSpan {
  @Field(() => Int)
  start!: number;

  @Field(() => Int)
  end!: number;

  @Field(() => Int)
  term!: number;
}

/** One piece of an item's text with what is to be marked in it; the spans follow each other and do not overlap. */
@ObjectType()
export class MarkedText {
  @Field(() => String)
  field!: NamedField['field'];

  @Field(() => String)
  text!: string;

  @Field(() => [MarkedSpan])
  spans!: MarkedSpan[];
}

@ObjectType()
export class MustHave {
  @Field(() => gqlEnum(MustHaveKind))
  kind!: MustHaveKind;

  @Field(() => gqlEnum(MustHaveVerdict))
  verdict!: MustHaveVerdict;
}

/** Why two items were matched: the stored figures, and both texts as they are now with what they share marked. */
@ObjectType()
export class MatchExplanation {
  @Field(() => Match)
  match!: Match;

  /** null as long as nobody has asked for it, or a text has changed since. */
  @Field(() => MatchHint, { nullable: true })
  hint!: MatchHint | null;

  /** The reader's constraints, one by one. */
  @Field(() => [ConstraintAnswer])
  constraints!: ConstraintAnswer[];

  @Field(() => [SynonymUse])
  synonyms!: SynonymUse[];

  @Field(() => [MarkedText])
  demandTexts!: MarkedText[];

  @Field(() => [MarkedText])
  achievementTexts!: MarkedText[];
}

type Piece = Pick<NamedField, 'field' | 'item' | 'text'>;

/** The demand's pieces in the order of reading; those that the page prints and the matcher reads. */
export function textsOfDemand(demand: Demand, terms: readonly string[]): MarkedText[] {
  return marked(
    [{ field: 'title', item: 0, text: demand.title }, { field: 'text', item: 0, text: demand.problem }, ...keywordsOf(demand)],
    terms,
  );
}

export function textsOfAchievement(achievement: Achievement, terms: readonly string[]): MarkedText[] {
  return marked(
    [
      { field: 'title', item: 0, text: achievement.title },
      { field: 'summary', item: 0, text: achievement.summary },
      ...keywordsOf(achievement),
    ],
    terms,
  );
}

const keywordsOf = ({ keywords }: { keywords: readonly string[] }): Piece[] =>
  keywords.map((text, item) => ({ field: 'keywords', item, text }));

function marked(pieces: readonly Piece[], terms: readonly string[]): MarkedText[] {
  const finder = new SpanFinder(pieces.map((p) => ({ ...p, weight: 1 })));
  const found = terms.flatMap((text, term) => finder.find(text).map((span) => ({ ...span, term })));
  return pieces.map(({ field, item, text }) => {
    // The longer string wins where two overlap: it says more.
    const spans: MarkedSpan[] = [];
    const here = found
      .filter((s) => s.field === field && s.item === item)
      .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    for (const { start, end, term } of here) if (spans.every((s) => end <= s.start || start >= s.end)) spans.push({ start, end, term });
    return { field, text, spans: spans.sort((a, b) => a.start - b.start) };
  });
}
