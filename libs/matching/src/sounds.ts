import { readingOf } from './readings.js';
import { segmenter } from './segmenter.js';
import { syllablesOf } from './syllables.js';

const ALL_HAN = /^\p{Script=Han}+$/u;
const ENDS_HAN = /\p{Script=Han}$/u;
const LATIN_OR_DIGITS = /[\p{L}\p{N}]+/gu;
const LETTERS = /^[a-z]+$/;
const MOST_INITIALS = 12;
/** Fewer syllables than these may as well be a word of another language (machine = ma chi ne). */
const LEAST_SYLLABLES = 4;

/** One spoken piece of a folded text: a Han character, or a Latin word or number as it is. */
export interface Sound {
  /** How it is read in its word. */
  readonly sound: string;
  /** How it is read by itself, which is how a wrong character beside it leaves it (银行 yin hang, 行 xing). */
  readonly alone: string;
  /** Where it stands in the folded text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The spoken pieces of a folded text in their order; signs and blanks are not spoken. */
export function soundsOf(folded: string): Sound[] {
  const sounds: Sound[] = [];
  let at = 0;
  for (const token of segmenter().cut(folded, true)) {
    const start = at;
    at += token.length;
    if (ALL_HAN.test(token)) pushHan(sounds, token, start);
    else for (const part of token.matchAll(LATIN_OR_DIGITS)) pushOther(sounds, folded, start + part.index, part[0].length);
  }
  return sounds;
}

/** What somebody typed, as sounds: a text in letters alone is pinyin if it is made of four syllables or more. */
export function soundsTyped(folded: string): Sound[] {
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!words.every((word) => /^[a-z0-9]+$/.test(word))) return soundsOf(folded);
  const parts = words.map((word) => (LETTERS.test(word) ? syllablesOf(word) : []));
  if (parts.reduce((sum, syllables) => sum + syllables.length, 0) < LEAST_SYLLABLES) return soundsOf(folded);
  const typed = words.flatMap((word, i) => (parts[i]?.length ? parts[i] : [word]));
  return typed.map((sound) => ({ sound, alone: sound, start: 0, end: 0 }));
}

/** Neighbouring sounds written together (石墨烯 → shimo moxi): what survives when one writes the wrong character of the right sound. */
export function soundPairs(sounds: readonly Sound[], reading: 'sound' | 'alone' = 'sound'): string[] {
  if (sounds.length === 1) return sounds.map((only) => only[reading]);
  return sounds.slice(1).map((sound, i) => (sounds[i]?.[reading] ?? '') + sound[reading]);
}

/** The initials of a whole title from its beginning (石墨烯导热膜 → smxdrm), as one types them for something one knows; a dozen are enough. */
export function initialsOf(folded: string): string {
  return soundsOf(folded)
    .slice(0, MOST_INITIALS)
    .map(({ sound }) => (/^[a-z]/.test(sound) ? sound.charAt(0) : ''))
    .join('');
}

/** Every pair of a text, in both readings, without repeats: what an index keeps of it. */
export function soundWords(folded: string): string {
  const sounds = soundsOf(folded);
  return [...new Set([...soundPairs(sounds), ...soundPairs(sounds, 'alone')])].join(' ');
}

function pushHan(sounds: Sound[], word: string, start: number): void {
  const characters = Array.from(word);
  const syllables = readingOf(word);
  let at = start;
  characters.forEach((character, i) => {
    const alone = readingOf(character)[0] ?? character;
    const sound = syllables.length === characters.length ? (syllables[i] ?? alone) : alone;
    sounds.push({ sound, alone, start: at, end: at + character.length });
    at += character.length;
  });
}

/** The segmenter cuts numbers from letters; a reader does not. */
function pushOther(sounds: Sound[], folded: string, start: number, length: number): void {
  const last = sounds.at(-1);
  const isJoined = last !== undefined && last.end === start && !ENDS_HAN.test(folded.slice(last.start, last.end));
  const from = isJoined ? last.start : start;
  const written = folded.slice(from, start + length);
  if (isJoined) sounds.pop();
  sounds.push({ sound: written, alone: written, start: from, end: start + length });
}
