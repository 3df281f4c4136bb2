import { Injectable } from '@nestjs/common';
import { memberKinds, type MetricCode, type MetricUnit } from '@jihui/domain';
import { anonymous } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { PublicNumber } from './overview-types.js';

type Metric = { unit: MetricUnit; link: string; count: () => Promise<string> };

/** The registry of metrics: a count on any page is drawn from here, by the condition that its list reads by. */
@Injectable()
export class MetricRegistry {
  private readonly metrics: Record<MetricCode, Metric>;

  constructor(private readonly db: Db) {
    const records = async (query: { getCount: () => Promise<number> }) => String(await query.getCount());
    const registered = () => this.db.em.createQueryBuilder(TechnologyContract, 'c').where(`c.status = 'REGISTERED'`);
    const visitor = anonymous();
    this.metrics = {
      PUBLISHED_ACHIEVEMENTS: { unit: 'RECORDS', link: '/search?kind=ACHIEVEMENT', count: () => records(visible(db.em.createQueryBuilder(Achievement, 'a'), Achievement, visitor)) },
      PUBLISHED_DEMANDS: { unit: 'RECORDS', link: '/search?kind=DEMAND', count: () => records(visible(db.em.createQueryBuilder(Demand, 'd'), Demand, visitor)) },
      MEMBERS: {
        unit: 'RECORDS',
        link: '/organisations',
        count: () => records(visible(db.em.createQueryBuilder(Organisation, 'o').where('o.kind in (:...kinds)', { kinds: memberKinds }), Organisation, visitor)),
      },
      REGISTERED_CONTRACTS: { unit: 'RECORDS', link: '/register', count: () => records(registered()) },
      REGISTERED_AMOUNT: {
        unit: 'FEN',
        link: '/register',
        count: async () => (await registered().select('coalesce(sum(c.totalAmount), 0)::text', 'sum').getRawOne<{ sum: string }>())?.sum ?? '0',
      },
    };
  }

  /** All of them, as of now. */
  async all(): Promise<PublicNumber[]> {
    const codes = Object.keys(this.metrics) as MetricCode[];
    return Promise.all(codes.map(async (code) => ({ code, value: await this.metrics[code].count(), unit: this.metrics[code].unit, link: this.metrics[code].link, asOf: new Date() })));
  }
}
