import { fold, pinyinOf } from '@jihui/matching';

const syllables = new Map<string, string>();
const maxCharacters = 12;

function syllableOf(character: string): string {
  let known = syllables.get(character);
  if (known === undefined) {
    known = /\p{Script=Han}/u.test(character) ? (pinyinOf(character).split(' ')[0] ?? '') : '';
    syllables.set(character, known);
  }
  return known;
}

/** The stretches of a text that a piece of pinyin spells, in full (shimoxi) or by initials (smx): what to mark when pinyin found it. */
export function wordsSpelled(text: string, spelling: string): string[] {
  const characters = Array.from(fold(text));
  const found = new Set<string>();
  for (let start = 0; start < characters.length; start++) {
    let full = '';
    let initials = '';
    for (let end = start; end < Math.min(characters.length, start + maxCharacters); end++) {
      const syllable = syllableOf(characters[end] ?? '');
      if (syllable === '') break;
      full += syllable;
      initials += syllable.charAt(0);
      if (full === spelling || (initials === spelling && initials.length > 1)) found.add(characters.slice(start, end + 1).join(''));
      if (!spelling.startsWith(full) && !spelling.startsWith(initials)) break;
    }
  }
  return [...found];
}
