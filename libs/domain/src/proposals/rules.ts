import { z } from 'zod';
import { TechField } from '../codes.js';
import type { ConstraintVerdict } from '../matches/constraints.js';
import { OrganisationKind } from '../organisations/rules.js';
import { PersonRole } from '../people/rules.js';

/**
 * 相关度 of a person, a unit or an item that is proposed beside the graded matches. Nobody has ever graded such pairs, so no probability is
 * claimed: the band follows from what both texts say, by the rule below, and is shown with it.
 */
export const Relevance = z.enum(['HIGH', 'MEDIUM']).meta({ id: 'Relevance' });
export type Relevance = z.infer<typeof Relevance>;

/** How many of the asker's key words the other text holds, whether one of them is what both are about (title or keyword), and whether both name the same field. */
export type Evidence = { words: number; inTitles: boolean; sameField: boolean };
/** A word that stands in more than `commonFrom` of the market's texts (and in `commonLeast` of them) brings nobody together: 系统, 检测, 设备. */
export const relevanceRule = { high: 4, highInField: 3, medium: 2, mediumInField: 1, commonFrom: 0.05, commonLeast: 12 } as const;

/** The band, or null where it is not worth a line: the same field alone says nothing, and one word in passing little. */
export function relevanceOf({ words, inTitles, sameField }: Evidence): Relevance | null {
  if (words >= relevanceRule.high || (sameField && words >= relevanceRule.highInField)) return 'HIGH';
  return words >= relevanceRule.medium || (sameField && inTitles && words >= relevanceRule.mediumInField) ? 'MEDIUM' : null;
}

/** A broker solves no problem, he knows a field: whoever works in it is worth a line, whoever has registered contracts to show is worth more. */
export function relevanceOfBroker({ sameField, contracts }: { sameField: boolean; contracts: number }): Relevance | null {
  if (!sameField) return null;
  return contracts > 0 ? 'HIGH' : 'MEDIUM';
}

/** High before medium, then by closeness. */
export function byRelevance(a: { relevance: Relevance; closeness: number }, b: { relevance: Relevance; closeness: number }): number {
  return Number(a.relevance === 'MEDIUM') - Number(b.relevance === 'MEDIUM') || b.closeness - a.closeness;
}

/** What an owner may insist on of the people and units proposed to him; units have no role, and no cases of their own. */
export const FitConstraint = z.enum(['ROLE', 'REGION', 'FIELD', 'UNIT_KIND', 'CASES']).meta({ id: 'FitConstraint' });
export type FitConstraint = z.infer<typeof FitConstraint>;

const fitFilter = {
  techField: TechField.nullish(),
  regionCode: z.string().regex(/^[A-Z][A-Z0-9_]{0,19}$/).nullish(),
  unitKind: OrganisationKind.nullish(),
};
export const peopleFitFilter = z
  .object({ role: PersonRole.nullish(), ...fitFilter, minCases: z.number().int().min(1).max(1000).nullish() })
  .meta({ id: 'PeopleFitFilterInput' });
export type PeopleFitFilter = z.output<typeof peopleFitFilter>;
export const bidderFitFilter = z.object(fitFilter).meta({ id: 'BidderFitFilterInput' });
export type BidderFitFilter = z.output<typeof bidderFitFilter>;

/** What the reader may know of somebody who is proposed; null where it is not said or not for him. */
export type ProposedFacts = {
  role: PersonRole | null;
  regions: readonly string[] | null;
  fields: readonly TechField[] | null;
  unitKind: OrganisationKind | null;
  cases: number | null;
};

/** How somebody who is proposed answers each condition that is set. What he hides says neither yes nor no, so that no filter tells it. */
export function fitVerdicts(wanted: PeopleFitFilter, facts: ProposedFacts): Map<FitConstraint, ConstraintVerdict> {
  const verdicts = new Map<FitConstraint, ConstraintVerdict>();
  const judge = <A, V>(of: FitConstraint, asked: A | null | undefined, said: V | null, holds: (said: V, asked: A) => boolean): void => {
    if (asked === null || asked === undefined) return;
    verdicts.set(of, said === null ? 'UNKNOWN' : holds(said, asked) ? 'PASSED' : 'FAILED');
  };
  judge('ROLE', wanted.role, facts.role, (said, asked) => said === asked);
  judge('REGION', wanted.regionCode, facts.regions, (said, asked) => said.includes(asked));
  judge('FIELD', wanted.techField, facts.fields, (said, asked) => said.includes(asked));
  judge('UNIT_KIND', wanted.unitKind, facts.unitKind, (said, asked) => said === asked);
  judge('CASES', wanted.minCases, facts.cases, (said, asked) => said >= asked);
  return verdicts;
}

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
