import { z } from 'zod';
import type { Issue } from '../errors.js';
import { challengeRulesOn } from './dated.js';
import type { ChallengeContent } from './rules.js';
import { criteriaOfPercent, scorecardOfPoints } from './scoring/points.js';
import { rankBids } from './scoring/ranking.js';
import { fullScore, scoringRules } from './scoring/rules.js';
import { hundredths } from './scoring/totals.js';

/** Points 0–100 for one criterion, with the reason that the bidder will read. */
export const criterionScore = z
  .object({ criterion: z.string().min(1).max(30), points: z.number().int().min(0).max(100), reason: z.string().trim().min(5).max(500) })
  .meta({ id: 'CriterionScore' });
export const scoreCard = z.object({ scores: z.array(criterionScore).min(1).max(10) }).meta({ id: 'ScoreCardInput' });
export type CriterionScore = z.output<typeof criterionScore>;
export type ScoreCardContent = z.output<typeof scoreCard>;

const winner = z.object({ claimId: z.uuid(), reason: z.string().trim().min(10).max(1000) }).meta({ id: 'ClaimReason' });
/** The decision: who wins, and for every bidder a reason of his own. */
export const challengeDecision = z
  .object({ winners: z.array(z.uuid()).min(1).max(8), reasons: z.array(winner).max(200) })
  .meta({ id: 'ChallengeDecisionInput' });
export type ChallengeDecision = z.output<typeof challengeDecision>;

type Criteria = ChallengeContent['criteria'];

/** A card answers each criterion of the item once, in its order. */
export function scoreIssues({ scores }: ScoreCardContent, criteria: Criteria): Issue[] {
  const issues = criteria.flatMap((c, i): Issue[] =>
    scores[i]?.criterion === c.name ? [] : [{ path: `scores.${i}`, code: 'other_criterion' }],
  );
  return scores.length > criteria.length ? [...issues, { path: 'scores', code: 'other_criterion' }] : issues;
}

export type Card = { claimId: string; reviewerId: string; scores: readonly CriterionScore[] };
export type ClaimResult = {
  id: string;
  rank: number;
  /** Hundredths of a point, for display: ranks are decided by exact means. */
  total: number;
  byCriterion: { criterion: string; points: number }[];
  cards: number;
  dropped: string[];
};

/** The claims from the best to the last by the scoring rule of that day; none without cards, which must be complete. */
export function rankClaims(cards: readonly Card[], criteria: Criteria, day: string): ClaimResult[] {
  const [rule] = challengeRulesOn(scoringRules, day);
  if (!rule || !cards.length) return [];
  const scored = cards.map((c) => scorecardOfPoints(c.claimId, c.reviewerId, c.scores));
  return rankBids({ criteria: criteriaOfPercent(criteria), cards: scored, rule }).map(({ rank, total }) => ({
    id: total.bidId,
    rank,
    total: hundredths(total.mean, fullScore),
    byCriterion: total.byCriterion.map(({ criterionId, mean }) => ({ criterion: criterionId, points: hundredths(mean) })),
    cards: total.cards.length,
    dropped: total.cards.filter((c) => c.dropped !== null).map((c) => c.reviewerId),
  }));
}
