import type { ContractType } from '../contracts/rules.js';
import type { NegotiationSide } from './side.js';
import { termTree, type TermKey, type TermNode, type TermSection } from './term-tree.js';
import type { TermValue } from './terms.js';

/** One wording of a clause: proposed by a side in a version of the sheet, accepted by the sides one after the other. */
export type TermWording = TermValue & {
  key: TermKey;
  number: number;
  supplierAcceptedAt: Date | string | null;
  demanderAcceptedAt: Date | string | null;
};
/** A clause as it stands: its wordings, the last one first, and the sides that have yet to answer that one. */
export type TermClause<W extends TermWording = TermWording> = TermNode & { wordings: W[]; current: W | null; awaits: NegotiationSide[]; isSettled: boolean };
export type TermSheet<W extends TermWording = TermWording> = {
  /** The last version; 0 before anything was proposed. */
  number: number;
  type: ContractType | null;
  branches: { section: TermSection; clauses: TermClause<W>[] }[];
  clauses: TermClause<W>[];
  /** Required clauses that nobody has worded. */
  missing: TermClause<W>[];
  /** Everything required is settled, and nothing that was proposed is open. */
  isSettled: boolean;
};

export const hasAccepted = (w: TermWording, side: NegotiationSide): boolean => (side === 'SUPPLIER' ? w.supplierAcceptedAt : w.demanderAcceptedAt) !== null;

/** The term sheet that wordings make, as it stood at a version (default: the last). The tree follows the type that was proposed last. */
export function termSheetOf<W extends TermWording>(wordings: readonly W[], at = Infinity): TermSheet<W> {
  const known = wordings.filter((w) => w.number <= at).sort((a, b) => b.number - a.number);
  const type = known.find((w) => w.key === 'type')?.type ?? null;
  const branches = termTree(type).map(({ section, clauses }) => ({ section, clauses: clauses.map((node) => clauseOf(node, known)) }));
  const clauses = branches.flatMap((b) => b.clauses);
  const missing = clauses.filter((c) => c.isRequired && !c.current);
  const isSettled = type !== null && !missing.length && clauses.every((c) => !c.current || c.isSettled);
  return { number: known[0]?.number ?? 0, type, branches, clauses, missing, isSettled };
}

function clauseOf<W extends TermWording>(node: TermNode, known: readonly W[]): TermClause<W> {
  const wordings = known.filter((w) => w.key === node.key);
  const current = wordings[0] ?? null;
  const awaits = current ? (['SUPPLIER', 'DEMANDER'] as const).filter((side) => !hasAccepted(current, side)) : [];
  return { ...node, wordings, current, awaits, isSettled: current !== null && !awaits.length };
}

/** What every clause of the sheet says. */
export function termValues(sheet: TermSheet): Map<TermKey, TermValue> {
  return new Map(sheet.clauses.flatMap(({ key, current }) => (current ? [[key, current] as const] : [])));
}
