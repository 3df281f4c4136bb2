import { Injectable } from '@nestjs/common';
import { Meilisearch, MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError, type EnqueuedTask, type Index, type RecordAny, type Settings } from 'meilisearch';
import { Config } from '../config.js';
import { Lanes } from '../lanes.js';
import { plainHttp } from './search-http.js';

/** Somebody waits for it: later than that the answer comes from elsewhere. */
const askTimeoutMs = 1500;
/** After a failure nobody waits again for so long. */
const restMs = 3000;
/**
 * So many questions are with Meilisearch at a time, the others wait here, where no clock runs: thirty at once over a large index took each of them
 * past the time limit, the database then answered for all, and slowed Meilisearch further.
 */
const atOnce = 6;

/** Whether Meilisearch did not answer at all, as opposed to refusing what it was asked. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError || error instanceof SearchAway;
}

/** Meilisearch gave no answer in time; `isKnown` when that was a moment ago and nobody asked again. */
export class SearchAway extends Error {
  constructor(readonly isKnown: boolean) {
    super(`search did not answer within ${askTimeoutMs} ms`);
  }
}

/** The client's own time limit is not relied on: under load, requests have been seen that never came back. */
async function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchAway(false)), askTimeoutMs + 200);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

/** Meilisearch as this product uses it: a derived index that may be away, may be thrown away, and never decides who sees what. */
@Injectable()
export class SearchClient {
  readonly client: Meilisearch;
  private readonly hurried: Meilisearch;
  private readonly lanes = new Lanes(atOnce);
  private restUntil = 0;

  constructor(private readonly config: Config) {
    const access = { host: config.get('MEILI_URL'), apiKey: config.get('MEILI_KEY') || undefined };
    this.client = new Meilisearch({ ...access, timeout: 10_000 });
    this.hurried = new Meilisearch({ ...access, timeout: askTimeoutMs, httpClient: plainHttp });
  }

  /** The name in Meilisearch: several installations may share a server. */
  name(index: string): string {
    return `${this.config.get('MEILI_PREFIX')}_${index}`;
  }

  index<T extends RecordAny>(index: string): Index<T> {
    return this.client.index<T>(this.name(index));
  }

  async isHealthy(): Promise<boolean> {
    return this.hurried.isHealthy();
  }

  /** A read for a person who waits: at most 1.5 s, and for 3 s after a failure it throws at once. */
  async ask<T>(read: (client: Meilisearch) => Promise<T>): Promise<T> {
    return this.lanes.through('ask', () => this.askNow(read));
  }

  private async askNow<T>(read: (client: Meilisearch) => Promise<T>): Promise<T> {
    if (Date.now() < this.restUntil) throw new SearchAway(true);
    try {
      return await inTime(read(this.hurried));
    } catch (error) {
      // A refusal comes wrapped like a failure of the network, since the connection is ours.
      if (error instanceof Error && error.cause instanceof MeilisearchApiError) throw error.cause;
      if (!isUnreachable(error)) throw error;
      this.restUntil = Date.now() + restMs;
      throw new SearchAway(false);
    }
  }

  /** Waits for a task and throws if it failed: Meilisearch itself does not. */
  async done(task: EnqueuedTask | Promise<EnqueuedTask>, timeout = 120_000): Promise<void> {
    const { taskUid } = await task;
    // One question per look: a wait of minutes is not asked fifty times a second.
    const result = await this.client.tasks.waitForTask(taskUid, { timeout, interval: timeout > 120_000 ? 1000 : 20 });
    if (result.status !== 'succeeded') throw new Error(`search task ${taskUid} ${result.status}: ${result.error?.message ?? ''}`);
  }

  async exists(index: string): Promise<boolean> {
    return this.client.getRawIndex(this.name(index)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof MeilisearchApiError && error.response.status === 404) return false;
        throw error;
      },
    );
  }

  /** An empty index with these settings, where there is none. */
  async create(index: string, settings: Settings): Promise<void> {
    await this.client.tasks.waitForTask((await this.client.createIndex(this.name(index), { primaryKey: 'id' })).taskUid, { timeout: 60_000 });
    await this.done(this.index(index).updateSettings(settings));
  }

  /**
   * Fills a new index beside the live one and swaps them. Settings travel with the swap, so they are set on the new one first.
   * Readers see the old index until the last moment.
   */
  async rebuild(index: string, settings: Settings, fill: (target: Index) => Promise<void>): Promise<void> {
    const beside = `${index}_next`;
    await this.remove(beside);
    await this.create(beside, settings);
    await fill(this.index(beside));
    if (!(await this.exists(index))) await this.done(this.client.createIndex(this.name(index), { primaryKey: 'id' }));
    await this.done(this.client.swapIndexes([{ indexes: [this.name(index), this.name(beside)], rename: false }]));
    await this.remove(beside);
  }

  /** Deletes an index; one that is not there is no failure. */
  private async remove(index: string): Promise<void> {
    await this.client.tasks.waitForTask((await this.client.deleteIndex(this.name(index))).taskUid, { timeout: 60_000 });
  }
}
