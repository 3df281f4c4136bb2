import { ledgerGenesis, type LinkedEntry } from './entry.js';
import type { LedgerFault } from './verify.js';

/** Entries that came one after the other with rising numbers, each following the one before: only its ends are kept. */
type Run = { from: number; to: number; index: number; claimed: number; prev: string; firstAt: string; hash: string; lastAt: string; isSound: boolean };
type Fault = Omit<LedgerFault, 'chain'>;
/** A longer gap is no place from which single entries were moved. */
const longestGap = 1000;

/** The order of one chain: which entries came when, and what of it does not fit. */
export class ChainOrder {
  private readonly runs: Run[] = [];
  private readonly found: Fault[] = [];
  private until = 0;

  /** A sound entry; `claimed` is the number that it bore where it stood. */
  add(e: LinkedEntry, index: number, claimed = e.seq): void {
    const run = this.runs.at(-1);
    if (run?.isSound && claimed === e.seq && e.seq === run.to + 1) {
      this.join(run, e.prev, e.seq, e.at);
      Object.assign(run, { to: e.seq, hash: e.hash, lastAt: e.at });
    } else this.runs.push(runOf(e, index, claimed, true));
  }

  /** One that does not match its hash and belongs nowhere else. */
  addChanged(e: LinkedEntry, index: number): void {
    this.runs.push(runOf(e, index, e.seq, false));
    this.found.push({ code: 'CHANGED', seq: e.seq });
  }

  /** Numbers that no entry bears, and some after the last. */
  places(beyond: number): number[] {
    const places: number[] = [];
    let covered = 0;
    for (const { from, to } of sorted(this.runs)) {
      for (let seq = covered + 1; seq < Math.min(from, covered + longestGap); seq++) places.push(seq);
      covered = Math.max(covered, to);
    }
    for (let i = 1; i <= beyond; i++) places.push(covered + i);
    return places;
  }

  last(): { seq: number; hash: string; isSound: boolean } | null {
    const run = sorted(this.runs).at(-1);
    return run ? { seq: run.to, hash: run.hash, isSound: run.isSound } : null;
  }

  /** Up to here it is known, or was said, what there is. */
  known(): number {
    return Math.max(this.until, this.last()?.seq ?? 0);
  }

  knowUntil(seq: number): void {
    this.until = seq;
  }

  /** What is missing, repeated, replaced or not where it belongs. */
  faults(): Fault[] {
    const single: Run[] = [];
    let before: Run | null = null;
    for (const run of sorted(this.runs)) {
      const covered: number = before?.to ?? 0;
      if (run.from <= covered) {
        this.found.push({ code: 'REPEATED', seq: run.from, to: Math.min(run.to, covered) });
        if (run.to > covered) before = run;
        continue;
      }
      if (run.from > covered + 1) this.found.push({ code: 'MISSING', seq: covered + 1, to: run.from - 1 });
      else if (run.isSound) this.join(before, run.prev, run.from, run.firstAt);
      single.push(run);
      before = run;
    }
    return [...this.found, ...displaced(single)];
  }

  /** Both are sound by themselves and do not fit: the earlier one is not the entry that the later one was written after. */
  private join(before: Run | null, prev: string, seq: number, at: string): void {
    if (before && !before.isSound) return;
    if (prev !== (before?.hash ?? ledgerGenesis)) this.found.push({ code: 'REPLACED', seq: before?.to ?? seq });
    if (before && at < before.lastAt) this.found.push({ code: 'BACKDATED', seq });
  }
}

const runOf = ({ seq, prev, hash, at }: LinkedEntry, index: number, claimed: number, isSound: boolean): Run => ({ from: seq, to: seq, index, claimed, prev, firstAt: at, hash, lastAt: at, isSound });

const sorted = (runs: readonly Run[]): Run[] => [...runs].sort((a, b) => a.from - b.from || Number(b.isSound) - Number(a.isSound) || a.index - b.index);

/** Which of these, by their numbers, came at another's place: exchanged pairs, single ones that bear a wrong number, others out of order. */
function displaced(byNumber: readonly Run[]): Fault[] {
  const byArrival = [...byNumber].sort((a, b) => a.index - b.index);
  const place = new Map(byArrival.map((run, i) => [run, i]));
  const faults: Fault[] = [];
  const named = new Set<Run>();
  for (const [i, run] of byNumber.entries()) {
    const other = byArrival[i];
    if (!other || other === run || named.has(run) || run.from !== run.to || other.from !== other.to) continue;
    if (byNumber[place.get(run) ?? -1] !== other) continue;
    faults.push({ code: 'EXCHANGED', seq: run.from, to: other.from });
    named.add(run).add(other);
  }
  for (const run of byNumber)
    if (run.claimed !== run.from && !named.has(run)) {
      faults.push({ code: 'MOVED', seq: run.claimed, to: run.from });
      named.add(run);
    }
  const rest = byArrival.filter((run) => !named.has(run));
  const inOrder = longestRising(rest);
  for (const { from, to } of rest.filter((run) => !inOrder.has(run))) faults.push({ code: 'OUT_OF_ORDER', seq: from, to });
  return faults;
}

/** The series of rising numbers that holds the most entries: whatever is not in it was moved. (A Fenwick tree of the best series up to each rank.) */
function longestRising(byArrival: readonly Run[]): Set<Run> {
  type Series = { run: Run; entries: number; before: Series | null };
  const rank = new Map(sorted(byArrival).map((run, i) => [run, i + 1]));
  const tree: (Series | null)[] = Array.from({ length: byArrival.length + 1 }, () => null);
  const better = (a: Series | null, b: Series | null): Series | null => (a && (!b || a.entries >= b.entries) ? a : b);
  let best: Series | null = null;
  for (const run of byArrival) {
    const own = rank.get(run) ?? 0;
    let before: Series | null = null;
    for (let i = own - 1; i > 0; i -= i & -i) before = better(before, tree[i] ?? null);
    const series: Series = { run, entries: (before?.entries ?? 0) + run.to - run.from + 1, before };
    for (let i = own; i < tree.length; i += i & -i) tree[i] = better(tree[i] ?? null, series);
    best = better(best, series);
  }
  const kept = new Set<Run>();
  for (let series = best; series; series = series.before) kept.add(series.run);
  return kept;
}
