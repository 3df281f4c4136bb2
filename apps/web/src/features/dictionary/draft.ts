import { termGroup, type TermGroup } from '@jihui/domain';

/** One line of the list: the words in force, and as they are wanted. `was` null: new; `words` empty: taken away. */
export type Line = { id: number; was: readonly string[] | null; words: readonly string[] };

export const linesOf = (groups: readonly TermGroup[]): Line[] => groups.map(({ words }, id) => ({ id, was: words, words }));

export const isChanged = ({ was, words }: Line): boolean => (was ?? []).join('\n') !== words.join('\n');

export const groupsOf = (lines: readonly Line[]): TermGroup[] => lines.filter(({ words }) => words.length > 0).map(({ words }) => ({ words: [...words] }));

/** What was typed, as words: a Latin name may hold blanks, so signs alone separate. */
export const wordsTyped = (text: string): string[] => [...new Set(text.split(/[,，;；、=＝\n]+/).map((word) => word.trim()))].filter(Boolean);

export const isGroup = (words: readonly string[]): boolean => termGroup.safeParse({ words }).success;

/** Adds a line, or gives one other words. */
export function withWords(lines: readonly Line[], id: number | null, words: string[]): Line[] {
  if (id === null) return [{ id: Math.max(-1, ...lines.map((line) => line.id)) + 1, was: null, words }, ...lines];
  return lines.map((line) => (line.id === id ? { ...line, words } : line));
}

/** Takes a line away; one that was never in force leaves no trace. */
export const without = (lines: readonly Line[], id: number): Line[] => lines.flatMap((line) => (line.id !== id ? [line] : line.was ? [{ ...line, words: [] }] : []));
