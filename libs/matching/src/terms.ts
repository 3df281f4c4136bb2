import { fold } from './fold.js';
import { readingOf } from './readings.js';
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
    if (isOneCharacter(token)) return;
    if (isCommonHan(token) || HAS_HAN.test(token)) {
      if (!isStopWord(token)) words.push(token);
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
    if ((isCommonHan(word) || ALL_HAN.test(word)) && !isStopWord(word) && !functionCharacters.has(word)) {
      run += word;
      continue;
    }
    if (run !== '') runs.push(run);
    run = '';
  }
  if (run !== '') runs.push(run);
  return runs;
}

/** How a character is read by itself, without tone; one that has no reading stands for itself. */
export function soundOf(character: string): string {
  let sound = sounds.get(character);
  if (sound === undefined) {
    sound = readingOf(character)[0] ?? character;
    sounds.set(character, sound);
  }
  return sound;
}

const sounds = new Map<string, string>();

/** Two neighbouring characters by their sounds: what an input method leaves right when it offers the wrong character. */
export const bigramOf = (first: string, second: string): string => `${soundOf(first)} ${soundOf(second)}`;

/** The overlapping pairs of characters in a run, by sound: 氮化硼 → dan hua, hua peng. A rare character of two UTF-16 units is one. */
export function bigramsOf(run: string): string[] {
  const bigrams: string[] = [];
  let last = '';
  for (const character of run) {
    if (last !== '') bigrams.push(bigramOf(last, character));
    last = character;
  }
  return bigrams;
}

/** A field folded and cut, for those who need more of it than its counts. */
export interface AnalysedField {
  readonly weight: number;
  readonly folded: string;
  readonly words: readonly string[];
  readonly runs: readonly string[];
}

/** Folds a field and cuts it into words and Han runs. */
export function analyse({ text, weight }: Field): AnalysedField {
  const folded = fold(text);
  return { weight, folded, words: wordsOf(folded), runs: hanRuns(folded) };
}

/** Counts the words and bigrams of a document. */
export function countTerms(fields: readonly Field[]): TermCounts {
  return countAnalysed(fields.map(analyse));
}

/** The same of fields that are analysed already. */
export function countAnalysed(fields: readonly AnalysedField[]): TermCounts {
  const words = new Map<string, number>();
  const bigrams = new Map<string, number>();
  for (const field of fields) {
    for (const word of field.words) words.set(word, (words.get(word) ?? 0) + field.weight);
    for (const run of field.runs) {
      for (const bigram of bigramsOf(run)) bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + field.weight);
    }
  }
  return { words, bigrams };
}

/** What the expressions for Han say of most words, without asking them: they take half of the time of cutting a text. */
function isCommonHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) return false;
  }
  return word !== '';
}

function isOneCharacter(text: string): boolean {
  return text.length < 2 || (text.length === 2 && Array.from(text).length < 2);
}
