import { challengeRulesOn, challengeRuleUse, type ChallengeRuleRow } from '../dated.js';
import { nodeKey, type ConflictGraph, type ConflictHop } from './graph.js';
import type { ConflictNode } from './relations.js';
import { type ConflictCode, type ConflictRule, type ConflictSeverity, type ConflictStep, type ConflictSubject } from './rules.js';
import { conflictRules } from './rule-rows.js';
import { walk } from './walk.js';

/** A conflict with a bid: which rule, how grave, by which shortest path (from the subject to the bid), and the row behind it. */
export type Conflict = { bidId: string; code: ConflictCode; severity: ConflictSeverity; path: ConflictHop[]; rule: ChallengeRuleRow };
export type ConflictQuestion = { subject: ConflictSubject; who: ConflictNode; day: string; rules?: readonly ConflictRule[] };

/** From a bid to those that compete with it. */
const rivals: readonly ConflictStep[] = [
  { relations: ['FOR'], way: 'ALONG', often: 'ONCE' },
  { relations: ['FOR'], way: 'AGAINST', often: 'ONCE' },
];

/** An owner is partial only towards bids for his own challenge. */
function ownBids(graph: ConflictGraph, who: ConflictNode): ReadonlySet<string> | null {
  if (who.kind !== 'CHALLENGE') return null;
  return new Set((graph.against.get(nodeKey(who)) ?? []).filter((e) => e.fact.relation === 'FOR').map((e) => e.to));
}

const graver = (a: Conflict, b: Conflict) => (a.severity === b.severity ? a.path.length < b.path.length : a.severity === 'BLOCK');

/**
 * Every block and every declaration of a person, or of a challenge's owner (`who`: the challenge), with bids: one per bid and code, the gravest, with
 * its shortest path. Rules: the rows in force on `day` ('YYYY-MM-DD'), relations as they stand on it (domain.md 2.4, row E3). Sorted by bid and code.
 */
export function conflictsOf(graph: ConflictGraph, { subject, who, day, rules = conflictRules }: ConflictQuestion): Conflict[] {
  const best = new Map<string, Conflict>();
  const within = ownBids(graph, who);
  for (const rule of challengeRulesOn(rules, day)) {
    if (rule.subject !== subject) continue;
    const shapes = rule.scope === 'CHALLENGE' ? [...rule.paths, ...rule.paths.map((p) => [...p, ...rivals])] : rule.paths;
    for (const steps of shapes)
      for (const [key, path] of walk(graph, nodeKey(who), steps, day)) {
        if (!key.startsWith('BID:') || (within && !within.has(key))) continue;
        const conflict = { bidId: key.slice(4), code: rule.code, severity: rule.severity, path, rule: challengeRuleUse(rule) };
        const known = best.get(`${key} ${rule.code}`);
        if (!known || graver(conflict, known)) best.set(`${key} ${rule.code}`, conflict);
      }
  }
  const order = (c: Conflict) => `${c.bidId} ${c.code}`;
  return [...best.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The conflicts of one person with one bid. */
export function conflictsWithBid(graph: ConflictGraph, question: ConflictQuestion, bidId: string): Conflict[] {
  return conflictsOf(graph, question).filter((c) => c.bidId === bidId);
}

/** When a declaration is asked for: the gravest thing known of a pair, null when nothing is. */
export function severityOf(conflicts: readonly Conflict[], bidId: string): ConflictSeverity | null {
  const own = conflicts.filter((c) => c.bidId === bidId);
  return own.some((c) => c.severity === 'BLOCK') ? 'BLOCK' : own.length ? 'DECLARE' : null;
}
