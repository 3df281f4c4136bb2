import { monthsLater } from '../timetable/periods.js';
import type { ConflictGraph, ConflictHop, Edge } from './graph.js';
import type { ConflictFact } from './relations.js';
import type { ConflictStep } from './rules.js';

/** A path so far: at which step it stands, and where the chain it is in was entered. */
type Walked = { node: string; at: number; before: Walked | null; edge: Edge | null; entry: Walked | null };

/** The same day so many years ago (of a 29 February the 28th), without a Date: it is asked for every fact on the way. */
function yearsBefore(day: string, years: number): string {
  const before = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return before.endsWith('-02-29') ? monthsLater(day, -12 * years) : before;
}

/** Whether a fact counts for a step on that day. */
export function countsOn({ since, until }: ConflictFact, { years, ended }: ConflictStep, day: string): boolean {
  if (since && since > day) return false;
  const over = until !== undefined && until !== null && until < day;
  if (!over) return !ended;
  return years !== undefined && until >= yearsBefore(day, years);
}

function visited(path: Walked, node: string): boolean {
  for (let p: Walked | null = path; p; p = p.before) if (p.node === node) return true;
  return false;
}

const isControl = (edge: Edge | null) => edge?.fact.relation === 'CONTROLS';

/** The hops of a path, each as its fact reads. */
function hopsOf(path: Walked): ConflictHop[] {
  const hops: ConflictHop[] = [];
  for (let p: Walked | null = path; p?.edge; p = p.before) {
    const { relation, from, to, id } = p.edge.fact;
    hops.unshift({ relation, from, to, factId: id });
  }
  return hops;
}

/**
 * Everything that paths of the given shape lead to from a node, each with a shortest path; no path passes a node twice. Breadth first: single steps
 * are followed one by one, chains (`ANY`) keep one path per node and place where the chain was entered. That loses nothing: a shortest chain never
 * needs to come back to a node, because the part between could be left out.
 */
export function walk(graph: ConflictGraph, start: string, steps: readonly ConflictStep[], day: string): Map<string, ConflictHop[]> {
  const found = new Map<string, ConflictHop[]>();
  const first: Walked = { node: start, at: 0, before: null, edge: null, entry: null };
  const chained = new Map<Walked, Set<string>>();
  let wave: Walked[] = [first];
  while (wave.length) {
    const next: Walked[] = [];
    for (const path of wave) {
      const entry = path.entry ?? path;
      for (let at = path.at; at < steps.length; at++) {
        const step = steps[at];
        if (!step) break;
        for (const edge of (step.way === 'ALONG' ? graph.along : graph.against).get(path.node) ?? []) {
          const { fact, to } = edge;
          if (!step.relations.includes(fact.relation) || !countsOn(fact, step, day) || visited(path, to)) continue;
          if (graph.government.has(path.node) && isControl(path.edge) && isControl(edge)) continue;
          const once = step.often === 'ONCE';
          const longer: Walked = { node: to, at: once ? at + 1 : at, before: path, edge, entry: once ? null : entry };
          if (once && at === steps.length - 1) {
            if (!found.has(to)) found.set(to, hopsOf(longer));
            continue;
          }
          if (!once) {
            const known = chained.get(entry) ?? new Set();
            chained.set(entry, known);
            if (known.has(`${at} ${to}`)) continue;
            known.add(`${at} ${to}`);
          }
          next.push(longer);
        }
        if (step.often === 'ONCE') break;
      }
    }
    wave = next;
  }
  return found;
}
