import { z } from 'zod';
import { TechField, TransferMode, Trl } from '../codes.js';
import { PositiveFen } from '../money.js';
import type { MatchBand, MatchSide } from './rules.js';

/** What a reader of a match list may insist on. */
export const MatchConstraint = z.enum(['REGION', 'PRICE', 'TRL', 'MODE', 'FIELD']).meta({ id: 'MatchConstraint' });
export type MatchConstraint = z.infer<typeof MatchConstraint>;

/** The same words for both sides: a demander sets the highest price and the least TRL, a supplier the least budget and the highest TRL that may be asked of him. */
export const matchConstraints = z
  .object({
    region: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,19}$/)
      .nullish(),
    price: PositiveFen.nullish(),
    trl: Trl.nullish(),
    mode: TransferMode.nullish(),
    field: TechField.nullish(),
  })
  .meta({ id: 'MatchConstraintsInput' });
export type MatchConstraints = z.output<typeof matchConstraints>;

/** What the other side says of itself; null where it does not say. `regions` holds the region and all that contain it. */
export type MatchedItem = {
  regions: readonly string[];
  price: string | null;
  trl: number | null;
  modes: readonly TransferMode[] | null;
  field: TechField | null;
};
export type ConstraintVerdict = 'PASSED' | 'FAILED' | 'UNKNOWN';

/** How the item of the other side answers each constraint that is set. */
export function verdictsOf(side: MatchSide, wanted: MatchConstraints, item: MatchedItem): Map<MatchConstraint, ConstraintVerdict> {
  const verdicts = new Map<MatchConstraint, ConstraintVerdict>();
  const judge = <V>(of: MatchConstraint, asked: unknown, value: V | null, holds: (value: V) => boolean): void => {
    if (asked === null || asked === undefined) return;
    verdicts.set(of, value === null ? 'UNKNOWN' : holds(value) ? 'PASSED' : 'FAILED');
  };
  const atMost = side === 'DEMAND';
  judge('REGION', wanted.region, item.regions.length ? item.regions : null, (regions) => regions.includes(wanted.region ?? ''));
  judge('PRICE', wanted.price, item.price, (price) =>
    atMost ? BigInt(price) <= BigInt(wanted.price ?? 0) : BigInt(price) >= BigInt(wanted.price ?? 0),
  );
  judge('TRL', wanted.trl, item.trl, (trl) => (atMost ? trl >= (wanted.trl ?? 0) : trl <= (wanted.trl ?? 9)));
  judge('MODE', wanted.mode, item.modes?.length ? item.modes : null, (modes) => modes.some((mode) => mode === wanted.mode));
  judge('FIELD', wanted.field, item.field, (field) => field === wanted.field);
  return verdicts;
}

/** What one constraint costs: how many it shuts out, how many of them are strong, how many would come back without it alone; and how many stay because they do not say. */
export type CostOf<C extends string> = { constraint: C; excluded: number; strong: number; only: number; unknown: number };
export type ConstraintCost = CostOf<MatchConstraint>;

/** Filters a list and counts the price of each constraint. What an item does not say shuts it out of nothing: it can be asked. */
export function narrow<T, C extends string>(
  options: readonly C[],
  list: readonly T[],
  answers: (item: T) => ReadonlyMap<C, ConstraintVerdict>,
  isStrong: (item: T) => boolean,
): { kept: T[]; costs: CostOf<C>[] } {
  const costs = new Map<C, CostOf<C>>();
  const kept: T[] = [];
  for (const item of list) {
    const verdicts = answers(item);
    const failed = [...verdicts].filter(([, verdict]) => verdict === 'FAILED');
    for (const [constraint, verdict] of verdicts) {
      const cost = costs.get(constraint) ?? { constraint, excluded: 0, strong: 0, only: 0, unknown: 0 };
      costs.set(constraint, cost);
      if (verdict === 'UNKNOWN' && !failed.length) cost.unknown += 1;
      if (verdict !== 'FAILED') continue;
      cost.excluded += 1;
      if (isStrong(item)) cost.strong += 1;
      if (failed.length === 1) cost.only += 1;
    }
    if (!failed.length) kept.push(item);
  }
  return { kept, costs: options.flatMap((c) => costs.get(c) ?? []) };
}

/** The list of matches as its reader has narrowed it. */
export function applyConstraints<T extends { band: MatchBand }>(
  side: MatchSide,
  wanted: MatchConstraints,
  list: readonly T[],
  itemOf: (match: T) => MatchedItem,
): { kept: T[]; costs: ConstraintCost[] } {
  return narrow(MatchConstraint.options, list, (match) => verdictsOf(side, wanted, itemOf(match)), (match) => match.band === 'STRONG');
}
