import { bigramOf, soundOf } from './terms.js';

interface State {
  readonly length: number;
  readonly next: Map<string, number>;
  link: number;
}

/** Stands between the runs of a side; folded Han runs never hold it. */
const SEPARATOR = '\n';

/**
 * The maximal strings of two characters or more that stand both in a run of `left` and in a run of `right`, longest
 * first. A suffix automaton keeps it linear: two pasted texts of 20,000 equal characters must not stop the process.
 */
export function commonStrings(left: readonly string[], right: readonly string[]): string[] {
  const states = automaton(right.join(SEPARATOR));
  const found = new Set<string>();
  for (const run of left) {
    const characters = Array.from(run);
    let at = 0;
    let length = 0;
    const keep = (end: number): void => {
      if (length >= 2) found.add(characters.slice(end - length, end).join(''));
    };
    characters.forEach((character, i) => {
      let target = states[at]?.next.get(character);
      if (target === undefined) keep(i);
      while (target === undefined && at !== 0) {
        at = Math.max(0, states[at]?.link ?? 0);
        length = states[at]?.length ?? 0;
        target = states[at]?.next.get(character);
      }
      at = target ?? 0;
      length = target === undefined ? 0 : length + 1;
    });
    keep(characters.length);
  }
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/**
 * The stretches of the runs that consist of shared bigrams alone. No common string reaches beyond one, and they are short:
 * give these to `commonStrings` instead of whole texts.
 */
export function sharedStretches(runs: Iterable<string>, bigrams: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const firsts = new Set(Array.from(bigrams, (bigram) => bigram.slice(0, bigram.indexOf(' '))));
  for (const run of runs) {
    let stretch = '';
    let last = '';
    for (const character of run) {
      // Most characters begin no shared bigram: joining strings for each of them took most of the time.
      if (last !== '' && firsts.has(soundOf(last)) && bigrams.has(bigramOf(last, character))) stretch = (stretch || last) + character;
      else if (stretch !== '') {
        found.push(stretch);
        stretch = '';
      }
      last = character;
    }
    if (stretch !== '') found.push(stretch);
  }
  return found;
}

/**
 * The strings that what two texts share is shown by, longest first: those that stand in both, then, for what is shared by its sound alone,
 * the pairs of characters as the left text writes them.
 */
export function shownStrings(left: readonly string[], right: readonly string[], bigrams: ReadonlySet<string>): string[] {
  const common = commonStrings(sharedStretches(left, bigrams), sharedStretches(right, bigrams));
  return [...new Set([...common, ...pairsBySound(left, bigrams).values()])];
}

/** How a text writes the shared bigrams: the first pair of characters of each sound. */
export function pairsBySound(runs: Iterable<string>, bigrams: ReadonlySet<string>): Map<string, string> {
  const written = new Map<string, string>();
  for (const stretch of sharedStretches(runs, bigrams)) {
    const characters = Array.from(stretch);
    for (let i = 1; i < characters.length; i++) {
      const [first, second] = [characters[i - 1] ?? '', characters[i] ?? ''];
      const bigram = bigramOf(first, second);
      if (!written.has(bigram)) written.set(bigram, first + second);
    }
  }
  return written;
}

/** The suffix automaton of a text: every path from state 0 spells a substring of it. */
function automaton(text: string): State[] {
  const root: State = { length: 0, next: new Map(), link: -1 };
  const states = [root];
  let last = 0;
  for (const character of text) {
    const added: State = { length: (states[last]?.length ?? 0) + 1, next: new Map(), link: 0 };
    const current = states.push(added) - 1;
    let p = last;
    last = current;
    for (let s = states[p]; s !== undefined && !s.next.has(character); s = states[p]) {
      s.next.set(character, current);
      p = s.link;
    }
    const from = states[p];
    const q = from?.next.get(character);
    const target = q === undefined ? undefined : states[q];
    if (from === undefined || q === undefined || target === undefined) continue;
    if (target.length === from.length + 1) {
      added.link = q;
      continue;
    }
    const copy = states.push({ length: from.length + 1, next: new Map(target.next), link: target.link }) - 1;
    for (let s: State | undefined = from; s !== undefined && s.next.get(character) === q; s = states[p]) {
      s.next.set(character, copy);
      p = s.link;
    }
    target.link = copy;
    added.link = copy;
  }
  return states;
}
