#!/usr/bin/env node
/**
 * 核对技汇账本导出文件。 Verifies an export of Jihui's ledger. Needs Node.js 18 or later and nothing else.
 *
 *   node ledger-verify.mjs jihui-ledger-2026-11-22.jsonl
 *   node ledger-verify.mjs <new.jsonl> --earlier <old.jsonl>        the new one must begin with everything that the old one held
 *   node ledger-verify.mjs <new.jsonl> --root 2026-11-21=<64 hex>   a root that you wrote down or printed on that day
 *
 * Every line is canonical JSON (keys sorted, no blanks). hash = SHA-256 of the entry's line without "hash"; root = SHA-256 of the root's
 * line without "root". prev is the hash of the entry before it in the same chain (64 zeros for the first), or the root of the day before.
 * A root's heads are the last entries of all chains up to the end of that day in Asia/Shanghai (UTC+8).
 */
import { createHash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const genesis = '0'.repeat(64);
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const shanghaiDay = (at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}
const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

const textOf = (entry) => canonical(without(entry, 'hash'));
const longestGap = 1000;
const mostTraced = 100;

/** Which entries of one chain came when: runs of entries that followed each other, so that a sound chain needs no memory. */
function chainOrder() {
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

/** The entry at `place` with the content of the other one, if one of the two prevs and hashes makes it sound. */
function restored(place, content) {
  for (const prev of [place.prev, content.prev]) {
    const hash = sha256(textOf({ ...content, seq: place.seq, prev }));
    if (hash === place.hash || hash === content.hash) return { ...content, seq: place.seq, prev, hash };
  }
  return null;
}

/** Reads lines (any iterable) and names what is wrong: { faults, entries, chains, roots }. */
export async function verify(lines, { knownRoots = new Map(), earlier = null } = {}) {
  const faults = [];
  const say = (code, more) => faults.push({ code, ...more });
  const orders = new Map();
  const days = new Map();
  const soundDays = new Set();
  const wrong = [];
  const openEarlier = new Map(earlier);
  let entries = 0;
  let lastEntry = null;
  const roots = [];
  let end = null;
  let number = 0;
  const orderOf = (chain) => orders.get(chain) ?? orders.set(chain, chainOrder()).get(chain);
  const dayOf = (at) => (Number.isNaN(Date.parse(at)) ? '' : shanghaiDay(at));

  const count = ({ at, chain, hash }, seq) => {
    const day = dayOf(at);
    const of = days.get(day) ?? { count: 0, heads: new Map() };
    of.count++;
    if ((of.heads.get(chain)?.seq ?? 0) < seq) of.heads.set(chain, { chain, hash, seq });
    days.set(day, of);
    return day;
  };

  const takeChanged = ({ entry, index, line }) => {
    orderOf(entry.chain).addChanged(entry, index, line);
    count(entry, entry.seq);
  };

  const takeEntry = (e) => {
    const index = entries++;
    const one = { entry: e, index, line: number };
    lastEntry = e;
    const key = `${e.chain} ${e.seq}`;
    if (openEarlier.has(key) && openEarlier.get(key) !== e.hash) say('REWRITTEN', { chain: e.chain, seq: e.seq });
    openEarlier.delete(key);
    if (sha256(textOf(e)) === e.hash) {
      orderOf(e.chain).add(e, index, number);
      soundDays.add(count(e, e.seq));
    } else if (wrong.length < mostTraced) wrong.push(one);
    else takeChanged(one);
  };

  /** A wrong entry is right under another number, or with the content of another wrong one; otherwise it was changed. */
  const traceWrong = () => {
    const rest = [];
    for (const one of wrong) {
      const { entry, index, line } = one;
      const order = orderOf(entry.chain);
      const seq = [...order.places(wrong.length), ...wrong.map((w) => w.entry.seq)].find((s) => s !== entry.seq && sha256(textOf({ ...entry, seq: s })) === entry.hash);
      if (seq === undefined) {
        rest.push(one);
        continue;
      }
      order.add({ ...entry, seq }, index, line, entry.seq);
      count(entry, seq);
    }
    while (rest.length) {
      const one = rest.shift();
      const isOther = ({ entry }) => entry.chain === one.entry.chain && restored(one.entry, entry) && restored(entry, one.entry);
      const at = rest.findIndex(isOther);
      if (at < 0) {
        takeChanged(one);
        continue;
      }
      const [other] = rest.splice(at, 1);
      say('EXCHANGED', { chain: one.entry.chain, seq: Math.min(one.entry.seq, other.entry.seq), to: Math.max(one.entry.seq, other.entry.seq), line: one.line });
      for (const [here, there] of [[one, other], [other, one]]) {
        const whole = restored(here.entry, there.entry);
        orderOf(whole.chain).add(whole, here.index, here.line);
        count(whole, whole.seq);
      }
    }
  };

  /** The end of a chain is cut off before `until`; said once, by whatever tells it first. */
  const noteCut = (chain, seq, day) => {
    const order = orderOf(chain);
    const from = order.known() + 1;
    if (from > seq) return;
    say('MISSING', { chain, seq: from, to: seq, ...(day ? { day } : {}) });
    order.knowUntil(seq);
  };

  const checkRoot = ({ root: r, line }, last) => {
    for (const { chain, seq } of r.heads) noteCut(chain, seq, r.day);
    const expected = last ? dayAfter(last.day) : [...soundDays].sort()[0] ?? r.day;
    if (sha256(canonical(without(r, 'root'))) !== r.root) say('ROOT_CHANGED', { day: r.day, line });
    if (r.day > expected) say('ROOT_MISSING', { day: expected });
    if (r.prev !== (last?.root ?? genesis)) say('ROOT_BROKEN', { day: last?.day ?? r.day });
    const of = days.get(r.day);
    const heads = new Map([...(last?.heads ?? []).map((h) => [h.chain, h]), ...(of?.heads ?? [])]);
    const expectedHeads = [...heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
    if (r.count !== (of?.count ?? 0) || canonical(r.heads) !== canonical(expectedHeads)) say('ROOT_DIFFERS', { day: r.day });
    const known = knownRoots.get(r.day);
    if (known !== undefined && known !== r.root) say('ROOT_REWRITTEN', { day: r.day });
  };

  for await (const line of lines) {
    number++;
    let row;
    try {
      row = JSON.parse(line);
      if (row === null || typeof row !== 'object' || canonical(row) !== line) throw new Error('not canonical');
    } catch {
      say('UNREADABLE', { line: number });
      continue;
    }
    if (number === 1) {
      if (canonical(row) !== '{"format":"jihui-ledger/1","hash":"SHA-256"}') say('UNREADABLE', { line: 1 });
    } else if (end) say('UNREADABLE', { line: number });
    else if (isEntry(row)) takeEntry(row);
    else if (isRoot(row)) roots.push({ root: row, line: number });
    else if (row.end && Array.isArray(row.end.heads)) end = row.end;
    else say('UNREADABLE', { line: number });
  }

  traceWrong();
  for (const [chain, order] of orders) for (const { code, ...more } of order.faults()) say(code, { chain, ...more });
  if (!end) say('CUT_OFF', { line: number, ...(lastEntry ? { chain: lastEntry.chain, seq: lastEntry.seq } : {}) });
  for (const { chain, seq, hash } of end?.heads ?? []) {
    const last = orders.get(chain)?.last() ?? null;
    if ((last?.to ?? 0) < seq) noteCut(chain, seq);
    else if (last.to !== seq || (last.sound && last.hash !== hash)) say('HEAD_DIFFERS', { chain, seq: last.to });
  }
  roots.forEach((one, i) => checkRoot(one, roots[i - 1]?.root ?? null));
  const gone = faults.filter((f) => f.code === 'MISSING' || f.code === 'REPEATED').reduce((sum, f) => sum + (f.to - f.seq + 1) * (f.code === 'MISSING' ? 1 : -1), 0);
  // What is named as missing explains the number of entries.
  if (end && (![entries, entries + gone].includes(end.entries) || end.roots !== roots.length || end.heads.length !== orders.size)) say('COUNT_DIFFERS', {});
  for (const day of knownRoots.keys()) if (!roots.some(({ root }) => root.day === day)) say('ROOT_MISSING', { day });
  for (const key of openEarlier.keys()) {
    const [chain, seq] = [key.slice(0, key.lastIndexOf(' ')), Number(key.slice(key.lastIndexOf(' ') + 1))];
    if (!faults.some((f) => f.code === 'MISSING' && f.chain === chain && f.seq <= seq && seq <= f.to)) say('MISSING', { chain, seq, to: seq });
  }
  return { faults, entries, chains: orders.size, roots: roots.map(({ root }) => root) };
}

const has = (row, names) => canonical(Object.keys(row).sort()) === canonical(names);
const isEntry = (row) => has(row, ['at', 'chain', 'detail', 'event', 'hash', 'number', 'prev', 'seq']) && Number.isSafeInteger(row.seq) && typeof row.chain === 'string' && typeof row.at === 'string';
const isRoot = (row) => has(row, ['count', 'day', 'heads', 'prev', 'root']) && Array.isArray(row.heads) && /^\d{4}-\d\d-\d\d$/.test(row.day);

/** The lines of a file, byte for byte: a stray carriage return or a wrong byte stays visible. */
export async function* linesOf(file) {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop();
    yield* parts;
  }
  if (rest) yield rest;
}

const places = ({ chain, seq, to }) => `${chain} ${seq}${to && to !== seq ? `–${to}` : ''}`;
const sentences = {
  CHANGED: (f) => `${places(f)}：内容与散列值不符，已被改动 / changed: it does not match its hash`,
  MOVED: (f) => `${f.chain} ${f.seq}：实为第 ${f.to} 条，序号被改动 / renumbered: it is entry ${f.to}`,
  EXCHANGED: (f) => `${f.chain} ${f.seq} ↔ ${f.chain} ${f.to}：两条被对调 / these two were exchanged`,
  OUT_OF_ORDER: (f) => `${places(f)}：不在其位，次序被改动 / out of order`,
  REPLACED: (f) => `${places(f)}：不是下一条所承接的那一条，已被替换 / replaced: not the entry that the next one follows`,
  MISSING: (f) => `${places(f)}：缺失 / missing${f.day ? `（${f.day} 的日根记载到第 ${f.to} 条 / the root of that day counts ${f.to}）` : ''}`,
  REPEATED: (f) => `${places(f)}：重复 / repeated`,
  BACKDATED: (f) => `${places(f)}：时间早于前一条 / earlier than the entry before it`,
  REWRITTEN: (f) => `${places(f)}：与先前的导出文件不同 / differs from the earlier export`,
  HEAD_DIFFERS: (f) => `${places(f)}：与文件末行记载的链尾不符 / not the end of its chain as the last line states it`,
  COUNT_DIFFERS: () => '条目数与文件末行不符 / the counts of the last line are wrong',
  CUT_OFF: (f) => `文件不完整，缺少末行${f.chain ? `，最后一条是 ${places(f)}` : ''} / the file is cut off, its last line is missing${f.chain ? `, it ends with entry ${places(f)}` : ''}`,
  UNREADABLE: (f) => `第 ${f.line} 行：不是规定的写法 / line ${f.line}: not in the defined form`,
  ROOT_CHANGED: (f) => `${f.day}：日根与其内容不符 / root: does not match its content`,
  ROOT_MISSING: (f) => `${f.day}：缺少日根 / root: missing`,
  ROOT_BROKEN: (f) => `${f.day}：日根不是次日所承接的那一个，已被替换 / root: replaced, the next day does not follow it`,
  ROOT_DIFFERS: (f) => `${f.day}：日根与当日条目不符 / root: does not match the entries`,
  ROOT_REWRITTEN: (f) => `${f.day}：与您记下的日根不同 / root: not the one that you wrote down`,
};

async function main(args) {
  const file = args[0];
  const knownRoots = new Map();
  let earlier = null;
  for (let i = 1; i < args.length; i += 2) {
    const value = args[i + 1] ?? '';
    if (args[i] === '--root') knownRoots.set(...value.split('='));
    else if (args[i] === '--earlier') earlier = await entriesOf(value);
    else return 2;
  }
  if (!file) return 2;
  const { faults, entries, chains, roots } = await verify(linesOf(file), { knownRoots, earlier });
  const last = roots.at(-1);
  console.log(`条目 ${entries}，链 ${chains}，日根 ${roots.length} / ${entries} entries, ${chains} chains, ${roots.length} roots`);
  if (last) console.log(`${last.day}  ${last.root}`);
  for (const fault of faults.slice(0, 200)) console.log(`✗ ${sentences[fault.code](fault)}`);
  console.log(faults.length ? `发现 ${faults.length} 处问题 / ${faults.length} faults` : '✓ 全部相符 / everything matches');
  return faults.length ? 1 : 0;
}

async function entriesOf(file) {
  const found = new Map();
  for await (const line of linesOf(file)) {
    const row = JSON.parse(line);
    if (isEntry(row)) found.set(`${row.chain} ${row.seq}`, row.hash);
  }
  return found;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
  if (process.exitCode === 2) console.log('node ledger-verify.mjs <export.jsonl> [--earlier <old.jsonl>] [--root <day>=<hash>]');
}
