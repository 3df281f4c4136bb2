import { z } from 'zod';
import { achievementLimits, type AchievementInput } from '../achievements/rules.js';
import { chainWords, codeOfWord, techFieldWords } from '../imports/words.js';
import { techFieldOfDiscipline, disciplineIn } from '../imports/disciplines.js';
import { parseIndicators, type ParsedIndicator } from '../indicators/parse.js';
import { answers, hoped, labels, nextPart, opening, trlSigns } from './guess-rules.js';
import { namesIn, rightsIn, type DoubtfulNumber } from './guess-parts.js';

export const GuessField = z
  .enum(['title', 'summary', 'keywords', 'techField', 'discipline', 'chain', 'trl', 'trlEvidence', 'advantages', 'evidence', 'deliverables', 'ipRight', 'teamMember', 'indicator'])
  .meta({ id: 'GuessField' });
export type GuessField = z.infer<typeof GuessField>;
type Value = string | number | string[] | AchievementInput['ipRights'][number] | AchievementInput['team'][number] | ParsedIndicator;

/** One field as it may be: a person confirms it or it is none. `isStated`: the text says so itself; `excerpt`: where. */
export type Guess = { field: GuessField; value: Value; excerpt: string; isStated: boolean };
export type Guesses = { guesses: Guess[]; /** Numbers that look like patents, but whose check character is wrong. */ doubtful: DoubtfulNumber[] };

const sentence = /[^。；;！？\n]+[。；;！？]?/g;
const mostKeywords = 8;
const mostIndicators = 12;
/** The abstract and what follows it: a whole paper of figures would keep everybody waiting, and no more are shown. */
const readForIndicators = 6000;
const excerptLength = 60;

/** What an achievement's fields may be by this text. `terms` are the words that stand out in it, best first, where it names no keywords itself. */
export function guessAchievement(text: string, terms: readonly string[] = []): Guesses {
  const guesses: Guess[] = [];
  const add = (field: GuessField, value: Value | null | undefined, excerpt: string, isStated: boolean): void => {
    if (value !== null && value !== undefined && value !== '') guesses.push({ field, value, excerpt: excerpt.trim().slice(0, excerptLength), isStated });
  };
  const title = titleOf(text);
  add('title', title.value, title.value, title.isStated);
  const summary = summaryOf(text, title.value);
  add('summary', summary.value, summary.value, summary.isStated);
  const keywords = labels.keywords.exec(text);
  const words = keywords ? listOfWords(keywords[1] ?? '') : terms.slice(0, mostKeywords);
  if (words.length) add('keywords', words, keywords?.[0] ?? words.join('、'), keywords !== null);

  const named = labels.discipline.exec(text);
  const discipline = named?.[1] ?? disciplineIn(text);
  add('discipline', discipline, named?.[0] ?? around(text, discipline ?? ''), named !== null);
  const field = (discipline && techFieldOfDiscipline(discipline)) || mostNamed(techFieldWords, text, title.value);
  add('techField', field, discipline ?? title.value, false);
  add('chain', mostNamed(chainWords, text, title.value), title.value, false);
  const trl = trlOf(text);
  add('trl', trl?.level, trl?.excerpt ?? '', trl?.isStated ?? false);
  if (trl && !trl.isStated) add('trlEvidence', trl.excerpt.slice(0, achievementLimits.trlEvidence), trl.excerpt, false);

  for (const question of ['advantages', 'evidence', 'deliverables'] as const) {
    const found = sentencesOf(text).filter((s) => answers[question].test(s) && (question !== 'evidence' || !hoped.test(s)));
    const value = fitting(found, achievementLimits[question]);
    add(question, value, value, false);
  }
  const { rights, doubtful } = rightsIn(text);
  for (const { right, excerpt } of rights) add('ipRight', right, excerpt, true);
  const team = labels.team.exec(text);
  for (const member of namesIn(team?.[1] ?? '')) add('teamMember', member, team?.[0] ?? '', true);
  for (const indicator of parseIndicators(text.slice(0, readForIndicators)).slice(0, mostIndicators)) add('indicator', indicator, text.slice(Math.max(0, indicator.at - 20), indicator.end + 4), false);
  return { guesses, doubtful };
}

function titleOf(text: string): { value: string; isStated: boolean } {
  const stated = labels.title.exec(text)?.[1]?.trim();
  if (stated) return { value: stated.slice(0, achievementLimits.title), isStated: true };
  const lines = text.split('\n').map((l) => l.trim());
  const first = lines.find((l) => l.length >= 6 && l.length <= achievementLimits.title && !/[。；;：:]/.test(l) && !/^(?:第|文章编号|DOI|ISSN|http)/i.test(l));
  // 本发明涉及一种…, 本项目研发了…: the sentence says what it is about, the title does not.
  return { value: (first ?? sentencesOf(text)[0] ?? '').replace(opening, '').replace(/[。；;！？]$/, '').slice(0, achievementLimits.title), isStated: false };
}

function summaryOf(text: string, title: string): { value: string; isStated: boolean } {
  const label = labels.summary.exec(text);
  const from = label ? label.index + label[0].length : Math.max(0, text.indexOf(title) + (text.includes(title) ? title.length : 0));
  const rest = text.slice(from);
  const end = nextPart.exec(rest)?.index ?? rest.length;
  return { value: fitting(sentencesOf(rest.slice(0, end)), achievementLimits.summary), isStated: label !== null };
}

function trlOf(text: string): { level: number; excerpt: string; isStated: boolean } | null {
  const stated = labels.trl.exec(text);
  if (stated) return { level: Number(stated[1]), excerpt: stated[0], isStated: true };
  const done = sentencesOf(text).flatMap((s) => (hoped.test(s) ? s.split(/[，,]/).filter((clause) => !hoped.test(clause)) : [s]));
  for (const [level, sign] of trlSigns) {
    const excerpt = done.find((s) => sign.test(s));
    if (excerpt) return { level, excerpt, isStated: false };
  }
  return null;
}

/** The code whose words the text names most often; in the title they count three times, and words of two characters only there. */
function mostNamed<C extends string>(words: Record<C, readonly [string, ...string[]]>, text: string, title: string): C | null {
  let best: { code: C; count: number } | null = null;
  for (const [code, list] of Object.entries(words) as [C, readonly string[]][]) {
    const count = list.reduce((sum, w) => sum + (w.length > 2 ? text.split(w).length - 1 : 0) + (title.includes(w) ? 3 : 0), 0);
    if (count > (best?.count ?? 0)) best = { code, count };
  }
  return best?.code ?? (title ? codeOfWord(words, title) : null);
}

const sentencesOf = (text: string): string[] => (text.match(sentence) ?? []).map((s) => s.trim()).filter(Boolean);
const listOfWords = (line: string): string[] => [...new Set(line.split(/[；;，,、\s]+/).map((w) => w.trim().replace(/[。.]$/, '')))].filter((w) => w.length > 1).slice(0, mostKeywords);

/** As many whole sentences as fit. */
function fitting(sentences: readonly string[], most: number): string {
  let whole = '';
  for (const s of new Set(sentences)) {
    if (whole.length + s.length > most) break;
    whole += s;
  }
  return whole;
}

function around(text: string, word: string): string {
  const at = text.indexOf(word);
  return at < 0 ? '' : text.slice(Math.max(0, at - 20), at + word.length + 20);
}
