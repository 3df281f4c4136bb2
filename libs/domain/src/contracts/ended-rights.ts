import type { Issue } from '../errors.js';
import { parsePatentNumber, patentNumbersIn, patentTermOf, patentTermState } from '../patent.js';
import type { ContractType } from './rules.js';

/** A right as its owner has listed it: the filing date makes its term exact to the day. */
export type ListedRight = { number?: string | null; filedOn?: string | null };
type Terms = { type: ContractType; title: string; subject: string };
const named = ['subject', 'title'] as const;

/**
 * Patents that the terms license or transfer although their protection has ended (专利法 Art 42 and 44; a licence is good only while the right
 * lasts, 民法典 Art 865). Only what has certainly ended: where the number alone is known, a right that may have ended is left to the people.
 */
export function endedRights(terms: Terms, today: string, listed: readonly ListedRight[] = []): Issue[] {
  if (!/_PATENT/.test(terms.type)) return [];
  const filedOn = new Map(listed.flatMap(({ number, filedOn: day }) => (number && day ? [[plain(number), day] as const] : [])));
  const found = new Map<string, Issue>();
  for (const path of named) {
    for (const words of patentNumbersIn(terms[path])) {
      const patent = parsePatentNumber(words);
      if (!patent || found.has(plain(words))) continue;
      const term = patentTermOf(patent, filedOn.get(plain(words)));
      if (patentTermState(term, today) !== 'ENDED') continue;
      found.set(plain(words), { path, code: 'patent_ended', params: { number: patent.number, day: term.to } });
    }
  }
  return [...found.values()];
}

const plain = (number: string): string => number.normalize('NFKC').toUpperCase().replace(/[^\dX]/g, '');
