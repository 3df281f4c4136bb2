import { canonical, genesis, isEntry, isRoot, sha256, textOf, without } from './canonical.mjs';
import { chainOrder } from './chain-order.mjs';

/** So many wrong entries are looked at one by one. */
const mostTraced = 100;
const shanghaiDay = (at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

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
