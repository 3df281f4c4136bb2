import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MeilisearchApiError, type EnqueuedTask, type Index } from 'meilisearch';
import { PinoLogger } from 'nestjs-pino';
import { z } from 'zod';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Cron, OnEvent, WhileWorking } from '../../platform/jobs/job-registry.js';
import { SearchClient } from '../../platform/search/search-client.js';
import { compareIndex, type Difference } from './index-comparison.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { editionSettings, items, settingsFor, stateOf, type IndexState } from './index-settings.js';
import { IndexWriter, oweSweep } from './index-writer.js';
import { outdatedItems } from './published-items.js';
import { documentOf } from './search-document.js';
import { SearchState } from './search-state.entity.js';
import { allTexts } from './search-texts.js';

const isUuid = (id: string): boolean => z.guid().safeParse(id).success;

/** For the documents of a whole market on a small machine. */
const fillTimeoutMs = 30 * 60_000;

export type IndexReport = { differences: Difference[]; outdated: string[]; hasCurrentSettings: boolean };

/** Keeps the index equal to the database whatever happened meanwhile: it was away, lost, tampered with, or is of another version. */
@Injectable()
export class IndexKeeper {
  /** Also true at the start: what was missed while no worker ran is repaired first. */
  private wasAway = true;
  /** Repairs that failed one after the other: each makes the next one wait longer, a minute at the most. */
  private failures = 0;
  private nextTry = 0;

  constructor(
    private readonly db: Db,
    private readonly search: SearchClient,
    private readonly writer: IndexWriter,
    private readonly dictionary: Dictionary,
    private readonly log: PinoLogger,
  ) {}

  /** A look every five seconds, so that a Meilisearch that comes back is equal to the database well within a minute. */
  @WhileWorking(5)
  async watch(): Promise<void> {
    if (!(await this.search.isHealthy())) {
      if (!this.wasAway) this.log.warn('search is away, the database answers in its place');
      this.wasAway = true;
      return;
    }
    if (Date.now() < this.nextTry) return;
    try {
      const state = await this.state();
      if (state === 'OTHER') await this.rebuild();
      else if (state === 'OTHER_EDITION') await this.applyDictionary();
      else if (this.wasAway || (await this.owesSweep())) await this.sweep();
      this.wasAway = false;
      this.failures = 0;
    } catch (error) {
      this.nextTry = Date.now() + Math.min(60_000, 5000 * 2 ** this.failures++);
      throw error;
    }
  }

  /** The edition in force becomes that of the index. Readers find by the old one until Meilisearch is done. A Meilisearch that is away is told by the watch. */
  @OnEvent('dictionary.published')
  async followDictionary(): Promise<void> {
    if ((await this.search.isHealthy()) && (await this.state()) === 'OTHER_EDITION') await this.applyDictionary();
  }

  /** 03:20 in Zhengzhou. */
  @Cron('20 19 * * *')
  async nightly(): Promise<void> {
    await this.sweep();
  }

  /** Makes a new index beside the old one and swaps them; what changed meanwhile is swept up. */
  async rebuild(): Promise<void> {
    await this.alone(async () => {
      await this.writer.refreshTexts(await outdatedItems(this.db.em));
      await this.search.rebuild(items, settingsFor(await this.dictionary.current()), (index) => this.fill(index));
      this.log.info('search index was rebuilt');
      await this.repair();
    });
  }

  /** Compares and repairs; gives how many items it had to write. */
  async sweep(): Promise<number> {
    let repaired = 0;
    await this.alone(async () => void (repaired = await this.repair()));
    return repaired;
  }

  /** What a sweep would repair. */
  async report(): Promise<IndexReport> {
    const hasCurrentSettings = (await this.state()) === 'CURRENT';
    return { hasCurrentSettings, outdated: await outdatedItems(this.db.em), differences: hasCurrentSettings ? await compareIndex(this.db.em, this.search) : [] };
  }

  private async repair(): Promise<number> {
    // The debt is cancelled before the look, not after it: a write that fails from here on is a new one.
    await this.db.em.upsert(SearchState, { index: items, sweepNeeded: false }, ['index']);
    try {
      const outdated = await outdatedItems(this.db.em);
      await this.writer.refresh(outdated);
      const different = (await compareIndex(this.db.em, this.search)).map((d) => d.id);
      await this.writer.removeStrangers(different.filter((id) => !isUuid(id)));
      await this.writer.refresh(different.filter(isUuid));
      const repaired = new Set([...outdated, ...different]).size;
      await this.db.em.update(SearchState, { index: items }, { sweptAt: new Date(), repaired });
      if (repaired) this.log.info({ repaired }, 'search index was repaired');
      return repaired;
    } catch (error) {
      await oweSweep(this.db.em);
      throw error;
    }
  }

  private async fill(index: Index): Promise<void> {
    const tasks: EnqueuedTask[] = [];
    // All are sent before the first is waited for: Meilisearch then takes many of them at once.
    for await (const texts of allTexts(this.db.em, 2000)) tasks.push(await index.addDocuments(texts.map(documentOf)));
    for (const task of tasks) await this.search.done(task, fillTimeoutMs);
  }

  private async applyDictionary(): Promise<void> {
    await this.alone(async () => {
      const edition = await this.dictionary.current();
      if ((await this.state()) === 'OTHER_EDITION') await this.search.done(this.search.index(items).updateSettings(editionSettings(edition)), fillTimeoutMs);
      this.log.info({ edition: edition.number }, 'search index follows the dictionary');
    });
  }

  private async state(): Promise<IndexState> {
    try {
      const index = this.search.index(items);
      const [segmented, synonyms, edition] = [await index.getDictionary(), await index.getSynonyms(), await this.dictionary.current()];
      return stateOf(segmented, synonyms, edition);
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return 'OTHER';
      throw error;
    }
  }

  private async owesSweep(): Promise<boolean> {
    return this.db.em.existsBy(SearchState, { index: items, sweepNeeded: true });
  }

  /** One of all workers at a time; the others wait up to two minutes, since what they want may not be what the first one does. */
  private async alone(work: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const done = await this.db.run(system, async ({ em }) => {
        const [row]: { free: boolean }[] = await em.query('select pg_try_advisory_xact_lock(4105) as free');
        if (row?.free) await work();
        return row?.free ?? false;
      });
      if (done) return;
      await sleep(200);
    }
    throw new Error('another process has been keeping the search index for two minutes');
  }
}
