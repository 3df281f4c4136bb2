import { readdirSync, readFileSync } from 'node:fs';
import { ContractType } from '../contracts/rules.js';
import { checkClauses, type ClauseFinding } from './check-clauses.js';
import { ClauseRuleCode } from './codes.js';

const folder = new URL('./samples/', import.meta.url);
type Fault = { code: ClauseRuleCode; words: string | null };

/** A written sample: its type, the faults that were planted on purpose (with their words where they have some), and the text. */
function sampleOf(name: string) {
  const [head = '', ...rest] = readFileSync(new URL(name, folder), 'utf8').split('\n---\n');
  const faults = head.split('\n').flatMap((line): Fault[] => {
    const [, code, words] = /^fault: (\w+)(?: \| (.+))?$/u.exec(line) ?? [];
    return code ? [{ code: ClauseRuleCode.parse(code), words: words ?? null }] : [];
  });
  const type = ContractType.parse(/^type: (\w+)/u.exec(head)?.[1]);
  // Written when the rules were finished; see the README beside the samples.
  return { name, type, faults, unseen: Number(name.slice(0, 2)) >= 19, text: rest.join('\n---\n') };
}

const samples = readdirSync(folder).filter((f) => f.endsWith('.txt')).sort().map(sampleOf);
const finds = ({ code, words }: Fault, text: string, found: readonly ClauseFinding[]): boolean => {
  const at = words === null ? -1 : text.indexOf(words);
  return found.some((f) => f.code === code && (words === null || (f.span !== null && f.span.start < at + words.length && f.span.end > at)));
};

function measure(of: typeof samples) {
  const missed: string[] = [];
  const falseAlarms: Record<string, string[]> = {};
  let planted = 0;
  for (const { name, type, faults, text } of of) {
    const found = checkClauses(type, text);
    planted += faults.length;
    missed.push(...faults.filter((fault) => !finds(fault, text, found)).map((f) => `${name} ${f.code}`));
    if (!faults.length && found.length) falseAlarms[name] = found.map((f) => `${f.code} ${f.words}`);
  }
  return { planted, missed, falseAlarms };
}

describe('the clause checker on written contracts', () => {
  it('has thirty, of every type, with the words of each planted fault in them', () => {
    expect(samples.length).toBe(30);
    expect(new Set(samples.map((s) => s.type))).toEqual(new Set(ContractType.options));
    for (const { name, faults, text } of samples)
      for (const { words } of faults) expect([name, words, words === null || text.includes(words)]).toEqual([name, words, true]);
  });
  it.each([
    ['all', samples],
    ['written after the rules', samples.filter((s) => s.unseen)],
  ])('finds 95 in 100 planted faults, with one false alarm at most in a clean contract: %s', (_which, of) => {
    const { planted, missed, falseAlarms } = measure(of);
    expect(planted).toBeGreaterThan(20);
    expect({ missed, share: 1 - missed.length / planted >= 0.95 }).toEqual({ missed, share: true });
    expect(Object.entries(falseAlarms).filter(([, found]) => found.length > 1)).toEqual([]);
  });
});
