import { soundPairs, type Sound } from './sounds.js';

/** How much of what was asked a title says, 0 … 1, and which of its characters say it. */
export interface TitleLikeness {
  /** The share of the question's pairs of sounds that the title holds. */
  readonly coverage: number;
  /** The same with the title's own length and its exact characters counted: it orders what covers equally well. */
  readonly score: number;
  /** The stretches of the title that were asked for. */
  readonly stretches: readonly string[];
}

/** What is asked, prepared once for many titles. */
export interface Question {
  readonly folded: string;
  readonly pairs: ReadonlySet<string>;
}

export function questionOf(folded: string, sounds: readonly Sound[]): Question {
  return { folded, pairs: new Set([...soundPairs(sounds), ...soundPairs(sounds, 'alone')]) };
}

/**
 * Compares by pairs of sounds, so that homophones, pinyin and half of a title count as what they mean. Of titles that sound
 * alike the one written alike comes first, of longer and shorter ones the shorter.
 */
export function titleLikeness(question: Question, title: string, sounds: readonly Sound[], asked: number): TitleLikeness {
  const [said, alone] = [soundPairs(sounds), soundPairs(sounds, 'alone')];
  const hits = said.map((pair, i) => question.pairs.has(pair) || question.pairs.has(alone[i] ?? pair));
  const held = new Set(said.filter((_, i) => hits[i])).size;
  const coverage = asked === 0 ? 0 : Math.min(1, held / asked);
  const dice = asked + said.length === 0 ? 0 : Math.min(1, (2 * held) / (asked + new Set(said).size));
  const written = sounds.filter((sound) => question.folded.includes(title.slice(sound.start, sound.end))).length / Math.max(1, sounds.length);
  return { coverage, score: 0.6 * coverage + 0.3 * dice + 0.1 * written, stretches: stretchesOf(title, sounds, hits) };
}

function stretchesOf(title: string, sounds: readonly Sound[], hits: readonly boolean[]): string[] {
  const stretches: string[] = [];
  let from = -1;
  const covered = sounds.map((_, i) => (sounds.length === 1 ? (hits[0] ?? false) : (hits[i] ?? false) || (hits[i - 1] ?? false)));
  covered.forEach((isCovered, i) => {
    if (isCovered && from < 0) from = i;
    const breaks = isCovered && i + 1 < sounds.length && sounds[i]?.end !== sounds[i + 1]?.start;
    if (from >= 0 && (breaks || !covered[i + 1])) {
      stretches.push(title.slice(sounds[from]?.start, sounds[i]?.end));
      from = -1;
    }
  });
  return [...new Set(stretches)];
}
