import { techFieldWords } from '../imports/words.js';
import { clarityOf, type Clarity } from './clarity-score.js';
import { complexityRules, routeFrom, type ComplexityFigure, type ComplexityPoint, type ComplexityRule, type DemandRoute } from './complexity-rules.js';
import type { DemandContent } from './rules.js';

type Content = Partial<DemandContent>;
export type ComplexityReason = {
  point: ComplexityPoint;
  /** What it adds to the score. */
  adds: number;
  /** The words or the figure that it was found by, for a sentence. */
  found: string[];
};
export type Complexity = { score: number; route: DemandRoute; reasons: ComplexityReason[] };

const wanInFen = 1_000_000n;
const monthInDays = 30.44;
/** Short words name too much: 生物 and 材料 stand in any text. */
const namesField = (word: string): boolean => word.length >= 3;

/** How hard a demand is to place, with the reasons, heaviest first, and the route that follows: on one's own, with a hint, or through a broker. */
export function complexityOf(demand: Content, today: string, clarity: Clarity = clarityOf(demand)): Complexity {
  const text = [demand.title, demand.problem, demand.currentState, demand.acceptance, demand.deliverables, demand.exclusions].filter(Boolean).join('\n');
  const figures = figuresOf(demand, clarity, text, today);
  const reasons = complexityRules.flatMap((rule) => reasonOf(rule, text, figures)).sort((a, b) => b.adds - a.adds);
  const score = reasons.reduce((sum, r) => sum + r.adds, 0);
  return { score, route: routeFrom.find((r) => score >= r.score)?.route ?? 'SELF', reasons };
}

function reasonOf(rule: ComplexityRule, text: string, figures: Record<ComplexityFigure, number>): ComplexityReason[] {
  const words = 'words' in rule ? [...new Set(text.match(rule.words))] : [];
  const value = 'words' in rule ? words.length : figures[rule.figure];
  if (value < rule.half) return [];
  const adds = value >= rule.full ? rule.weight : Math.round(rule.weight / 2);
  return [{ point: rule.point, adds, found: 'words' in rule ? words.slice(0, 5) : [String(value)] }];
}

function figuresOf(demand: Content, clarity: Clarity, text: string, today: string): Record<ComplexityFigure, number> {
  const fields = Object.values(techFieldWords).filter((words) => words.some((word) => namesField(word) && text.includes(word))).length;
  const budget = BigInt(demand.budgetMax ?? demand.budgetMin ?? '0');
  const days = demand.deadline ? (Date.parse(demand.deadline) - Date.parse(today)) / 86_400_000 : Infinity;
  return {
    targets: (demand.indicators?.length ?? 0) + clarity.targets.length,
    fields,
    budgetWan: Number(budget / wanInFen),
    // Nothing written is not unclear, it is not begun.
    clarityLacking: demand.problem ? 100 - clarity.score : 0,
    monthsShort: Math.max(0, Math.floor(12 - days / monthInDays)),
  };
}
