import type { ContractType } from '../contracts/rules.js';
import type { ClauseGroup, ClauseRuleCode } from './codes.js';
import { computedRules } from './computed.js';
import { isFor, type Certainty, type ClauseRule, type PhraseRule, type RequiredRule } from './rule.js';
import { contentRules } from './rules/content.js';
import { developmentRules } from './rules/development.js';
import { groundRules } from './rules/grounds.js';
import { monopolyRules } from './rules/monopoly.js';
import { serviceRules } from './rules/services.js';
import { transferRules } from './rules/transfer.js';
import { articlesOf, isNone, sentencesOf, type Article, type Span } from './text.js';

/** A question about the text. It advises: whether a clause is unlawful or a contract is refused, a person decides. */
export type ClauseFinding = {
  code: ClauseRuleCode;
  group: ClauseGroup;
  basis: string;
  certainty: Certainty;
  /** Where it stands in the text; null when the question is about what is not there. */
  span: Span | null;
  words: string;
  params: Record<string, string | number>;
};

/** Rules that look at words; those that compute are beside them. */
export const clauseRules: readonly ClauseRule[] = [
  ...contentRules,
  ...developmentRules,
  ...transferRules,
  ...serviceRules,
  ...monopolyRules,
  ...groundRules,
];

const compiled = new Map<string, RegExp>();
function pattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  const made = new RegExp(source, 'u');
  compiled.set(source, made);
  return made;
}

const subjectHeading = /名称|标的|内容|范围|目标|项目|技术秘密|方式和要求|要求|课题|事项|概况/u;
const otherHeading = /保密|归属|验收|违约|价款|报酬|费用|支付|争议|责任|协作|协助|后续|术语/u;

/** The stretches of the text in which a rule looks. */
function placesOf(rule: PhraseRule, text: string, articles: readonly Article[]): { start: number; words: string }[] {
  const place = rule.phrases.place ?? 'ANY';
  if (place === 'ANY') return [{ start: 0, words: text }];
  const head = { start: 0, words: text.slice(0, articles[0]?.start ?? text.length) };
  if (place === 'HEADING') return [head];
  const chosen = articles.filter((a) => subjectHeading.test(a.heading) && !otherHeading.test(a.heading));
  return [head, ...(chosen.length ? chosen : articles.slice(0, 2)).map((a) => ({ start: a.start, words: text.slice(a.start, a.end) }))];
}

/** The words of the sentence that the rule asks about; null when it does not. */
export function phraseIn(rule: PhraseRule, sentence: string): Span | null {
  const { any, unless = [] } = rule.phrases;
  if (unless.some((u) => pattern(u).test(sentence))) return null;
  for (const source of any) {
    const found = pattern(source).exec(sentence);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

function phraseFindings(rule: PhraseRule, text: string, articles: readonly Article[]): Span[] {
  if (rule.phrases.notWith?.some((n) => pattern(n).test(text))) return [];
  return placesOf(rule, text, articles).flatMap(({ start, words }) =>
    sentencesOf(words, start).flatMap((sentence) => {
      const found = phraseIn(rule, sentence.words);
      return found ? [{ start: sentence.start + found.start, end: sentence.start + found.end }] : [];
    }),
  );
}

/** Whether the article is there; the span is that of a heading with nothing below it. */
function requiredFinding({ required }: RequiredRule, text: string, articles: readonly Article[]): { isMissing: boolean; span: Span | null } {
  const headed = articles.filter((a) => pattern(required.heading).test(a.heading));
  if (headed.some((a) => required.mayBeNone || !isNone(a.body))) return { isMissing: false, span: null };
  const isWritten = required.words.some((w) => pattern(w).test(text));
  // Who writes 无 below the heading says that there is none, whatever other articles mention.
  if (isWritten && !headed.length) return { isMissing: false, span: null };
  const [empty] = headed;
  return { isMissing: true, span: empty ? { start: empty.start, end: Math.min(empty.end, empty.bodyStart + empty.body.trimEnd().length) } : null };
}

const groups: readonly ClauseGroup[] = ['MONOPOLY', 'GROUND', 'TYPE', 'CONTENT'];

/** What deserves a second look in a contract's text, in the order of weight and then of the text. */
export function checkClauses(type: ContractType, text: string): ClauseFinding[] {
  const articles = articlesOf(text);
  const found: ClauseFinding[] = [];
  const add = ({ code, group, basis, certainty }: Pick<ClauseFinding, 'code' | 'group' | 'basis' | 'certainty'>, span: Span | null, params = {}) =>
    found.push({ code, group, basis, certainty, span, words: span ? text.slice(span.start, span.end) : '', params });
  for (const rule of clauseRules) {
    if (!isFor(rule, type)) continue;
    if ('phrases' in rule) for (const span of phraseFindings(rule, text, articles)) add(rule, span);
    else {
      const { isMissing, span } = requiredFinding(rule, text, articles);
      if (isMissing) add(rule, span);
    }
  }
  for (const rule of computedRules) {
    if (!isFor(rule, type)) continue;
    for (const { params, start, end } of rule.examine(text, type)) add(rule, end > start ? { start, end } : null, params);
  }
  const rank = (f: ClauseFinding) => groups.indexOf(f.group);
  return found.sort((a, b) => rank(a) - rank(b) || (a.span?.start ?? -1) - (b.span?.start ?? -1));
}
