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
    script = await import(new URL('../../../../apps/web/ledger-script/main.mjs', import.meta.url).href);
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
      expect([field, faults.filter((f) => f.chain)]).toEqual([field, [{ code: 'CHANGED', chain: entry.chain, seq: entry.seq }]]);
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

  it('with a row less, anywhere: the missing one is named, and no other entry', async () => {
    for (const entry of ledger().entries) {
      const whole = ledger();
      const less = { ...whole, entries: whole.entries.filter((e) => e.hash !== entry.hash) };
      const missing = { chain: entry.chain, seq: entry.seq, to: entry.seq, code: 'MISSING' };
      expect(check(less).filter((f) => f.chain)).toEqual([missing]);
      expect((await fileFaults(less)).filter((f) => f.chain)).toEqual([missing]);
      expect((await fileFaults(less)).map((f) => f.code)).not.toContain('COUNT_DIFFERS');
    }
  });

  it('cut off at its end, and the heads with it: the published roots tell from which entry on', async () => {
    const whole = ledger();
    const kept = whole.entries.filter((e) => e.chain === 'GX' || e.seq <= 5);
    const heads = whole.heads.map((h) => (h.chain === 'ZZ' ? { chain: 'ZZ', seq: 5, hash: at(kept, 16).hash } : h));
    const cut = { ...whole, entries: kept, heads };
    const told = { code: 'MISSING', chain: 'ZZ', seq: 6, to: at(whole.roots, 1).heads.find((h) => h.chain === 'ZZ')?.seq, day: '2026-03-03' };
    expect(check(cut).filter((f) => f.chain)).toEqual([told]);
    expect((await fileFaults(cut)).filter((f) => f.chain)).toEqual([told]);
    const torn = await script.verify(linesOf(whole).slice(0, 20));
    expect(torn.faults).toEqual([{ code: 'CUT_OFF', line: 20, chain: 'ZZ', seq: 7 }]);
  });

  it('with two rows swapped, next to each other or apart, first or last: the pair is named, and nothing else', async () => {
    for (const [a, b] of [[0, 1], [4, 5], [10, 11], [0, 11], [0, 6], [3, 9], [5, 11]] as const) {
      const whole = ledger();
      const [one, other] = [at(whole.entries, 12 + a), at(whole.entries, 12 + b)];
      const pair = { code: 'EXCHANGED', chain: 'ZZ', seq: a + 1, to: b + 1 };
      const content = ({ at: when, event, number, detail }: LinkedEntry) => ({ at: when, event, number, detail });
      const hands: ((here: LinkedEntry, there: LinkedEntry) => LinkedEntry)[] = [
        (here, there) => ({ ...there, seq: here.seq }),
        (here, there) => ({ ...here, ...content(there) }),
        (here, there) => ({ ...here, ...content(there), hash: there.hash }),
      ];
      for (const hand of hands) {
        const swapped = { ...whole, entries: whole.entries.map((e) => (e === one ? hand(one, other) : e === other ? hand(other, one) : e)) };
        expect(check(swapped)).toEqual([pair]);
        expect(await fileFaults(swapped)).toEqual([{ ...pair, line: expect.any(Number) }]);
      }
      const lines = linesOf(whole);
      const [x, y] = [lines.indexOf(entryLine(one)), lines.indexOf(entryLine(other))];
      const inFile = await script.verify(lines.map((_, n) => at(lines, n === x ? y : n === y ? x : n)));
      expect(inFile.faults).toEqual([{ ...pair, line: x + 1 }]);
    }
  });

  it('with a row at another place, renumbered, or twice: that one is named, and nothing else', async () => {
    const whole = ledger();
    const lines = linesOf(whole);
    const moved = [...lines.slice(0, 16), ...lines.slice(17, 22), at(lines, 16), ...lines.slice(22)];
    expect((await script.verify(moved)).faults).toEqual([{ code: 'OUT_OF_ORDER', chain: 'ZZ', seq: 4, to: 4, line: 22 }]);
    const renumbered = { ...whole, entries: whole.entries.map((e, i) => (i === 15 ? { ...e, seq: 40 } : e)) };
    expect(check(renumbered)).toEqual([{ code: 'MOVED', chain: 'ZZ', seq: 40, to: 4 }]);
    expect(await fileFaults(renumbered)).toEqual([{ code: 'MOVED', chain: 'ZZ', seq: 40, to: 4, line: 17 }]);
    const twice = (await script.verify([...lines.slice(0, 17), at(lines, 16), ...lines.slice(17)])).faults;
    expect(twice.filter((f) => f.chain)).toEqual([{ code: 'REPEATED', chain: 'ZZ', seq: 4, to: 4, line: 18 }]);
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
    expect((await script.verify(linesOf(other), { earlier: kept })).faults).toContainEqual({ code: 'MISSING', chain: 'ZZ', seq: 12, to: 12 });
    expect((await script.verify(linesOf(whole), { knownRoots: new Map([['2026-03-02', 'f'.repeat(64)]]) })).faults).toEqual([{ code: 'ROOT_REWRITTEN', day: '2026-03-02' }]);
    expect((await script.verify(linesOf(whole).slice(0, -1))).faults).toEqual([{ code: 'CUT_OFF', line: 27, chain: 'ZZ', seq: 12 }]);
  });
});
