import { z } from 'zod';
import { TechField } from '../codes.js';
import { PersonRole } from '../people/rules.js';

/**
 * 相关度 of a person, a unit or an item that is proposed beside the graded matches. Nobody has ever graded such pairs, so no probability is
 * claimed: the band follows from what both texts say, by the rule below, and is shown with it.
 */
export const Relevance = z.enum(['HIGH', 'MEDIUM']).meta({ id: 'Relevance' });
export type Relevance = z.infer<typeof Relevance>;

/** How many of the asker's key words the other text holds, and whether both name the same field. */
export type Evidence = { words: number; sameField: boolean };
export const relevanceRule = { high: 4, highInField: 3, medium: 2, mediumInField: 1 } as const;

/** The band, or null where it is not worth a line: the same field alone says nothing. */
export function relevanceOf({ words, sameField }: Evidence): Relevance | null {
  if (words >= relevanceRule.high || (sameField && words >= relevanceRule.highInField)) return 'HIGH';
  return words >= relevanceRule.medium || (sameField && words >= relevanceRule.mediumInField) ? 'MEDIUM' : null;
}

/** High before medium, then by closeness. */
export function byRelevance(a: { relevance: Relevance; closeness: number }, b: { relevance: Relevance; closeness: number }): number {
  return Number(a.relevance === 'MEDIUM') - Number(b.relevance === 'MEDIUM') || b.closeness - a.closeness;
}

/** What an owner insists on of the people proposed to him. */
export const peopleFitFilter = z
  .object({
    role: PersonRole.nullish(),
    techField: TechField.nullish(),
    regionCode: z.string().trim().max(20).nullish(),
    minCases: z.number().int().min(0).max(1000).nullish(),
  })
  .meta({ id: 'PeopleFitFilterInput' });
export type PeopleFitFilter = z.output<typeof peopleFitFilter>;

/** What a bidder must be, one by one. What the item asks in words nobody can check by machine: TO_CHECK. */
export const BidderCondition = z.enum(['VERIFIED', 'NOT_BARRED', 'NO_CONFLICT', 'CONSORTIUM', 'OWN_WORDS']).meta({ id: 'BidderCondition' });
export type BidderCondition = z.infer<typeof BidderCondition>;
export const ConditionVerdict = z.enum(['MET', 'FAILED', 'TO_DECLARE', 'TO_CHECK']).meta({ id: 'ConditionVerdict' });
export type ConditionVerdict = z.infer<typeof ConditionVerdict>;
export type BidderCheck = { condition: BidderCondition; verdict: ConditionVerdict };

type Bidder = { verified: boolean; barredUntil: string | null; conflict: 'BLOCK' | 'DECLARE' | null };
type Asked = { kind: 'ENTERPRISE_NEED' | 'COMMON_TECHNOLOGY'; bidderConditions: string };

/** The conditions of an item, answered for one unit. */
export function bidderChecks(asked: Asked, { verified, barredUntil, conflict }: Bidder): BidderCheck[] {
  const met = (holds: boolean): ConditionVerdict => (holds ? 'MET' : 'FAILED');
  const checks: BidderCheck[] = [
    { condition: 'VERIFIED', verdict: met(verified) },
    { condition: 'NOT_BARRED', verdict: met(barredUntil === null) },
    { condition: 'NO_CONFLICT', verdict: conflict === 'DECLARE' ? 'TO_DECLARE' : met(conflict === null) },
  ];
  if (asked.kind === 'COMMON_TECHNOLOGY') checks.push({ condition: 'CONSORTIUM', verdict: 'TO_CHECK' });
  if (asked.bidderConditions.trim()) checks.push({ condition: 'OWN_WORDS', verdict: 'TO_CHECK' });
  return checks;
}

/** Who fails a condition is not proposed. */
export const mayBid = (checks: readonly BidderCheck[]): boolean => checks.every((c) => c.verdict !== 'FAILED');
