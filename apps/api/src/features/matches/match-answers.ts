import { Field, ObjectType } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { MatchConstraint, MustHaveVerdict, type IndicatorOp, type SaidIndicator, type TermGroup } from '@jihui/domain';
import { fold, Synonyms } from '@jihui/matching';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { ItemIndicator } from '../search/item-indicator.entity.js';

/** One indicator of the demand's table, and what the achievement says of it. */
@ObjectType()
export class IndicatorAnswer {
  @Field(() => String)
  name!: string;

  @Field(() => gqlEnum(MustHaveVerdict))
  verdict!: MustHaveVerdict;

  /** As it was read: 破断拉力 ≥ 5.2 N. */
  @Field(() => [String])
  said!: string[];
}

/** Words of one entry of the dictionary, as either text has them; `added` stand in neither and were compared all the same. */
@ObjectType()
export class SynonymUse {
  @Field(() => [String])
  demand!: string[];

  @Field(() => [String])
  achievement!: string[];

  @Field(() => [String])
  added!: string[];
}

/** How the other side's item answers what the reader insists on. */
@ObjectType()
export class ConstraintAnswer {
  @Field(() => gqlEnum(MatchConstraint))
  constraint!: MatchConstraint;

  @Field(() => gqlEnum(MustHaveVerdict))
  verdict!: MustHaveVerdict;
}

/** What was read out of these achievements, with their owners' corrections. */
export async function saidByAchievements(em: EntityManager, ids: readonly string[]): Promise<Map<string, SaidIndicator[]>> {
  const rows = await em.createQueryBuilder(ItemIndicator, 'i').where('i.itemId = any(:ids)', { ids: [...new Set(ids)] }).orderBy('i.place', 'ASC').getMany();
  const said = new Map<string, SaidIndicator[]>();
  for (const row of rows) said.set(row.itemId, [...(said.get(row.itemId) ?? []), { ...row, name: row.label, text: inWords(row) }]);
  return said;
}

const sign: Record<Exclude<IndicatorOp, 'TEXT'>, string> = { GE: '≥ ', LE: '≤ ', EQ: '', RANGE: '' };

function inWords({ label, op, low, high, unit, change }: ItemIndicator): string {
  const value = high === null ? String(low) : `${low}–${high}`;
  const by = change ? (change === 'UP' ? '↑ ' : '↓ ') : '';
  return `${label} ${by}${sign[op]}${value}${unit === '%' || unit === '°' ? '' : ' '}${unit}`;
}

/** By which entries of the dictionary the two texts meet: whatever one of them says, both are compared with all words of the entry. */
export function synonymsUsed(groups: readonly TermGroup[], demand: string, achievement: string): SynonymUse[] {
  const known = new Synonyms(new Map(groups.flatMap(({ words }) => words.map((word) => [word, []] as const))));
  const [inDemand, inAchievement] = [new Set(known.wordsIn(fold(demand))), new Set(known.wordsIn(fold(achievement)))];
  return groups.flatMap(({ words }) => {
    const [of, by] = [words.filter((w) => inDemand.has(w)), words.filter((w) => inAchievement.has(w))];
    const added = words.filter((w) => !inDemand.has(w) && !inAchievement.has(w));
    return of.length && by.length && (added.length || of.join() !== by.join()) ? [{ demand: of, achievement: by, added }] : [];
  });
}
