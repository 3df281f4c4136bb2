import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { IndexWriter } from './index-writer.js';

/** What changes makes the public find an item or no longer find it. Each job reads what is true now, so a repeated or late one does no harm. */
@Injectable()
export class SearchJobs {
  constructor(
    private readonly db: Db,
    private readonly writer: IndexWriter,
  ) {}

  @OnEvent(
    'achievement.released',
    'achievement.revised',
    'achievement.withdrawn',
    'achievement.reopened',
    'achievement.closed',
    'achievement.deleted',
    'demand.published',
    'demand.revised',
    'demand.withdrawn',
    'demand.reopened',
    'demand.closed',
    'demand.deleted',
  )
  async itemChanged({ id }: JobPayload): Promise<void> {
    await this.writer.refresh([id]);
  }

  /** Its name stands in its items, and a suspended one has none in public. */
  @OnEvent('organisation.edited', 'organisation.verified', 'organisation.suspended', 'organisation.restored')
  async ownerChanged({ id: organisationId }: JobPayload): Promise<void> {
    const where = { organisationId, status: 'PUBLISHED' } as const;
    const achievements = await this.db.em.find(Achievement, { select: { id: true }, where });
    const demands = await this.db.em.find(Demand, { select: { id: true }, where });
    await this.writer.refresh([...achievements, ...demands].map((item) => item.id));
  }

  /** An import publishes and withdraws hundreds at once, with one event for all of them. */
  @OnEvent('import.finished', 'import.undone')
  async importChanged({ id: importId }: JobPayload): Promise<void> {
    const items = [...(await this.db.em.find(Achievement, { select: { id: true }, where: { importId } })), ...(await this.db.em.find(Demand, { select: { id: true }, where: { importId } }))];
    await this.writer.refresh(items.map((item) => item.id));
  }

  /** An achievement under a live contract is no longer 待转化. */
  @OnEvent('contract.drafted', 'contract.edited', 'contract.submitted', 'contract.cancelled', 'contract.returned', 'contract.registered', 'contract.refused')
  async contractChanged({ id }: JobPayload): Promise<void> {
    const contract = await this.db.em.findOneBy(TechnologyContract, { id });
    if (contract?.achievementId) await this.writer.refresh([contract.achievementId]);
  }
}
