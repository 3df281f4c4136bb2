import { Injectable } from '@nestjs/common';
import { foldKey, hanRuns, Synonyms, wordsOf } from '@jihui/matching';
import { partnersOf } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import type { FoundItem, NamedItem } from './query.js';

const latin = /^[a-z0-9]+$/;
const mostWords = 24;
/** A dictionary is published a few times a year; a mark of a minute ago is none the worse. */
const rememberMs = 30_000;

/**
 * Why an item was found: which words of the query, or of what the dictionary says means the same, stand in it. Meilisearch can tell, but
 * takes three times as long then as for the search itself; the database has the twenty texts of a page in a millisecond.
 */
@Injectable()
export class FoundWords {
  private synonyms = new Synonyms(new Map());
  private until = 0;

  constructor(
    private readonly db: Db,
    private readonly dictionary: Dictionary,
  ) {}

  /** Names the words of the items that an engine gave without them, in the same order. */
  async complete(items: readonly FoundItem[], text: string): Promise<NamedItem[]> {
    const unnamed = items.filter((item) => item.words === null);
    const words = text === '' || !unnamed.length ? [] : await this.wordsOf(text);
    if (!words.length) return items.map((item) => ({ ...item, words: item.words ?? [] }));
    const keys = words.map(foldKey);
    const rows: { id: string; found: number[]; spelt: number[] }[] = await this.db.em.query(
      `select "itemId" as id,
         array(select n from unnest($2::text[]) with ordinality as w(word, n) where position(word in t.text) > 0) as found,
         array(select n from unnest($2::text[]) with ordinality as w(word, n) where position(' ' || word in ' ' || t.spelling) > 0) as spelt
       from search_text t where "itemId" = any($1::uuid[])`,
      [unnamed.map((item) => item.id), keys],
    );
    const named = (places: readonly (number | string)[]): string[] => places.flatMap((n) => words[Number(n) - 1] ?? []);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return items.map((item) => {
      if (item.words) return { ...item, words: item.words };
      const row = byId.get(item.id);
      const found = named(row?.found ?? []);
      return { ...item, words: found, spelt: named(row?.spelt ?? []).filter((word) => latin.test(word) && !found.includes(word)) };
    });
  }

  private async wordsOf(text: string): Promise<string[]> {
    await this.learn();
    const others = text.split(/[^\p{L}\p{N}.]+/u).filter((word) => latin.test(word.replaceAll('.', '')) && word.length > 1);
    const words = [...hanRuns(text), ...wordsOf(text), ...others];
    const partners = [text, ...words].flatMap((word) => this.synonyms.unsaid(word));
    const all = [...new Set([...words, ...partners])].filter((word) => word.length > 1);
    return (all.length ? all : [text]).slice(0, mostWords);
  }

  private async learn(): Promise<void> {
    if (Date.now() < this.until) return;
    this.until = Date.now() + rememberMs;
    this.synonyms = new Synonyms(partnersOf((await this.dictionary.current()).groups));
  }
}
