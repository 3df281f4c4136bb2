import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { entryLine, entryText, ledgerFormat, ledgerGenesis, rootLine, rootText, type ChainHead, type LinkedEntry, type LinkedRoot } from './entry.js';
import { LedgerCheck, type LedgerFault } from './verify.js';

type FileFault = Omit<LedgerFault, 'code'> & { code: string; line?: number };
type Script = { verify(lines: string[], options?: object): Promise<{ faults: FileFault[]; entries: number }>; canonical(value: unknown): string };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function ledger(perChain = 12): { entries: LinkedEntry[]; roots: LinkedRoot[]; heads: ChainHead[] } {
  const entries: LinkedEntry[] = [];
  for (const chain of ['GX', 'ZZ']) {
    let prev = ledgerGenesis;
    for (let seq = 1; seq <= perChain; seq++) {
      const at = new Date(Date.parse('2026-03-01T15:00:00.000Z') + seq * 3_600_000 * 6).toISOString();
      const number = seq % 3 ? null : `JH${chain}-2026-${String(seq).padStart(6, '0')}`;
      const body = { chain, seq, at, event: number ? 'contract.registered' : 'contract.accepted', number, detail: sha256(`${chain}${seq}`), prev };
      prev = sha256(entryText(body));
      entries.push({ ...body, hash: prev });
    }
  }
  const heads = ['GX', 'ZZ'].map((chain) => entries.findLast((e) => e.chain === chain)).flatMap((e) => (e ? [{ chain: e.chain, seq: e.seq, hash: e.hash }] : []));
  const roots: LinkedRoot[] = [];
  for (const day of ['2026-03-02', '2026-03-03']) {
    const over = new Date(Date.parse(`${day}T16:00:00.000Z`)).toISOString();
    const last = ['GX', 'ZZ'].flatMap((chain) => entries.findLast((e) => e.chain === chain && e.at < over) ?? []);
    const all = last.reduce((sum, e) => sum + e.seq, 0);
    const before = roots.at(-1);
    const count = all - (before?.heads.reduce((sum, h) => sum + h.seq, 0) ?? 0);
    const body = { day, count, heads: last.map(({ chain, seq, hash }) => ({ chain, seq, hash })), prev: before?.root ?? ledgerGenesis };
    roots.push({ ...body, root: sha256(rootText(body)) });
  }
  return { entries, roots, heads };
}
type Whole = ReturnType<typeof ledger>;

function check({ entries, roots, heads }: Whole): LedgerFault[] {
  const ledgerCheck = new LedgerCheck(sha256);
  for (const e of [...entries].sort((a, b) => (a.chain === b.chain ? a.seq - b.seq : a.chain < b.chain ? -1 : 1))) ledgerCheck.entry(e);
  for (const head of heads) ledgerCheck.head(head);
  for (const root of roots) ledgerCheck.root(root);
  return ledgerCheck.end();
}
const linesOf = ({ entries, roots, heads }: Whole): string[] => [
  canonicalJson({ format: ledgerFormat, hash: 'SHA-256' }),
  ...entries.map(entryLine),
  ...roots.map(rootLine),
  canonicalJson({ end: { entries: entries.length, heads, roots: roots.length } }),
];
const names = (faults: readonly FileFault[], { chain, seq }: LinkedEntry, line?: number): boolean =>
  faults.some((f) => (line !== undefined && f.line === line) || (f.chain === chain && f.seq !== undefined && f.seq <= seq && seq <= Math.max(f.seq, f.to ?? 0)));
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

describe('the ledger', () => {
  let script: Script;
  beforeAll(async () => {
    script = await import(new URL('../../../../apps/web/public/ledger-verify.mjs', import.meta.url).href);
  });
  const fileFaults = async (whole: Whole) => (await script.verify(linesOf(whole))).faults;

  it('is written in one way only', () => {
    expect(canonicalJson({ b: [1, 'ä"\n', null], a: { d: true, c: '' } })).toBe('{"a":{"c":"","d":true},"b":[1,"ä\\"\\n",null]}');
    expect(() => canonicalJson(0.1)).toThrow('whole numbers');
    expect(script.canonical({ b: [1, 'ä"\n', null], a: { d: true, c: '' } })).toBe('{"a":{"c":"","d":true},"b":[1,"ä\\"\\n",null]}');
  });

  it('is found whole, by both verifiers', async () => {
    expect(check(ledger())).toEqual([]);
    expect(await script.verify(linesOf(ledger()))).toMatchObject({ faults: [], entries: 24 });
  });

  it('flipped in any byte of any entry: the entry is named', async () => {
    const roll = dice(7);
    const whole = ledger();
    const lines = linesOf(whole);
    for (let i = 0; i < 150; i++) {
      const index = roll(whole.entries.length);
      const bytes = Buffer.from(at(lines, index + 1));
      const position = roll(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(position) ^ (1 << roll(8)), position);
      const { faults } = await script.verify(lines.map((line, n) => (n === index + 1 ? bytes.toString() : line)));
      expect([i, names(faults, at(whole.entries, index), index + 2)]).toEqual([i, true]);
    }
  });

  it('changed in any field of any row: the entry is named', () => {
    const roll = dice(11);
    const fields = ['at', 'event', 'detail', 'prev', 'hash'] as const;
    for (let i = 0; i < 150; i++) {
      const whole = ledger();
      const entry = at(whole.entries, roll(whole.entries.length));
      const field = at(fields, roll(fields.length));
      const text = entry[field];
      const position = field === 'at' ? 20 + roll(3) : roll(text.length);
      const flipped = { ...entry, [field]: `${text.slice(0, position)}${text[position] === '7' ? '8' : '7'}${text.slice(position + 1)}` };
      const faults = check({ ...whole, entries: whole.entries.map((e) => (e === entry ? flipped : e)) });
      expect([field, names(faults, entry)]).toEqual([field, true]);
    }
  });

  it('rewritten with a hash that fits: the replaced entry is named by its successor', async () => {
    const whole = ledger();
    const entry = at(whole.entries, 22);
    const body = { ...entry, number: 'JHZZ-2026-000099' };
    const forged = { ...whole, entries: whole.entries.map((e) => (e === entry ? { ...body, hash: sha256(entryText(body)) } : e)) };
    const replaced = { code: 'REPLACED', chain: 'ZZ', seq: 11 };
    expect(check(forged)).toEqual([replaced]);
    expect(await fileFaults(forged)).toEqual([replaced]);
  });

  it('with a row less, anywhere: the missing one is named', async () => {
    for (const entry of ledger().entries) {
      const whole = ledger();
      const less = { ...whole, entries: whole.entries.filter((e) => e.hash !== entry.hash) };
      expect(names(check(less), entry)).toBe(true);
      expect(check(less)[0]).toEqual({ code: 'MISSING', chain: entry.chain, seq: entry.seq, to: entry.seq });
      expect(await fileFaults(less)).toContainEqual({ code: 'MISSING', chain: entry.chain, seq: entry.seq, to: entry.seq });
    }
  });

  it('with two rows swapped, anywhere: both are named', async () => {
    const roll = dice(13);
    for (let i = 0; i < 40; i++) {
      const whole = ledger();
      const [one, other] = [at(whole.entries, 12 + roll(12)), at(whole.entries, 12 + roll(12))];
      if (one === other) continue;
      const swapped = whole.entries.map((e) => (e === one ? { ...other, seq: one.seq } : e === other ? { ...one, seq: other.seq } : e));
      const faults = check({ ...whole, entries: swapped });
      expect(faults).toContainEqual({ code: 'MOVED', chain: 'ZZ', seq: one.seq, to: other.seq });
      expect(faults).toContainEqual({ code: 'MOVED', chain: 'ZZ', seq: other.seq, to: one.seq });
      expect(await fileFaults({ ...whole, entries: swapped })).toContainEqual({ code: 'MOVED', chain: 'ZZ', seq: one.seq, to: other.seq, line: expect.any(Number) });
      const lines = linesOf(whole);
      const [a, b] = [lines.indexOf(entryLine(one)), lines.indexOf(entryLine(other))];
      const { faults: inFile } = await script.verify(lines.map((_, n) => at(lines, n === a ? b : n === b ? a : n)));
      const stands = (entry: LinkedEntry, to: LinkedEntry, line: number) => ({ code: 'OUT_OF_ORDER', chain: 'ZZ', seq: entry.seq, to: to.seq, line: line + 1 });
      expect([...inFile].sort((x, y) => (x.line ?? 0) - (y.line ?? 0))).toEqual([stands(one, other, b), stands(other, one, a)].sort((x, y) => x.line - y.line));
    }
  });

  it('with a forged root: the day is named', async () => {
    const whole = ledger();
    const [first, second] = [at(whole.roots, 0), at(whole.roots, 1)];
    const forge = (change: Partial<LinkedRoot>, of = first) => {
      const body = { ...of, ...change };
      return { ...body, root: change.root ?? sha256(rootText(body)) };
    };
    const withRoots = (roots: LinkedRoot[]) => ({ ...whole, roots });
    const cases: [LinkedRoot[], object[]][] = [
      [[forge({ root: 'f'.repeat(64) }), second], [{ code: 'ROOT_CHANGED', day: first.day }, { code: 'ROOT_BROKEN', day: first.day }]],
      [[forge({ count: first.count + 1 }), second], [{ code: 'ROOT_DIFFERS', day: first.day }, { code: 'ROOT_BROKEN', day: first.day }]],
      [[first, forge({ heads: first.heads }, second)], [{ code: 'ROOT_DIFFERS', day: second.day }]],
      [[second], [{ code: 'ROOT_MISSING', day: first.day }]],
    ];
    for (const [roots, expected] of cases) {
      const byLine = (await fileFaults(withRoots(roots))).map(({ line: _, ...fault }) => fault);
      for (const fault of expected) {
        expect(check(withRoots(roots))).toContainEqual(fault);
        expect(byLine).toContainEqual(fault);
      }
    }
  });

  it('rewritten as a whole: what an outsider kept tells', async () => {
    const whole = ledger();
    const other = ledger(11);
    const kept = new Map(whole.entries.map((e) => [`${e.chain} ${e.seq}`, e.hash]));
    expect((await script.verify(linesOf(other), { earlier: kept })).faults).toContainEqual({ code: 'MISSING', chain: 'ZZ', seq: 12 });
    expect((await script.verify(linesOf(whole), { knownRoots: new Map([['2026-03-02', 'f'.repeat(64)]]) })).faults).toEqual([{ code: 'ROOT_REWRITTEN', day: '2026-03-02' }]);
    expect((await script.verify(linesOf(whole).slice(0, -1))).faults).toEqual([{ code: 'CUT_OFF', line: 27 }]);
  });
});
