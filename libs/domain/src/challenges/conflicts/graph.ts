import { DomainError, type Issue } from '../../errors.js';
import { relationEnds, type ConflictFact, type ConflictNode, type ConflictRelation } from './relations.js';

/** One step of a path as it is read, with the fact behind it: "person p employer organisation o". */
export type ConflictHop = { relation: ConflictRelation; from: ConflictNode; to: ConflictNode; factId: string };
export type Edge = { to: string; fact: ConflictFact };
export type ConflictGraph = {
  along: ReadonlyMap<string, readonly Edge[]>;
  against: ReadonlyMap<string, readonly Edge[]>;
  /** Offices of the state: firms are not bound to each other by being owned by the same one (公司法 Art 265). */
  government: ReadonlySet<string>;
};

export const nodeKey = ({ kind, id }: ConflictNode): string => `${kind}:${id}`;

function check(facts: readonly ConflictFact[]) {
  const issues: Issue[] = [];
  const ids = new Set<string>();
  for (const [at, { id, relation, from, to, since, until }] of facts.entries()) {
    const ends = relationEnds[relation];
    const path = `facts.${at}`;
    if (!ends.from.includes(from.kind) || !ends.to.includes(to.kind)) issues.push({ path, code: 'wrong_ends' });
    if (nodeKey(from) === nodeKey(to)) issues.push({ path, code: 'with_itself' });
    if (since && until && until < since) issues.push({ path, code: 'date_order' });
    if (ids.has(id)) issues.push({ path, code: 'double' });
    ids.add(id);
  }
  if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
}

const byTarget = (a: Edge, b: Edge) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.fact.id < b.fact.id ? -1 : 1);

/**
 * The graph of all known relations; the order of the facts changes nothing. `governmentIds`: organisations that are offices of the state.
 * INVALID_INPUT: relations between the wrong kinds (wrong_ends), with oneself, that end before they begin, or with an id used twice.
 */
export function conflictGraph(facts: readonly ConflictFact[], governmentIds: Iterable<string> = []): ConflictGraph {
  check(facts);
  const along = new Map<string, Edge[]>();
  const against = new Map<string, Edge[]>();
  const add = (edges: Map<string, Edge[]>, from: string, to: string, fact: ConflictFact) => {
    const known = edges.get(from);
    if (known) known.push({ to, fact });
    else edges.set(from, [{ to, fact }]);
  };
  for (const fact of facts) {
    const [from, to] = [nodeKey(fact.from), nodeKey(fact.to)];
    const { mutual } = relationEnds[fact.relation];
    add(along, from, to, fact);
    add(against, to, from, fact);
    if (!mutual) continue;
    add(along, to, from, fact);
    add(against, from, to, fact);
  }
  for (const edges of [...along.values(), ...against.values()]) edges.sort(byTarget);
  return { along, against, government: new Set([...governmentIds].map((id) => nodeKey({ kind: 'ORGANISATION', id }))) };
}

/** A path in codes and ids, one line per relation, as it is read: "person p EMPLOYER organisation o1", "organisation o1 CONTROLS organisation o2". */
export function conflictPathWords(path: readonly ConflictHop[]): string[] {
  const name = ({ kind, id }: ConflictNode) => `${kind.toLowerCase()} ${id}`;
  return path.map(({ relation, from, to }) => `${name(from)} ${relation} ${name(to)}`);
}
