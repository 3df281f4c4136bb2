import { foldKey, hanRuns, wordsOf } from '@jihui/matching';

const hasHan = /\p{Script=Han}/u;

/** The words that must all stand in a text that a plain substring search finds: short phrases whole, long ones cut into their words. */
export function requiredWords(folded: string): string[] {
  const han = hanRuns(folded).flatMap((run) => (run.length <= 4 ? [run] : pieces(run)));
  const others = wordsOf(folded).filter((word) => !hasHan.test(word));
  const words = [...new Set([...han, ...others])];
  return words.length ? words : [foldKey(folded)].filter(Boolean);
}

/** Cuts a phrase into its known words; a character that belongs to none stays with the word before it (石墨 + 烯). */
function pieces(run: string): string[] {
  const known = wordsOf(run).sort((a, b) => b.length - a.length);
  const found: string[] = [];
  for (let at = 0; at < run.length; ) {
    const word = known.find((w) => run.startsWith(w, at));
    if (word) found.push(word);
    else found.push((found.pop() ?? '') + run.charAt(at));
    at += word?.length ?? 1;
  }
  return found;
}
