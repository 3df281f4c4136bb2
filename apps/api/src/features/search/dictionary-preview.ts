import { Injectable } from '@nestjs/common';
import { dictionaryChange, DomainError, partnersOf, tidyGroups, type DictionaryDraft, type SearchKind } from '@jihui/domain';
import { fold, Synonyms } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import type { AffectedQuery, DictionaryPreview } from './dictionary-preview.types.js';
import { HitLoader } from './hit-loader.js';
import { segmentedWords } from './index-settings.js';
import { requiredWords } from './required-words.js';
import { Values } from './values.js';
import { wordCondition } from './word-condition.js';

const mostTried = 30;
const mostItems = 5;
const mostAlternatives = 12;
type Changed = { text: string; times: number };

/**
 * Tries a draft on what people have really asked and on the changed words themselves. Counted in the database by what stands in the texts:
 * every word of the query, or what means the same, must stand in an item. Meilisearch orders and forgives besides, but takes synonyms from
 * its settings only, which a preview must not touch.
 */
@Injectable()
export class DictionaryPreviews {
  constructor(
    private readonly db: Db,
    private readonly dictionary: Dictionary,
    private readonly hits: HitLoader,
  ) {}

  async preview(actor: Actor, draft: DictionaryDraft): Promise<DictionaryPreview> {
    const base = await this.dictionary.current();
    if (base.number !== draft.base) throw new DomainError('STALE');
    const groups = tidyGroups(draft.groups, fold);
    const change = dictionaryChange(base.groups, groups);
    const [before, after] = [partnersOf(base.groups), partnersOf(groups)];
    const tried = await this.concerned(change.words);
    const known = new Synonyms(new Map([...before, ...after]));
    const queries: AffectedQuery[] = [];
    for (const query of tried) {
      const affected = await this.compare(actor, query, alternatives(query.text, known, before), alternatives(query.text, known, after));
      if (affected) queries.push(affected);
    }
    const segmented = new Set(segmentedWords(base.groups));
    const newWords = segmentedWords(groups).filter((word) => !segmented.has(word));
    return { ...change, tried: tried.length, queries, matched: await this.countMatched(change.words), newWords };
  }

  /** The queries of the last ninety days that hold one of the words, the most asked first, and the words that nobody has asked yet. */
  private async concerned(words: readonly string[]): Promise<Changed[]> {
    if (!words.length) return [];
    const holding = new Synonyms(new Map(words.map((word) => [word, []])));
    const rows: Changed[] = await this.db.em.query(
      `select text, times from asked_query where text like any($1::text[]) order by times desc, "lastAt" desc limit 500`,
      [words.map((word) => `%${word}%`)],
    );
    const asked = rows.filter(({ text }) => holding.wordsIn(text).length > 0).slice(0, mostTried);
    const unasked = words.filter((word) => !asked.some(({ text }) => text === word)).map((text) => ({ text, times: 0 }));
    return [...asked, ...unasked.slice(0, mostTried)];
  }

  private async compare(actor: Actor, query: Changed, before: readonly string[], after: readonly string[]): Promise<AffectedQuery | null> {
    const values = new Values();
    const holds = (texts: readonly string[]): string => texts.map((text) => `(${text.split(/\s+/).flatMap((part) => (part ? requiredWords(part) : [])).map((word) => wordCondition(word, values.add)).join(' and ') || 'false'})`).join(' or ');
    const some = (which: string): string => `(array_agg("itemId" order by "publishedAt" desc) filter (where ${which}))[1:${mostItems}]`;
    const [row]: { before: number; after: number; gained: string[] | null; lost: string[] | null }[] = await this.db.em.query(
      `select count(*) filter (where was)::int as before, count(*) filter (where is_now)::int as after, ${some('is_now and not was')} as gained, ${some('was and not is_now')} as lost
       from (select "itemId", "publishedAt", (${holds(before)}) as was, (${holds(after)}) as is_now from search_text) t`,
      values.list,
    );
    if (!row?.gained && !row?.lost) return null;
    return { ...query, before: row.before, after: row.after, gained: await this.named(actor, row.gained ?? []), lost: await this.named(actor, row.lost ?? []) };
  }

  private async named(actor: Actor, ids: readonly string[]): Promise<AffectedQuery['gained']> {
    if (!ids.length) return [];
    const rows: { id: string; kind: SearchKind }[] = await this.db.em.query('select "itemId" as id, kind from search_text where "itemId" = any($1::uuid[])', [ids]);
    const hits = await this.hits.load(actor, rows.map((row) => ({ ...row, words: [], spelt: [] })));
    return hits.map(({ id, kind, title }) => ({ id, kind, title: title.text }));
  }

  private async countMatched(words: readonly string[]): Promise<number> {
    if (!words.length) return 0;
    const values = new Values();
    const [row]: { n: number }[] = await this.db.em.query(`select count(*)::int as n from search_text where ${words.map((word) => wordCondition(word, values.add)).join(' or ')}`, values.list);
    return row?.n ?? 0;
  }
}

/** The query, and the query with each of its words in turn said in another way; `known` are the words that stand for themselves in it. */
function alternatives(text: string, known: Synonyms, partners: ReadonlyMap<string, readonly string[]>): string[] {
  const longestFirst = known.wordsIn(text).sort((a, b) => b.length - a.length);
  // 锂电 is no word of its own inside 锂电池.
  const words = longestFirst.filter((word, i) => !longestFirst.slice(0, i).some((longer) => longer.includes(word)));
  const apart = words.reduce((so, word) => so.replaceAll(word, ` ${word} `), text);
  return [apart, ...words.flatMap((word) => (partners.get(word) ?? []).map((other) => apart.replaceAll(` ${word} `, ` ${other} `)))].slice(0, mostAlternatives);
}
