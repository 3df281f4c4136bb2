import { z } from 'zod';
import { DomainError, type Issue } from '../../errors.js';
import type { ChallengeRuleRow } from '../dated.js';

/** Weights are basis points (万分之一): those of all criteria make exactly this. */
export const wholeWeight = 10_000;
/** Scores are whole hundredths of a point, 0 to 100.00 points for every criterion. */
export const fullScore = 10_000;

/** What decides between bids of the same mean, in the order of the rule; if nothing does they share a place and the panel votes. */
export const TieRule = z.enum(['HEAVIEST_CRITERION', 'MEDIAN']).meta({ id: 'ChallengeTieRule' });
export type TieRule = z.infer<typeof TieRule>;

export type Criterion = { id: string; weight: number };
export type Scorecard = { bidId: string; reviewerId: string; scores: Readonly<Record<string, number>> };

/**
 * How scores become a ranking. `dropFrom`: from so many reviewers of a bid on its highest and its lowest card are dropped. `outlier`: a value is
 * pointed out when its modified z-score passes `threshold` (thousandths) and it lies at least `least` (hundredths of a point) off the median, among
 * at least `reviewers` values.
 */
export type ScoringRule = ChallengeRuleRow & {
  dropFrom: number;
  ties: readonly TieRule[];
  outlier: { threshold: number; least: number; reviewers: number };
};
/** The first row. 3.5 is the threshold of Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993). */
export const scoringRules: readonly ScoringRule[] = [
  {
    validFrom: null,
    validTo: null,
    dropFrom: 7,
    ties: ['HEAVIEST_CRITERION', 'MEDIAN'],
    outlier: { threshold: 3500, least: 1000, reviewers: 5 },
    basis: 'domain.md 2.4: highest and lowest dropped from seven experts on; tie rule and outliers are our proposal',
    certainty: 'PROBABLE',
  },
];

/** Criteria as they may be frozen; else INVALID_INPUT: none (required), an id twice (double), a weight not whole or ≤ 0 (not_positive), a sum that is not 10 000 (weights_sum). */
export function checkCriteria(criteria: readonly Criterion[]): void {
  const issues: Issue[] = criteria.flatMap(({ weight }, at) =>
    Number.isInteger(weight) && weight > 0 ? [] : [{ path: `criteria.${at}.weight`, code: 'not_positive' }],
  );
  if (!criteria.length) issues.push({ path: 'criteria', code: 'required' });
  if (new Set(criteria.map((c) => c.id)).size < criteria.length) issues.push({ path: 'criteria', code: 'double' });
  const sum = criteria.reduce((all, c) => all + c.weight, 0);
  if (criteria.length && sum !== wholeWeight) issues.push({ path: 'criteria', code: 'weights_sum', params: { sum, whole: wholeWeight } });
  if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
}

/** Cards that can be counted; else INVALID_INPUT: a criterion without a score (required), a score not whole or outside 0–10 000 (score), two cards of one reviewer for one bid (double). */
export function checkScorecards(criteria: readonly Criterion[], cards: readonly Scorecard[]): void {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [at, { bidId, reviewerId, scores }] of cards.entries()) {
    for (const { id } of criteria) {
      const score = scores[id];
      if (score === undefined) issues.push({ path: `cards.${at}.${id}`, code: 'required' });
      else if (!Number.isInteger(score) || score < 0 || score > fullScore) issues.push({ path: `cards.${at}.${id}`, code: 'score' });
    }
    if (seen.has(`${bidId} ${reviewerId}`)) issues.push({ path: `cards.${at}`, code: 'double' });
    seen.add(`${bidId} ${reviewerId}`);
  }
  if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
}
