import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { mostCompared, type SearchQuery } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { DatabaseSearch } from './database-search.js';
import { HitLoader } from './hit-loader.js';
import { ItemIndicator } from './item-indicator.entity.js';
import { queryOf } from './query.js';
import { requiredWords } from './required-words.js';
import type { ComparedItem, LooserQuery } from './search-help.types.js';
import { SearchService } from './search.service.js';
import { SearchText } from './search-text.entity.js';

const mostTried = 12;
const mostIndicators = 12;

/** What helps on when a list of results does not: fewer words, or a few items side by side. */
@Injectable()
export class SearchHelp {
  constructor(
    private readonly db: Db,
    private readonly search: SearchService,
    private readonly database: DatabaseSearch,
    private readonly hits: HitLoader,
  ) {}

  /** The longest part of the words that does find something under the same choices; null where none of them does. */
  async looser(input: SearchQuery): Promise<LooserQuery | null> {
    const { text, wanted } = queryOf(input);
    const words = requiredWords(text);
    const parts = [...words.map((_, i) => words.filter((__, j) => j !== i)), ...words.map((word) => [word])].filter((part) => part.length > 0);
    // What was asked of indicators goes last: one who writes a figure means it.
    const figures = wanted.filter((w) => w.inText).map((w) => w.text);
    const texts = [...figures.map(() => text), ...parts.map((part) => part.join(' '))].filter((part) => part !== '' && (part !== text || figures.length > 0));
    const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, mostTried);
    for (const part of longestFirst) {
      const some: SearchQuery = { ...input, text: part, page: 1, size: 1, sort: 'NEWEST' };
      // The search itself forgives more: only what really holds every word is a better question, counted then as the search counts it.
      const holding = await this.database.find(queryOf(some), false);
      if (holding.total > 0) return { text: part, total: await this.search.count(some) };
    }
    return null;
  }

  /** Up to four published items in the order asked for; what the actor may not see, or is not published, is not among them. */
  async compare(actor: Actor, ids: readonly string[]): Promise<ComparedItem[]> {
    const asked = [...new Set(ids)].slice(0, mostCompared);
    const texts = await this.db.em.find(SearchText, { select: { itemId: true, kind: true }, where: { itemId: In(asked) } });
    const kinds = new Map(texts.map((t) => [t.itemId, t.kind]));
    const items = asked.flatMap((id) => {
      const kind = kinds.get(id);
      return kind ? [{ id, kind, words: [], spelt: [] }] : [];
    });
    const hits = await this.hits.load(actor, items);
    const indicators = await this.db.em.find(ItemIndicator, { where: { itemId: In(hits.map((hit) => hit.id)) }, order: { place: 'ASC' } });
    return hits.map(({ id, kind, achievement, demand, unitName }) => ({
      ...{ id, kind, achievement, demand, unitName },
      indicators: indicators.filter((i) => i.itemId === id).slice(0, mostIndicators),
    }));
  }
}
