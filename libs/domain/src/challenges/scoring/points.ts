import type { Criterion, Scorecard } from './rules.js';

/** Criteria with weights in whole per cent, as an item states them; each is known by its name. */
export const criteriaOfPercent = (criteria: readonly { name: string; weight: number }[]): Criterion[] =>
  criteria.map(({ name, weight }) => ({ id: name, weight: weight * 100 }));

/** A card with whole points 0–100 per criterion, as a reviewer fills it in. */
export function scorecardOfPoints(bidId: string, reviewerId: string, scores: readonly { criterion: string; points: number }[]): Scorecard {
  return { bidId, reviewerId, scores: Object.fromEntries(scores.map(({ criterion, points }) => [criterion, points * 100])) };
}
