import { BLANK_RULES, fold, foldCharacters, simplify } from './fold.js';

/** A folded text and, for each of its UTF-16 units, where in the original it came from (start inclusive, end exclusive). */
export interface MappedText {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const CHARACTER_WITH_MARKS = /\P{M}?\p{M}*/suy;

/**
 * Folds a text and keeps the positions, for highlighting. Returns null where a position cannot be told (a conversion
 * that changes the length, or composition across characters): the caller then highlights nothing rather than wrongly.
 */
export function foldWithMap(text: string): MappedText | null {
  let mapped = mapCharacters(text);
  for (const [pattern, replacement] of BLANK_RULES) mapped = rewrite(mapped, pattern, replacement);
  const folded = simplify(mapped.folded);
  if (folded.length !== mapped.folded.length || folded !== fold(text)) return null;
  return { ...mapped, folded };
}

/** Common Han characters, small Latin letters, digits, ASCII signs and line breaks: no mark, no compatibility form, no capital. */
function isPlain(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x20 && unit <= 0x40) || (unit >= 0x61 && unit <= 0x7e) || unit === 0x0a;
}

function mapCharacters(text: string): MappedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < text.length;) {
    // Most of any text: characters that folding leaves as they are, with nothing to combine behind them.
    if (isPlain(text.charCodeAt(i)) && (i + 1 === text.length || isPlain(text.charCodeAt(i + 1)))) {
      parts.push(text.charAt(i));
      starts.push(i);
      ends.push(++i);
      continue;
    }
    CHARACTER_WITH_MARKS.lastIndex = i;
    const match = CHARACTER_WITH_MARKS.exec(text);
    if (match === null) break;
    i = CHARACTER_WITH_MARKS.lastIndex;
    const part = foldCharacters(match[0]);
    parts.push(part);
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { folded: parts.join(''), starts, ends };
}

function rewrite(mapped: MappedText, pattern: RegExp, replacement: '' | ' '): MappedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const copyUpTo = (end: number): void => {
    parts.push(mapped.folded.slice(done, end));
    for (let i = done; i < end; i++) {
      starts.push(mapped.starts[i] ?? 0);
      ends.push(mapped.ends[i] ?? 0);
    }
  };
  for (const match of mapped.folded.matchAll(pattern)) {
    copyUpTo(match.index);
    done = match.index + match[0].length;
    if (replacement === ' ') {
      parts.push(' ');
      starts.push(mapped.starts[match.index] ?? 0);
      ends.push(mapped.ends[done - 1] ?? 0);
    }
  }
  copyUpTo(mapped.folded.length);
  return { folded: parts.join(''), starts, ends };
}
