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
  // Where every character was folded by itself, the whole is folded by that; else the two are compared.
  if (folded.length !== mapped.folded.length || !(mapped.isSimple || folded === fold(text))) return null;
  return { folded, starts: mapped.starts, ends: mapped.ends };
}

/** What folding makes of characters that it takes one by one, 0 for all others: Han, ASCII and its full-width forms, common signs. */
function simpleFold(unit: number): number {
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x20 && unit <= 0x40) || (unit >= 0x5b && unit <= 0x7e) || unit === 0x0a) return unit;
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  if (unit >= 0xff21 && unit <= 0xff3a) return unit - 0xfee0 + 0x20;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  // 、。〈〉《》「」『』【】 and “” ‘’ — stand for themselves.
  return (unit >= 0x3001 && unit <= 0x3002) || (unit >= 0x3008 && unit <= 0x3011) || unit === 0x2014 || unit === 0x2018 || unit === 0x2019 || unit === 0x201c || unit === 0x201d ? unit : 0;
}

type Mapped = MappedText & { isSimple: boolean };

function mapCharacters(text: string): Mapped {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let isSimple = true;
  for (let i = 0; i < text.length;) {
    // Most of any text; what follows may not be a mark that combines with it.
    const folded = simpleFold(text.charCodeAt(i));
    if (folded && (i + 1 === text.length || simpleFold(text.charCodeAt(i + 1)))) {
      parts.push(String.fromCharCode(folded));
      starts.push(i);
      ends.push(++i);
      continue;
    }
    isSimple = false;
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
  return { folded: parts.join(''), starts, ends, isSimple };
}

function rewrite(mapped: Mapped, pattern: RegExp, replacement: '' | ' '): Mapped {
  if (mapped.folded.search(pattern) === -1) return mapped;
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
  return { folded: parts.join(''), starts, ends, isSimple: mapped.isSimple };
}
