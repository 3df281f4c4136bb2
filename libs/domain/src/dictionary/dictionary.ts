import { z } from 'zod';

export const mostDictionaryGroups = 2000;

/** 词条: words that mean the same here, abbreviation and full name above all (CBN = 立方氮化硼). */
export const termGroup = z
  .object({ words: z.array(z.string().trim().min(2).max(40)).min(2).max(12) })
  .meta({ id: 'TermGroupInput' });
export type TermGroup = z.infer<typeof termGroup>;

/** 词典 as its keeper wants it: all of its groups, made from the edition that he read; another one published meanwhile makes it stale. */
export const dictionaryDraft = z
  .object({
    base: z.number().int().min(1),
    groups: z.array(termGroup).max(mostDictionaryGroups),
    reason: z.string().trim().max(200).nullish(),
  })
  .meta({ id: 'DictionaryDraftInput' });
export type DictionaryDraft = z.infer<typeof dictionaryDraft>;

/** Every word with everything that means the same. A word may stand in several groups; what it means in one it does not mean in the other. */
export function partnersOf(groups: readonly TermGroup[]): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  for (const { words } of groups) {
    for (const word of words) partners.set(word, [...new Set([...(partners.get(word) ?? []), ...words.filter((other) => other !== word)])]);
  }
  return partners;
}

const keyOf = ({ words }: TermGroup): string => [...words].sort().join('\n');

/** The same groups with folded words, each word once, no group twice or of one word only: two editions are compared in this form. */
export function tidyGroups(groups: readonly TermGroup[], foldWord: (word: string) => string): TermGroup[] {
  const tidy = groups.map(({ words }) => ({ words: [...new Set(words.map(foldWord).filter((word) => word.length > 1))] })).filter(({ words }) => words.length > 1);
  return [...new Map(tidy.map((group) => [keyOf(group), group])).values()];
}

export type DictionaryChange = { added: TermGroup[]; removed: TermGroup[]; words: string[] };

/** What another edition changes: the groups that come and go, and the words of which the meaning changes. */
export function dictionaryChange(before: readonly TermGroup[], after: readonly TermGroup[]): DictionaryChange {
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const [was, is] = [partnersOf(before), partnersOf(after)];
  const same = (word: string): boolean => [...(was.get(word) ?? [])].sort().join('\n') === [...(is.get(word) ?? [])].sort().join('\n');
  const words = [...new Set([...was.keys(), ...is.keys()])].filter((word) => !same(word));
  return { added: after.filter((group) => !old.has(keyOf(group))), removed: before.filter((group) => !now.has(keyOf(group))), words };
}
