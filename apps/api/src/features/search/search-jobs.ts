import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { IndexWriter } from './index-writer.js';
import { outdatedItems } from './published-items.js';

/**
 * What changes makes the public find an item, or no longer find it. A job writes all that is outdated by then, so that the first of
 * four hundred releases writes most of them and the rest find nothing left to do.
 */
@Injectable()
export class SearchJobs {
  constructor(
    private readonly db: Db,
    private readonly writer: IndexWriter,
  ) {}

  @OnEvent(
    'achievement.released',
    'achievement.revised',
    'achievement.confirmed',
    'achievement.withdrawn',
    'achievement.reopened',
    'achievement.closed',
    'achievement.deleted',
    'demand.published',
    'demand.revised',
    'demand.confirmed',
    'demand.withdrawn',
    'demand.reopened',
    'demand.closed',
    'demand.deleted',
  )
  async itemChanged({ id }: JobPayload): Promise<void> {
    const isOutdated = (await outdatedItems(this.db.em, [id])).length > 0;
    if (isOutdated) await this.catchUp();
  }

  /** An owner's name stands in its items, a suspended one has none in public; an achievement under a live contract is no longer 待转化; an import says once what it did hundreds of times. */
  @OnEvent(
    'organisation.edited',
    'organisation.verified',
    'organisation.suspended',
    'organisation.restored',
    'contract.drafted',
    'contract.edited',
    'contract.submitted',
    'contract.cancelled',
    'contract.returned',
    'contract.registered',
    'contract.refused',
    'import.finished',
    'import.undone',
  )
  async surroundingsChanged(): Promise<void> {
    await this.catchUp();
  }

  /** Nothing of the item itself has changed: what is read from it has. */
  @OnEvent('achievement.indicatorsCorrected', 'demand.indicatorsCorrected')
  async readingCorrected({ id }: JobPayload): Promise<void> {
    await this.writer.refresh([id]);
  }

  private async catchUp(): Promise<void> {
    await this.writer.catchUp(await outdatedItems(this.db.em));
  }
}
