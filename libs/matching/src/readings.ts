import { pinyin } from 'pinyin-pro';

const MOST_KEPT = 60_000;
const known = new Map<string, readonly string[]>();

/** The syllables of a word of Han characters, without tones, ü written v. Remembered: reading a word afresh takes a tenth of a millisecond. */
export function readingOf(word: string): readonly string[] {
  let syllables = known.get(word);
  if (syllables === undefined) {
    syllables = pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
    if (known.size >= MOST_KEPT) known.clear();
    known.set(word, syllables);
  }
  return syllables;
}
