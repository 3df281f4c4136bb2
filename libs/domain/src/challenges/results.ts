import { z } from 'zod';
import type { Issue } from '../errors.js';
import type { ChallengeContent } from './rules.js';

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

/** The weighted points of one card in hundredths: 0–10000. Whole numbers, so that no rounding decides a rank. */
export function cardTotal(scores: readonly CriterionScore[], criteria: Criteria): number {
  return criteria.reduce((sum, c) => sum + c.weight * (scores.find((s) => s.criterion === c.name)?.points ?? 0), 0);
}

/** From seven cards on the highest and the lowest are left out. */
export const trimFrom = 7;
export type Card = { id: string; reviewerId: string; scores: readonly CriterionScore[] };
export type ClaimResult = {
  id: string;
  /** Hundredths of a point. */
  total: number;
  byCriterion: { criterion: string; points: number }[];
  cards: number;
  dropped: string[];
};

/** The mean of a claim over its cards, the extremes dropped from seven on, as a whole and by criterion over the same cards. */
export function resultOf(id: string, cards: readonly Card[], criteria: Criteria): ClaimResult {
  const ordered = cards
    .map((c) => ({ ...c, total: cardTotal(c.scores, criteria) }))
    .sort((a, b) => a.total - b.total || (a.reviewerId < b.reviewerId ? -1 : 1));
  const kept = ordered.length >= trimFrom ? ordered.slice(1, -1) : ordered;
  const mean = (values: number[]): number => (values.length ? Math.round(values.reduce((sum, v) => sum + v, 0) / values.length) : 0);
  return {
    id,
    total: mean(kept.map((c) => c.total)),
    byCriterion: criteria.map((c) => ({
      criterion: c.name,
      points: mean(kept.map((k) => 100 * (k.scores.find((s) => s.criterion === c.name)?.points ?? 0))),
    })),
    cards: cards.length,
    dropped: ordered.filter((c) => !kept.includes(c)).map((c) => c.reviewerId),
  };
}

/** The best first; equal totals share a rank. */
export function rankResults(results: readonly ClaimResult[]): (ClaimResult & { rank: number })[] {
  const sorted = [...results].sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
  return sorted.map((r) => ({ ...r, rank: 1 + sorted.filter((other) => other.total > r.total).length }));
}
