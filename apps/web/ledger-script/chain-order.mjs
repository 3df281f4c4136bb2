import { genesis } from './canonical.mjs';

/** A longer gap is no place from which single entries were moved. */
const longestGap = 1000;

/** Which entries of one chain came when: runs of entries that followed each other, so that a sound chain needs no memory. */
export function chainOrder() {
  const runs = [];
  const found = [];
  let until = 0;
  const sorted = () => [...runs].sort((a, b) => a.from - b.from || Number(b.sound) - Number(a.sound) || a.index - b.index);
  const runOf = (e, index, line, claimed, sound) => ({ from: e.seq, to: e.seq, index, line, claimed, prev: e.prev, firstAt: e.at, hash: e.hash, lastAt: e.at, sound });
  // Both are sound by themselves and do not fit: the earlier one is not the entry that the later one was written after.
  const join = (before, prev, seq, at) => {
    if (before && !before.sound) return;
    if (prev !== (before?.hash ?? genesis)) found.push({ code: 'REPLACED', seq: before?.to ?? seq });
    if (before && at < before.lastAt) found.push({ code: 'BACKDATED', seq });
  };
  const last = () => sorted().at(-1) ?? null;
  return {
    add(e, index, line, claimed = e.seq) {
      const run = runs.at(-1);
      if (run?.sound && claimed === e.seq && e.seq === run.to + 1) {
        join(run, e.prev, e.seq, e.at);
        Object.assign(run, { to: e.seq, hash: e.hash, lastAt: e.at });
      } else runs.push(runOf(e, index, line, claimed, true));
    },
    addChanged(e, index, line) {
      runs.push(runOf(e, index, line, e.seq, false));
      found.push({ code: 'CHANGED', seq: e.seq, line });
    },
    /** Numbers that no entry bears, and some after the last. */
    places(beyond) {
      const places = [];
      let covered = 0;
      for (const { from, to } of sorted()) {
        for (let seq = covered + 1; seq < Math.min(from, covered + longestGap); seq++) places.push(seq);
        covered = Math.max(covered, to);
      }
      for (let i = 1; i <= beyond; i++) places.push(covered + i);
      return places;
    },
    last,
    known: () => Math.max(until, last()?.to ?? 0),
    knowUntil: (seq) => (until = seq),
    faults() {
      const single = [];
      let before = null;
      for (const run of sorted()) {
        const covered = before?.to ?? 0;
        if (run.from <= covered) {
          found.push({ code: 'REPEATED', seq: run.from, to: Math.min(run.to, covered), line: run.line });
          if (run.to > covered) before = run;
          continue;
        }
        if (run.from > covered + 1) found.push({ code: 'MISSING', seq: covered + 1, to: run.from - 1 });
        else if (run.sound) join(before, run.prev, run.from, run.firstAt);
        single.push(run);
        before = run;
      }
      return [...found, ...displaced(single)];
    },
  };
}

/** Which of these, by their numbers, came at another's place: exchanged pairs, single ones that bear a wrong number, others out of order. */
function displaced(byNumber) {
  const byArrival = [...byNumber].sort((a, b) => a.index - b.index);
  const place = new Map(byArrival.map((run, i) => [run, i]));
  const faults = [];
  const named = new Set();
  byNumber.forEach((run, i) => {
    const other = byArrival[i];
    if (other === run || named.has(run) || run.from !== run.to || other.from !== other.to || byNumber[place.get(run)] !== other) return;
    faults.push({ code: 'EXCHANGED', seq: run.from, to: other.from, line: Math.min(run.line, other.line) });
    named.add(run).add(other);
  });
  for (const run of byNumber)
    if (run.claimed !== run.from && !named.has(run)) {
      faults.push({ code: 'MOVED', seq: run.claimed, to: run.from, line: run.line });
      named.add(run);
    }
  // The series of rising numbers that holds the most entries stays (a Fenwick tree of the best one up to each rank); the others were moved.
  const rest = byArrival.filter((run) => !named.has(run));
  const rank = new Map([...rest].sort((a, b) => a.from - b.from).map((run, i) => [run, i + 1]));
  const tree = Array.from({ length: rest.length + 1 }, () => null);
  const better = (a, b) => (a && (!b || a.entries >= b.entries) ? a : b);
  let best = null;
  for (const run of rest) {
    let before = null;
    for (let i = rank.get(run) - 1; i > 0; i -= i & -i) before = better(before, tree[i]);
    const one = { run, entries: (before?.entries ?? 0) + run.to - run.from + 1, before };
    for (let i = rank.get(run); i < tree.length; i += i & -i) tree[i] = better(tree[i], one);
    best = better(best, one);
  }
  const series = new Set();
  for (let one = best; one; one = one.before) series.add(one.run);
  for (const run of rest) if (!series.has(run)) faults.push({ code: 'OUT_OF_ORDER', seq: run.from, to: run.to, line: run.line });
  return faults;
}
