import { fillersIn, type Filler } from '../demands/clarity-score.js';
import { answers } from '../disclosures/guess-rules.js';
import { parseIndicators, type ParsedIndicator } from '../indicators/parse.js';
import type { AchievementContent } from './rules.js';

export const achievementPoints = ['summary', 'better', 'figures', 'evidence', 'trl', 'trlEvidence', 'deliverables', 'ip', 'modes', 'keywords'] as const;
export type AchievementPoint = (typeof achievementPoints)[number];
type Content = Partial<AchievementContent>;

/**
 * What a buyer needs to know, with its weight of a hundred. A point is answered by its own field, given so many characters or entries, or
 * partly by words of the summary (`share`): what is said in the right place is found by whoever looks there.
 */
export const achievementClarityRules: readonly { point: AchievementPoint; weight: number; field: keyof AchievementContent; least: number; words?: RegExp; share?: number }[] = [
  { point: 'summary', weight: 14, field: 'summary', least: 80 },
  { point: 'better', weight: 20, field: 'advantages', least: 12, words: answers.advantages, share: 0.7 },
  // Two figures with units, wherever they stand; no field of its own answers it.
  { point: 'figures', weight: 16, field: 'advantages', least: Infinity },
  { point: 'evidence', weight: 16, field: 'evidence', least: 12, words: answers.evidence, share: 0.7 },
  { point: 'trl', weight: 4, field: 'trl', least: 1 },
  { point: 'trlEvidence', weight: 10, field: 'trlEvidence', least: 8 },
  { point: 'deliverables', weight: 10, field: 'deliverables', least: 8, words: answers.deliverables, share: 0.7 },
  { point: 'ip', weight: 4, field: 'ipRights', least: 1 },
  { point: 'modes', weight: 3, field: 'transferModes', least: 1 },
  { point: 'keywords', weight: 3, field: 'keywords', least: 2 },
];

export type AchievementClarity = {
  /** Of a hundred. */
  score: number;
  points: { point: AchievementPoint; weight: number; share: number; met: boolean }[];
  /** Stretches of the summary that say nothing about the achievement. */
  fillers: Filler[];
  indicators: ParsedIndicator[];
};
const metFrom = 0.5;
const wantedFigures = 2;
const fillerPenalty = 0.35;

/** How much of what a buyer asks an achievement answers, point by point. */
export function achievementClarityOf(content: Content): AchievementClarity {
  const summary = content.summary ?? '';
  const indicators = parseIndicators(publicTextOf(content));
  const points = achievementClarityRules.map((rule) => {
    const value = content[rule.field];
    const length = typeof value === 'number' ? 1 : typeof value === 'string' ? value.trim().length : Array.isArray(value) ? value.length : 0;
    const said = rule.words?.test(summary) ? (rule.share ?? 0) : 0;
    const own = rule.point === 'figures' ? Math.min(1, indicators.length / wantedFigures) : Math.min(1, length / rule.least);
    const share = Math.max(own >= 1 || rule.point === 'summary' || rule.point === 'figures' ? own : 0, said);
    return { point: rule.point, weight: rule.weight, share, met: share >= metFrom };
  });
  const fillers = fillersIn(summary);
  const praise = summary.length ? (fillers.reduce((sum, f) => sum + f.end - f.start, 0) / summary.length) * fillerPenalty : 0;
  return { score: Math.round(points.reduce((sum, p) => sum + p.weight * p.share, 0) * (1 - praise)), points, fillers, indicators };
}

/** The public texts of an achievement, from which its indicators are read. The part under NDA is not among them. */
export function publicTextOf({ title, summary, advantages, evidence, deliverables }: Content): string {
  return [title, summary, advantages, evidence, deliverables].filter(Boolean).join('\n');
}
