import { Injectable } from '@nestjs/common';
import { Meilisearch, type EnqueuedTask, type Index, type RecordAny, type Settings } from 'meilisearch';
import { Config } from '../config.js';

/** Meilisearch as this product uses it: a derived index that may be away, may be thrown away, and never decides who sees what. */
@Injectable()
export class SearchClient {
  readonly client: Meilisearch;
  constructor(private readonly config: Config) {
    this.client = new Meilisearch({ host: config.get('MEILI_URL'), apiKey: config.get('MEILI_KEY') || undefined, timeout: 10_000 });
  }

  name(index: string): string {
    return `${this.config.get('MEILI_PREFIX')}_${index}`;
  }

  index<T extends RecordAny>(index: string): Index<T> {
    return this.client.index<T>(this.name(index));
  }

  async isHealthy(): Promise<boolean> {
    return this.client.isHealthy();
  }

  /** Waits for a task and throws if it failed: Meilisearch itself does not. */
  async done(task: EnqueuedTask | Promise<EnqueuedTask>, timeout = 120_000): Promise<void> {
    const { taskUid } = await task;
    const result = await this.client.tasks.waitForTask(taskUid, { timeout, interval: 20 });
    if (result.status !== 'succeeded') throw new Error(`search task ${taskUid} ${result.status}: ${result.error?.message ?? ''}`);
  }

  /**
   * Fills a new index beside the live one and swaps them. Settings travel with the swap, so they are set on the new one first.
   * Readers see the old index until the last moment.
   */
  async rebuild(index: string, settings: Settings, fill: (target: Index) => Promise<void>): Promise<void> {
    const live = this.name(index);
    const next = `${live}_next`;
    await this.client.tasks.waitForTask((await this.client.deleteIndex(next)).taskUid, { timeout: 60_000 });
    await this.done(this.client.createIndex(next, { primaryKey: 'id' }));
    await this.done(this.client.index(next).updateSettings(settings));
    await fill(this.client.index(next));
    const exists = await this.client.getRawIndex(live).then(() => true, () => false);
    if (!exists) await this.done(this.client.createIndex(live, { primaryKey: 'id' }));
    await this.done(this.client.swapIndexes([{ indexes: [live, next], rename: false }]));
    await this.client.tasks.waitForTask((await this.client.deleteIndex(next)).taskUid, { timeout: 60_000 });
  }
}
