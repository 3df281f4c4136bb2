/** A stretch of a text, UTF-16 positions, end exclusive. */
export type Stretch = { start: number; end: number };

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Fewer equal characters in a row are chance. */
const leastRun = 3;

/**
 * What `text` says and `other` does not: the stretches that are in no run of three equal characters of the other. Order does not count, so a
 * sentence in another place is no difference; signs, blanks, case and width are none either.
 */
export function differingStretches(text: string, other: string): Stretch[] {
  const own = lettersOf(text);
  const runs = new Set<string>();
  const theirs = lettersOf(other);
  for (let i = 0; i + leastRun <= theirs.length; i++) runs.add(runAt(theirs, i));
  const isShared = new Array<boolean>(own.length).fill(false);
  for (let i = 0; i + leastRun <= own.length; i++) if (runs.has(runAt(own, i))) isShared.fill(true, i, i + leastRun);
  const found: Stretch[] = [];
  let isOpen = false;
  own.forEach(({ start, end }, i) => {
    const last = found.at(-1);
    if (isShared[i]) isOpen = false;
    else if (isOpen && last) last.end = end;
    else {
      found.push({ start, end });
      isOpen = true;
    }
  });
  return found;
}

type Letter = Stretch & { letter: string };

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    if (WORD.test(character)) letters.push({ letter: character.normalize('NFKC').toLowerCase(), start, end: at });
  }
  return letters;
}

const runAt = (letters: readonly Letter[], i: number): string => letters.slice(i, i + leastRun).reduce((run, { letter }) => run + letter, '');
