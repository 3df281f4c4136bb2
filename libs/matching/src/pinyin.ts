import { fold } from './fold.js';
import { readingOf } from './readings.js';
import { segmenter } from './segmenter.js';
import { functionCharacters } from './stop-words.js';

const ALL_HAN = /^\p{Script=Han}+$/u;

/**
 * What a search attribute needs so that pinyin finds a title: for each word its pinyin without tones and its initials
 * (石墨烯 → "shimoxi smx"; ü is written v), separated by blanks, without repeats. An entry that begins a longer one is
 * left out, since the search engine matches prefixes.
 * @param maxWords at most so many words of the text are spelled, so that a pasted article does not fill the index
 */
export function pinyinOf(text: string, maxWords = 64): string {
  const entries = new Set<string>();
  for (const word of wordsToSpell(fold(text)).slice(0, maxWords)) {
    const syllables = readingOf(word);
    if (syllables.length === 0) continue;
    entries.add(syllables.join(''));
    entries.add(syllables.map((syllable) => syllable.slice(0, 1)).join(''));
  }
  const sorted = [...entries].sort();
  const beginsNext = new Set(sorted.filter((entry, i) => sorted[i + 1]?.startsWith(entry)));
  return [...entries].filter((entry) => !beginsNext.has(entry)).join(' ');
}

/** The long words first, with a character that the dictionary does not know joined to the word before it (石墨 + 烯). */
function wordsToSpell(folded: string): string[] {
  const words: string[] = [];
  let open = false;
  for (const token of segmenter().cut(folded, true)) {
    const spoken = ALL_HAN.test(token) && !functionCharacters.has(token);
    if (spoken && open && token.length === 1) words.push((words.pop() ?? '') + token);
    else if (spoken) words.push(token);
    open = spoken;
  }
  const inside = segmenter()
    .cutForSearch(folded, true)
    .filter((token) => ALL_HAN.test(token) && token.length > 1);
  return [...new Set([...words, ...inside])];
}
