import { Injectable } from '@nestjs/common';
import type { MultiSearchQuery } from 'meilisearch';
import type { SearchKind } from '@jihui/domain';
import { SearchClient } from '../../platform/search/search-client.js';
import { items } from './index-settings.js';
import type { IndexDocument } from './search-document.js';

/** Of the items that hold a word. Three times as many found .7 % more of the pairs worth showing (docs/matching.md). */
const perWord = 1000;

/** A word of a text and how much it says of it. */
export type WeightedWord = { text: string; weight: number };

/** Items by many words at once, for who orders them himself: one question per word, since Meilisearch takes several words for a condition (docs/matching.md). */
@Injectable()
export class CandidateSearch {
  constructor(private readonly search: SearchClient) {}

  /** The ids of that kind which hold the most of these words by weight, best first. Throws where Meilisearch gives no answer. */
  async find(kind: SearchKind, words: readonly WeightedWord[], limit: number): Promise<string[]> {
    if (!words.length) return [];
    const common = { indexUid: this.search.name(items), filter: [`kind = ${kind}`], attributesToRetrieve: ['id'], locales: ['cmn' as const], matchingStrategy: 'all' as const, limit: perWord };
    const queries = words.map(({ text }): MultiSearchQuery => ({ ...common, q: text }));
    const { results } = await this.search.ask((client) => client.multiSearch<{ queries: MultiSearchQuery[] }, IndexDocument>({ queries }));
    const sums = new Map<string, number>();
    results.forEach(({ hits }, i) => {
      for (const { id } of hits) sums.set(id, (sums.get(id) ?? 0) + (words[i]?.weight ?? 0));
    });
    return [...sums]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id);
  }
}
