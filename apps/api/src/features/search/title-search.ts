import { Injectable } from '@nestjs/common';
import type { MultiSearchQuery } from 'meilisearch';
import { SearchKind } from '@jihui/domain';
import { titleLikeness, questionOf, soundPairs, soundsOf, soundsTyped, type TitleLikeness } from '@jihui/matching';
import { SearchClient } from '../../platform/search/search-client.js';
import { limitsOf } from './index-limits.js';
import { items } from './index-settings.js';
import { facetAttributes, type Attribute, type FoundItem, type Query } from './query.js';
import { asIndexed, type IndexDocument } from './search-document.js';

/** Meilisearch reads the first ten words of a query. */
const mostWords = 10;
/** From so many pairs of sounds on (six characters) a query is taken for a title, or a good part of one. */
const titleFrom = 5;
/** A title that says less of what was asked is just another item. */
const leastCoverage = 0.7;
const mostNear = 10;
const candidates = 20;

/** An item whose title is what was asked, with the values that facets count. */
export type NearTitle = FoundItem & { values: Map<Attribute, readonly string[]> };

/**
 * Finds an item by its title however it was written: whole, half, in pinyin, with characters of the same sound. Meilisearch gives the
 * candidates by pairs of sounds, libs/matching compares them with what was asked. Titles that say it come before everything else.
 */
@Injectable()
export class TitleSearch {
  constructor(private readonly search: SearchClient) {}

  /** The titles nearest to a text, nearest first; of a short text only where `evenShort`, since words then find more than titles do. */
  async near(query: Query, only: readonly string[] | null, evenShort = false): Promise<NearTitle[]> {
    const sounds = soundsTyped(query.text);
    const pairs = [...new Set(soundPairs(sounds))];
    if (pairs.length < (evenShort ? 2 : titleFrom)) return [];
    const question = questionOf(query.text, sounds);
    const judge = (hits: readonly IndexDocument[]): Judged[] => hits.map((hit) => ({ hit, ...titleLikeness(question, hit.title, soundsOf(hit.title), pairs.length) }));
    let judged = judge(await this.ask([spread(pairs)], query, only));
    // One wrong sound, and no title holds all of them: a third of them at a time.
    if (!judged.some(isNear) && pairs.length >= 4) judged = judge(await this.ask(thirds(pairs), query, only));
    const different = new Map(judged.filter(isNear).map((j) => [j.hit.id, j]));
    return [...different.values()].sort((a, b) => b.score - a.score || Number(b.hit['publishedAt']) - Number(a.hit['publishedAt'])).slice(0, mostNear).map(nearTitle);
  }

  private async ask(words: readonly (readonly string[])[], query: Query, only: readonly string[] | null): Promise<IndexDocument[]> {
    const filter = limitsOf(query, only);
    const queries = words.map((some): MultiSearchQuery => ({
      indexUid: this.search.name(items),
      q: asIndexed(some),
      matchingStrategy: 'all',
      filter,
      limit: candidates,
      attributesToRetrieve: ['id', 'title', 'publishedAt', ...facetAttributes],
    }));
    const { results } = await this.search.ask((client) => client.multiSearch<{ queries: MultiSearchQuery[] }, IndexDocument>({ queries }));
    return results.flatMap((result) => result.hits);
  }
}

type Judged = TitleLikeness & { hit: IndexDocument };
const isNear = ({ coverage }: Judged): boolean => coverage >= leastCoverage;

function nearTitle({ hit, stretches }: Judged): NearTitle {
  const values = facetAttributes.map((attribute): [Attribute, string[]] => {
    const value: unknown = hit[attribute];
    return [attribute, (Array.isArray(value) ? value : [value]).flatMap((v: unknown) => (typeof v === 'string' || typeof v === 'number' ? [String(v)] : []))];
  });
  return { id: hit.id, kind: SearchKind.parse(hit['kind']), words: [...stretches], spelt: [], values: new Map(values) };
}

/** At most ten, the first and the last among them, at even distances. */
function spread(pairs: readonly string[]): string[] {
  if (pairs.length <= mostWords) return [...pairs];
  return Array.from({ length: mostWords }, (_, i) => pairs[Math.round((i * (pairs.length - 1)) / (mostWords - 1))] ?? '');
}

function thirds(pairs: readonly string[]): string[][] {
  const size = Math.ceil(pairs.length / 3);
  return [0, 1, 2].map((i) => spread(pairs.slice(i * size, (i + 1) * size))).filter((part) => part.length > 0);
}
