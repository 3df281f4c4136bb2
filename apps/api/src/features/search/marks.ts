import { foldWithMap } from '@jihui/matching';

/** A stretch to mark: UTF-16 positions, start inclusive, end exclusive. */
export type Mark = { start: number; end: number };
export type Marked = { text: string; marks: Mark[] };

const latinOrDigit = /[a-z0-9]/;
const most = 60;

/** Where the folded words stand in the original text: longest stretches, in order, not overlapping. A text that cannot be mapped has no marks. */
export function markWords(text: string, words: readonly string[]): Marked {
  const mapped = words.length && text ? foldWithMap(text) : null;
  if (!mapped) return { text, marks: [] };
  const found: Mark[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = mapped.folded.indexOf(word); at !== -1 && found.length < most; at = mapped.folded.indexOf(word, at + word.length)) {
      // A Latin word is found from its beginning: "pe" is not in "speed".
      if (latinOrDigit.test(word.charAt(0)) && latinOrDigit.test(mapped.folded.charAt(at - 1))) continue;
      found.push({ start: mapped.starts[at] ?? 0, end: mapped.ends[at + word.length - 1] ?? 0 });
    }
  }
  return { text, marks: joined(found) };
}

function joined(marks: Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else result.push({ ...mark });
  }
  return result;
}

const pause = /[。；！？;!?\n]/;
const ellipsis = '…';

/** About `length` characters around the part with the most marked text, from the beginning of its sentence where that is near. */
export function snippetOf({ text, marks }: Marked, length = 110): Marked {
  if (text.length <= length) return { text, marks };
  const start = sentenceStart(text, bestStart(marks, length), length);
  const end = Math.min(text.length, start + length);
  const before = start > 0 ? ellipsis : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + (end < text.length ? ellipsis : ''),
    marks: marks.filter((m) => m.start >= start && m.end <= end).map((m) => ({ start: m.start + shift, end: m.end + shift })),
  };
}

/** The first mark of the stretch of that length that holds the most marked characters; 0 without marks. */
function bestStart(marks: readonly Mark[], length: number): number {
  let best = { start: 0, held: 0 };
  for (const { start } of marks) {
    const held = marks.filter((m) => m.start >= start && m.end <= start + length * 0.8).reduce((sum, m) => sum + m.end - m.start, 0);
    if (held > best.held) best = { start, held };
  }
  return best.start;
}

function sentenceStart(text: string, at: number, length: number): number {
  if (at + 30 < length) return 0;
  for (let back = at; back > at - length / 3; back--) if (pause.test(text.charAt(back - 1))) return back;
  return Math.max(0, at - 12);
}
