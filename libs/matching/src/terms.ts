import { fold } from './fold.js';
import { segmenter } from './segmenter.js';
import { functionCharacters, isStopWord } from './stop-words.js';

/** One piece of a document. Its terms count `weight` times; a whole number ≥ 1. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

/** How often each term stands in a document, weighted by field, in the order in which the terms first appear. */
export interface TermCounts {
  readonly words: ReadonlyMap<string, number>;
  readonly bigrams: ReadonlyMap<string, number>;
}

const ALL_HAN = /^\p{Script=Han}+$/u;
const HAS_HAN = /\p{Script=Han}/u;
// A point is kept inside a number only (pm2.5); every other sign separates.
const LATIN_OR_NUMBER = /(?:[\p{L}\p{N}]|(?<=\p{N})\.(?=\p{N}))+/gu;
const SHORT_NUMBER = /^[\d.]{1,2}$/;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * The words of a folded text, repeated as often as they stand there: jieba's search mode (a long word and the words
 * inside it), Han words of two characters or more, Latin and number tokens of two characters or more; no stop words.
 */
export function wordsOf(folded: string): string[] {
  const words: string[] = [];
  const tokens = segmenter().cutForSearch(folded, true);
  tokens.forEach((token, i) => {
    if (HAS_HAN.test(token)) {
      if (!isOneCharacter(token) && !isStopWord(token)) words.push(token);
      return;
    }
    for (const [part] of token.matchAll(LATIN_OR_NUMBER)) {
      if (isOneCharacter(part) || SHORT_NUMBER.test(part)) continue;
      if (YEAR.test(part) && tokens[i + 1]?.startsWith('年')) continue;
      words.push(part);
    }
  });
  return words;
}

/**
 * The stretches of Han characters without stop words in a folded text. Stop words are found by segmentation, not by
 * substring: 反应用 must not lose its 应用.
 */
export function hanRuns(folded: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const word of segmenter().cut(folded, true)) {
    if (ALL_HAN.test(word) && !isStopWord(word) && !functionCharacters.has(word)) {
      run += word;
      continue;
    }
    if (run !== '') runs.push(run);
    run = '';
  }
  if (run !== '') runs.push(run);
  return runs;
}

/** The overlapping pairs of characters in a run: 氮化硼 → 氮化, 化硼. A rare character of two UTF-16 units is one. */
export function bigramsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
}

/** Counts the words and bigrams of a document. */
export function countTerms(fields: readonly Field[]): TermCounts {
  const words = new Map<string, number>();
  const bigrams = new Map<string, number>();
  for (const { text, weight } of fields) {
    const folded = fold(text);
    for (const word of wordsOf(folded)) words.set(word, (words.get(word) ?? 0) + weight);
    for (const run of hanRuns(folded)) {
      for (const bigram of bigramsOf(run)) bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + weight);
    }
  }
  return { words, bigrams };
}

function isOneCharacter(text: string): boolean {
  return text.length < 2 || (text.length === 2 && Array.from(text).length < 2);
}
