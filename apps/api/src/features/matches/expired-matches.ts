import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { isShown } from '../../platform/db/live.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { MatchingService } from './matching.service.js';

/** More at once the night settles. */
const most = 500;

/**
 * What nobody has confirmed for half a year leaves by time alone, which no event tells. Whoever reads a list does not see it from that moment on;
 * here its place is given to the next one.
 */
@Injectable()
export class ExpiredMatches {
  constructor(
    private readonly db: Db,
    private readonly matching: MatchingService,
  ) {}

  @Cron('*/5 * * * *')
  async follow(): Promise<void> {
    for (const id of await this.expired('achievement')) await this.matching.followAchievement({ id });
    for (const id of await this.expired('demand')) await this.matching.followDemand({ id });
  }

  private async expired(table: 'achievement' | 'demand'): Promise<string[]> {
    const rows: { id: string }[] = await this.db.em.query(
      `select r.id from ${table} r join match_list l on l.id = r.id where r.status = 'PUBLISHED' and not ${isShown('r')} limit ${most}`,
    );
    return rows.map((r) => r.id);
  }
}
