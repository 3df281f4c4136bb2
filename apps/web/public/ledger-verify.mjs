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

/** Reads lines (any iterable) and names what is wrong: { faults, entries, chains, roots }. */
export async function verify(lines, { knownRoots = new Map(), earlier = null } = {}) {
  const faults = [];
  const say = (code, more) => faults.push({ code, ...more });
  const chains = new Map();
  const days = new Map();
  const wrong = [];
  // By chain: the places that nobody has taken yet, and who stands where from the first of them on.
  const orders = new Map();
  const openEarlier = new Map(earlier);
  let entries = 0;
  const roots = [];
  let end = null;
  let number = 0;

  const takeEntry = (e) => {
    entries++;
    const last = chains.get(e.chain);
    const expected = (last?.seq ?? 0) + 1;
    const { gaps, since } = orders.get(e.chain) ?? orders.set(e.chain, { gaps: [], since: [] }).get(e.chain);
    const gap = gaps.findIndex(({ from, to }) => from <= e.seq && e.seq <= to);
    if (e.seq > expected) gaps.push({ from: expected, to: e.seq - 1 });
    else if (gap >= 0) gaps.splice(gap, 1, ...[{ from: gaps[gap].from, to: e.seq - 1 }, { from: e.seq + 1, to: gaps[gap].to }].filter(({ from, to }) => from <= to));
    else if (e.seq < expected) say('REPEATED', { chain: e.chain, seq: e.seq, line: number });
    if (e.seq > expected || gap >= 0 || (since.length && e.seq === expected)) since.push({ seq: e.seq, line: number });
    const sound = sha256(canonical(without(e, 'hash'))) === e.hash;
    if (!sound) {
      const fault = { code: 'CHANGED', chain: e.chain, seq: e.seq, line: number };
      faults.push(fault);
      if (wrong.length < 100) wrong.push({ entry: e, fault });
    } else if (e.seq === expected && e.prev !== (last?.hash ?? genesis) && (last?.sound ?? true)) {
      say('REPLACED', { chain: e.chain, seq: last?.seq ?? e.seq });
    }
    if (last && e.seq >= expected && e.at < last.at) say('BACKDATED', { chain: e.chain, seq: e.seq, line: number });
    if (e.seq >= expected) chains.set(e.chain, { seq: e.seq, hash: e.hash, at: e.at, sound });
    const key = `${e.chain} ${e.seq}`;
    if (openEarlier.has(key) && openEarlier.get(key) !== e.hash) say('REWRITTEN', { chain: e.chain, seq: e.seq });
    openEarlier.delete(key);
    const day = Number.isNaN(Date.parse(e.at)) ? '' : shanghaiDay(e.at);
    const of = days.get(day) ?? { count: 0, heads: new Map() };
    of.count++;
    if (e.seq > (of.heads.get(e.chain)?.seq ?? 0)) of.heads.set(e.chain, { chain: e.chain, hash: e.hash, seq: e.seq });
    days.set(day, of);
  };

  const takeRoot = (r) => {
    const last = roots.at(-1);
    const expected = last ? dayAfter(last.day) : [...days.keys()].sort()[0] ?? r.day;
    if (sha256(canonical(without(r, 'root'))) !== r.root) say('ROOT_CHANGED', { day: r.day, line: number });
    if (r.day !== expected) say('ROOT_MISSING', { day: expected });
    if (r.prev !== (last?.root ?? genesis)) say('ROOT_BROKEN', { day: last?.day ?? r.day });
    const of = days.get(r.day);
    const heads = new Map([...(last?.heads ?? []).map((h) => [h.chain, h]), ...(of?.heads ?? [])]);
    const expectedHeads = [...heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
    if (r.count !== (of?.count ?? 0) || canonical(r.heads) !== canonical(expectedHeads)) say('ROOT_DIFFERS', { day: r.day });
    const known = knownRoots.get(r.day);
    if (known !== undefined && known !== r.root) say('ROOT_REWRITTEN', { day: r.day });
    roots.push(r);
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
    else if (isRoot(row)) takeRoot(row);
    else if (row.end && Array.isArray(row.end.heads)) end = row.end;
    else say('UNREADABLE', { line: number });
  }

  if (!end) say('CUT_OFF', { line: number });
  for (const [chain, { gaps, since }] of orders) {
    for (const { from, to } of gaps) say('MISSING', { chain, seq: from, to });
    const right = since.map(({ seq }) => seq).sort((a, b) => a - b);
    since.forEach(({ seq, line }, i) => seq !== right[i] && say('OUT_OF_ORDER', { chain, seq, to: right[i], line }));
  }
  for (const { chain, seq, hash } of end?.heads ?? []) {
    const last = chains.get(chain);
    if ((last?.seq ?? 0) < seq) say('MISSING', { chain, seq: (last?.seq ?? 0) + 1, to: seq });
    else if (last.seq !== seq || last.hash !== hash) say('HEAD_DIFFERS', { chain, seq: last.seq });
  }
  if (end && (end.entries !== entries || end.roots !== roots.length || end.heads.length !== chains.size)) say('COUNT_DIFFERS', {});
  for (const day of knownRoots.keys()) if (!roots.some((r) => r.day === day)) say('ROOT_MISSING', { day });
  for (const key of openEarlier.keys()) say('MISSING', { chain: key.split(' ')[0], seq: Number(key.split(' ')[1]) });
  // A wrong entry that would be right at another wrong or missing place was moved from there.
  const places = faults.filter((f) => f.code === 'CHANGED' || f.code === 'MISSING').map((f) => f.seq);
  for (const { entry, fault } of wrong) {
    const from = places.find((seq) => seq !== entry.seq && sha256(canonical(without({ ...entry, seq }, 'hash'))) === entry.hash);
    if (from !== undefined) Object.assign(fault, { code: 'MOVED', to: from });
  }
  return { faults, entries, chains: chains.size, roots };
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
  MOVED: (f) => `${f.chain} ${f.seq}：实为第 ${f.to} 条，次序被调换 / reordered: it is entry ${f.to}`,
  REPLACED: (f) => `${places(f)}：不是下一条所承接的那一条，已被替换 / replaced: not the entry that the next one follows`,
  MISSING: (f) => `${places(f)}：缺失 / missing`,
  OUT_OF_ORDER: (f) => `${f.chain} ${f.seq}：站在第 ${f.to} 条的位置（第 ${f.line} 行），次序被调换 / out of order: it stands in the place of entry ${f.to} (line ${f.line})`,
  REPEATED: (f) => `${places(f)}：重复 / repeated`,
  BACKDATED: (f) => `${places(f)}：时间早于前一条 / earlier than the entry before it`,
  REWRITTEN: (f) => `${places(f)}：与先前的导出文件不同 / differs from the earlier export`,
  HEAD_DIFFERS: (f) => `${places(f)}：与文件末行记载的链尾不符 / not the end of its chain as the last line states it`,
  COUNT_DIFFERS: () => '条目数与文件末行不符 / the counts of the last line are wrong',
  CUT_OFF: () => '文件不完整，缺少末行 / the file is cut off, its last line is missing',
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
