import { parseIndicators, type ParsedIndicator } from '../indicators/parse.js';
import { clarityFigures } from './clarity-figures.js';
import { clarityRules, fillerRules, type ClarityPoint, type ClarityRule, type FillerKind } from './clarity-rules.js';
import type { DemandContent } from './rules.js';

type Content = Partial<DemandContent>;
export type AnsweredPoint = { point: ClarityPoint; weight: number; /** 0 to 1: how much of it is answered. */ share: number; met: boolean };
export type Filler = { kind: FillerKind; start: number; end: number };
export type Clarity = {
  /** Of a hundred. */
  score: number;
  points: AnsweredPoint[];
  /** Stretches of the problem's text that say nothing about the problem. */
  fillers: Filler[];
  /** How many of a hundred real demands score lower. */
  percentile: number;
  /** What was read as a target, with its figure. */
  targets: ParsedIndicator[];
};

/** Half a point's answer is an answer for the list of hints. */
const metFrom = 0.5;
/** A demand that is nothing but praise of the firm loses at most so much of its score. */
const fillerPenalty = 0.35;
const sentence = /[^。；;！!\n]+[。；;！!\n]?/g;
const clause = /[^，,]+[，,]?/g;

/** The clarity of a demand, point by point, with its place among the real demands of clarityFigures. */
export function clarityOf(demand: Content): Clarity {
  const problem = demand.problem ?? '';
  const fillers = fillersIn(problem);
  const filled = fillers.reduce((sum, f) => sum + f.end - f.start, 0);
  const body = withoutStretches(problem, fillers);
  const texts = { problem: body, currentState: demand.currentState ?? '', acceptance: demand.acceptance ?? '' };
  const targets = parseIndicators([demand.title ?? '', body, texts.acceptance].join('\n')).filter(isTarget);
  const points = clarityRules.map((rule) => {
    const share = rule.point === 'indicators' ? targetShare(demand, targets, rule, texts) : shareOf(rule, demand, texts);
    return { point: rule.point, weight: rule.weight, share, met: share >= metFrom };
  });
  const reached = points.reduce((sum, p) => sum + p.weight * p.share, 0);
  // A short text can answer little, however well its few words fit.
  const substance = Math.min(1, 0.25 + (0.75 * body.replace(/\s/g, '').length) / 160);
  const praise = problem.length ? (filled / problem.length) * fillerPenalty : 0;
  const isForm = Boolean(demand.indicators?.length || demand.currentState || demand.acceptance);
  const score = Math.round(reached * (isForm ? 1 : substance) * (1 - praise));
  return { score, points, fillers, percentile: percentileOf(score), targets };
}

/** A value to reach, not one that is merely told: it compares, spans or changes, and it is no money. */
function isTarget({ op, change, dimension }: ParsedIndicator): boolean {
  return (op !== 'EQ' || change !== null) && dimension !== 'money' && dimension !== 'dollars';
}

function targetShare(demand: Content, targets: readonly ParsedIndicator[], rule: ClarityRule, texts: Record<string, string>): number {
  const inTable = (demand.indicators ?? []).filter((i) => i.op !== 'TEXT' && /\d/.test(i.value ?? '')).length;
  const figures = inTable * 2 + targets.length;
  const wish = wordShare(rule, texts);
  return Math.min(1, Math.max(wish, figures ? 0.6 + 0.13 * figures : 0));
}

function shareOf(rule: ClarityRule, demand: Content, texts: Record<string, string>): number {
  const said = wordShare(rule, texts);
  const value = rule.point === 'field' ? (demand.techField ?? demand.chain) : rule.point === 'budget' ? demand.budgetMax || demand.budgetMin : demand[rule.field.name];
  const length = Array.isArray(value) ? value.length : typeof value === 'string' ? value.trim().length : 0;
  if (rule.point === 'problem') return 0.5 * Math.min(1, (texts['problem'] ?? '').trim().length / rule.field.least) + said;
  return length >= rule.field.least ? 1 : said;
}

function wordShare({ words, within }: ClarityRule, texts: Record<string, string>): number {
  if (!words) return 0;
  const all = (within ?? Object.keys(texts)).map((name) => texts[name] ?? '').join('\n');
  const different = new Set(all.match(words.pattern)).size;
  return words.share * Math.min(1, different / words.enough);
}

/** The sentences of a text that praise the firm, and the clauses that fit any demand. */
export function fillersIn(text: string): Filler[] {
  const found: Filler[] = [];
  const mark = (kind: FillerKind, start: number, length: number): void => {
    const last = found.at(-1);
    if (last?.end === start && last.kind === kind) last.end += length;
    else found.push({ kind, start, end: start + length });
  };
  for (const { 0: whole, index } of text.matchAll(sentence)) {
    if (fillerRules.PROFILE.test(whole)) mark('PROFILE', index, whole.length);
    else for (const part of whole.matchAll(clause)) if (fillerRules.PHRASE.test(part[0])) mark('PHRASE', index + part.index, part[0].length);
  }
  return found;
}

function withoutStretches(text: string, stretches: readonly Filler[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of stretches) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

/** How many of a hundred real demands score lower. */
export function percentileOf(score: number): number {
  const below = clarityFigures.scores.slice(0, Math.max(0, score)).reduce((sum, n) => sum + n, 0);
  return Math.round((100 * below) / clarityFigures.demands);
}
