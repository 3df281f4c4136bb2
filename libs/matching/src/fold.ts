import { Converter } from 'opencc-js/t2cn';

// Building the converter reads its whole table: once per process.
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Characters that print nothing and only split words: soft hyphen, zero-width blanks, variation selectors. */
const INVISIBLE = /[\u00ad\u200b\u200c\u2060\ufe00-\ufe0f\ufeff]/g;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}\p{M}]+/gu;
const BLANK_BESIDE_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** What folding does to blanks, in this order. fold-map.ts applies the same list and keeps the positions. */
export const BLANK_RULES: readonly (readonly [pattern: RegExp, replacement: '' | ' '])[] = [
  [/\s+/g, ' '],
  [/^ | $/g, ''],
  [/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''],
];

/** NFKC, lower case, nothing invisible: the part of folding that looks at one character and its accents only. */
export function foldCharacters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '');
}

/** Traditional characters to simplified ones, by phrase where a character alone is ambiguous (乾燥 → 干燥, 乾坤 stays). */
export function simplify(text: string): string {
  return toSimplified(text);
}

/**
 * The form in which texts are compared: NFKC, lower case, no blank between Han characters, other whitespace collapsed
 * to one blank, simplified characters. Blanks go before the conversion, so that "乾 燥" is read as one phrase.
 * Source: docs/matching.md point 3 (without t2s a traditional query falls from .99 to .88, without blank removal to .13).
 */
export function fold(text: string): string {
  let folded = foldCharacters(text);
  for (const [pattern, replacement] of BLANK_RULES) folded = folded.replace(pattern, replacement);
  return simplify(folded);
}

/**
 * The form for substring search in a database column: folded, punctuation and symbols turned into blanks, no blank
 * beside a Han character. Fold both the column and the query with it. It holds neither % nor _, so LIKE needs no escape.
 */
export function foldKey(text: string): string {
  return fold(text).replace(NOT_LETTER_OR_DIGIT, ' ').trim().replace(BLANK_BESIDE_HAN, '');
}
