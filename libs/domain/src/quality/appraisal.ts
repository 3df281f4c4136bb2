import { clarityOf } from '../demands/clarity-score.js';
import { parseIndicators } from '../indicators/parse.js';
import type { AchievementContent } from '../achievements/rules.js';
import type { DemandContent } from '../demands/rules.js';
import type { ContentProblem } from './rules.js';

/** How complete and clear an item is, of a hundred, what of it is missing, and what follows. */
export type Appraisal = { score: number; missing: string[]; problems: ContentProblem[] };
type Offer = Pick<AchievementContent, 'title' | 'summary' | 'keywords' | 'transferModes' | 'ipRights' | 'team'> & {
  [K in 'techField' | 'discipline' | 'chain' | 'trl' | 'priceMin']?: AchievementContent[K];
};

/** Below this a text does not tell a reader whether it is for him. Ours, not a law's. */
const vagueBelow = 40;
/** From TRL 4 (实验室验证, GB/T 22900) on a level says that something was built or tested; the text, or a file, shows what. */
const evidenceFrom = 4;
const evidence = /样机|样品|样件|试样|中试|小试|试验|实验|检测报告|测试|试用|试生产|试点|示范|用户|客户|投产|量产|应用于|已在|装机|鉴定|查新|批次|台架/u;

type Point = { field: string; weight: number; share: (offer: Offer) => number };
const whole = (is: unknown): number => (is ? 1 : 0);
const figures = (o: Offer): number => parseIndicators(`${o.title}\n${o.summary}`).filter((i) => i.dimension !== 'money' && i.dimension !== 'dollars').length;

/** What a buyer asks first, and how much it counts: data, so that who disagrees changes a line. */
const points: readonly Point[] = [
  { field: 'summary', weight: 22, share: (o) => Math.min(1, o.summary.trim().length / 150) },
  { field: 'figures', weight: 16, share: (o) => Math.min(1, figures(o) / 2) },
  { field: 'trl', weight: 12, share: (o) => whole(o.trl) },
  { field: 'evidence', weight: 10, share: (o) => whole(evidence.test(o.summary)) },
  { field: 'techField', weight: 8, share: (o) => whole(o.techField) },
  { field: 'transferModes', weight: 10, share: (o) => whole(o.transferModes.length) },
  { field: 'ipRights', weight: 8, share: (o) => whole(o.ipRights.length) },
  { field: 'price', weight: 6, share: (o) => whole(o.priceMin) },
  { field: 'keywords', weight: 4, share: (o) => Math.min(1, o.keywords.length / 3) },
  { field: 'team', weight: 4, share: (o) => whole(o.team.length) },
];
/** Without these nobody finds it or knows what is offered. */
const needed: readonly string[] = ['trl', 'techField', 'transferModes'];
const clear: readonly string[] = ['summary', 'figures', 'evidence'];

/** An achievement's points; `files`: how many documents are attached to it. */
export function appraiseAchievement(offer: Offer, files: number): Appraisal {
  const answered = points.map((p) => ({ ...p, got: p.field === 'evidence' && files > 0 ? 1 : p.share(offer) }));
  const sum = (of: typeof answered, by: (p: (typeof answered)[number]) => number): number => of.reduce((total, p) => total + by(p), 0);
  const missing = answered.filter((p) => p.got === 0).map((p) => p.field);
  const told = answered.filter((p) => clear.includes(p.field));
  const clarity = (100 * sum(told, (p) => p.weight * p.got)) / sum(told, (p) => p.weight);
  const problems: ContentProblem[] = [];
  if (missing.some((field) => needed.includes(field))) problems.push('MISSING');
  if (clarity < vagueBelow) problems.push('VAGUE');
  if ((offer.trl ?? 0) >= evidenceFrom && missing.includes('evidence')) problems.push('NO_TRL_EVIDENCE');
  return { score: Math.round(sum(answered, (p) => p.weight * p.got)), missing, problems };
}

/** A demand's clarity is its quality. */
export function appraiseDemand(demand: Partial<DemandContent>): Appraisal {
  const { score, points: answered } = clarityOf(demand);
  const missing = answered.filter((p) => !p.met).map((p) => p.point);
  const problems: ContentProblem[] = [];
  if (missing.includes('field') || missing.includes('indicators')) problems.push('MISSING');
  if (score < vagueBelow) problems.push('VAGUE');
  return { score, missing, problems };
}
