import { z } from 'zod';
import type { PriceMode } from '../codes.js';

/** How strongly a match is recommended. What lies below is not stored and not shown (docs/matching.md point 7). */
export const MatchBand = z.enum(['STRONG', 'WORTH_A_LOOK']).meta({ id: 'MatchBand' });
export type MatchBand = z.infer<typeof MatchBand>;

/** The side whose list it is. */
export const MatchSide = z.enum(['DEMAND', 'ACHIEVEMENT']).meta({ id: 'MatchSide' });
export type MatchSide = z.infer<typeof MatchSide>;

/** So many matches one item keeps at most. */
export const matchListSize = 20;

export const MustHaveKind = z.enum(['TRL', 'BUDGET']).meta({ id: 'MustHaveKind' });
export type MustHaveKind = z.infer<typeof MustHaveKind>;
export const MustHaveVerdict = z.enum(['MET', 'UNMET', 'UNKNOWN']).meta({ id: 'MustHaveVerdict' });
export type MustHaveVerdict = z.infer<typeof MustHaveVerdict>;
export type MustHave = { kind: MustHaveKind; verdict: MustHaveVerdict };

type Wanted = { minTrl: number | null; budgetMax: string | null };
type Offered = { trl: number | null; priceMode: PriceMode; priceMin: string | null };

/** What the demand insists on and can be compared as a figure, one by one; UNKNOWN where the achievement does not say. */
export function mustHavesOf(demand: Wanted, achievement: Offered): MustHave[] {
  const found: MustHave[] = [];
  if (demand.minTrl !== null)
    found.push({ kind: 'TRL', verdict: achievement.trl === null ? 'UNKNOWN' : verdict(achievement.trl >= demand.minTrl) });
  if (demand.budgetMax !== null) {
    const price = achievement.priceMode === 'NEGOTIABLE' ? null : achievement.priceMin;
    found.push({ kind: 'BUDGET', verdict: price === null ? 'UNKNOWN' : verdict(BigInt(price) <= BigInt(demand.budgetMax)) });
  }
  return found;
}

const verdict = (met: boolean): MustHaveVerdict => (met ? 'MET' : 'UNMET');
