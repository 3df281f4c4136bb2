import { Injectable } from '@nestjs/common';
import type { EnqueuedTask } from 'meilisearch';
import type { EntityManager } from 'typeorm';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { isUnreachable, SearchClient } from '../../platform/search/search-client.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { items, settingsFor } from './index-settings.js';
import { outdatedItems } from './published-items.js';
import { documentOf } from './search-document.js';
import { SearchState } from './search-state.entity.js';
import type { SearchText } from './search-text.entity.js';
import { lockItems, writeTexts } from './search-texts.js';

type Sent = { tasks: EnqueuedTask[]; failure?: unknown };
const atOnce = 500;

/** Writes items into the search texts and into the index, always as their rows are now. */
@Injectable()
export class IndexWriter {
  private hasIndex = false;

  constructor(
    private readonly db: Db,
    private readonly search: SearchClient,
    private readonly dictionary: Dictionary,
  ) {}

  /**
   * Writes these items to both places as they are now. What does not reach the index is owed to the next sweep; where Meilisearch
   * refused rather than kept silent, this throws besides.
   */
  async refresh(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += atOnce) await this.refreshSome(ids.slice(at, at + atOnce), false);
  }

  /** The same, without those that another worker has brought up to date meanwhile. */
  async catchUp(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += atOnce) await this.refreshSome(ids.slice(at, at + atOnce), true);
  }

  /** Brings only the texts up to date: before the whole index is made anew from them. */
  async refreshTexts(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += atOnce) {
      const some = ids.slice(at, at + atOnce);
      await this.db.run(system, async ({ em }) => {
        await lockItems(em, some);
        await writeTexts(em, some);
      });
    }
  }

  /** Takes documents out of the index that cannot be ours. */
  async removeStrangers(ids: readonly string[]): Promise<void> {
    if (ids.length) await this.search.done(this.search.index(items).deleteDocuments([...ids]));
  }

  private async refreshSome(some: readonly string[], onlyOutdated: boolean): Promise<void> {
    const { tasks, failure } = await this.db.run(system, async ({ em }): Promise<Sent> => {
      await lockItems(em, some);
      const ids = onlyOutdated ? await outdatedItems(em, some) : some;
      if (!ids.length) return { tasks: [] };
      const { texts, gone } = await writeTexts(em, ids);
      // Sent inside the lock: Meilisearch works in the order of arrival, so that an older state never comes after a newer one.
      const sent = await this.send(texts, gone);
      if (sent.failure) await oweSweep(em);
      return sent;
    });
    try {
      if (failure) throw failure;
      for (const task of tasks) await this.search.done(task);
    } catch (error) {
      await oweSweep(this.db.em);
      if (!isUnreachable(error)) throw error;
    }
  }

  private async send(texts: readonly SearchText[], gone: readonly string[]): Promise<Sent> {
    const tasks: EnqueuedTask[] = [];
    try {
      if (!this.hasIndex && !(await this.search.exists(items))) await this.search.create(items, settingsFor(await this.dictionary.current()));
      this.hasIndex = true;
      const index = this.search.index(items);
      if (texts.length) tasks.push(await index.addDocuments(texts.map(documentOf)));
      if (gone.length) tasks.push(await index.deleteDocuments([...gone]));
      return { tasks };
    } catch (failure) {
      this.hasIndex = false;
      return { tasks, failure };
    }
  }
}

/** Index and database have to be compared once Meilisearch is back. */
export async function oweSweep(em: EntityManager): Promise<void> {
  await em.upsert(SearchState, { index: items, sweepNeeded: true }, ['index']);
}
