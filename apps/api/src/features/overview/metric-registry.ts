import { Injectable } from '@nestjs/common';
import { memberKinds, registeredStatuses, type MetricCode, type MetricUnit } from '@jihui/domain';
import type { EntityTarget, SelectQueryBuilder } from 'typeorm';
import { anonymous } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { isLive } from '../../platform/db/live.js';
import { Db } from '../../platform/db/db.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { PendingConversion } from '../achievements/pending-conversion.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { Place } from './places.js';
import type { PublicNumber } from './overview-types.js';

type Metric = {
  unit: MetricUnit;
  /** The address of the list of exactly these records; null where no list can be narrowed to the place. */
  link: (place: Place | null) => string | null;
  count: (place: Place | null) => Promise<string>;
};

/** The registry of metrics: a count on any page is drawn from here, by the condition that its list reads by. */
@Injectable()
export class MetricRegistry {
  private readonly metrics: Record<MetricCode, Metric>;

  constructor(
    private readonly db: Db,
    pending: PendingConversion,
  ) {
    const waiting = pending.scope('r');
    this.metrics = {
      PUBLISHED_ACHIEVEMENTS: { unit: 'RECORDS', link: found('kind=ACHIEVEMENT'), count: (place) => records(this.published(Achievement, place)) },
      PENDING_CONVERSION: {
        unit: 'RECORDS',
        link: found('kind=ACHIEVEMENT&pending=1'),
        count: (place) => records(this.published(Achievement, place).andWhere(waiting.sql, waiting.params)),
      },
      PUBLISHED_DEMANDS: { unit: 'RECORDS', link: found('kind=DEMAND'), count: (place) => records(this.published(Demand, place)) },
      MEMBERS: { unit: 'RECORDS', link: (place) => (place ? `/organisations?region=${place.code}` : '/organisations'), count: (place) => records(this.members(place)) },
      REGISTERED_CONTRACTS: { unit: 'RECORDS', link: register, count: (place) => records(this.registered(place)) },
      REGISTERED_AMOUNT: {
        unit: 'FEN',
        link: register,
        count: async (place) => (await this.registered(place).select('coalesce(sum(c.totalAmount), 0)::text', 'sum').getRawOne<{ sum: string }>())?.sum ?? '0',
      },
    };
  }

  /** All of them as of now; of a place, those whose list can be narrowed to it. */
  async all(place: Place | null = null): Promise<PublicNumber[]> {
    const asOf = new Date();
    const numbers = Object.entries(this.metrics).map(async ([code, { unit, link, count }]): Promise<PublicNumber[]> => {
      const address = link(place);
      return address === null ? [] : [{ code: code as MetricCode, value: await count(place), unit, link: address, asOf }];
    });
    return (await Promise.all(numbers)).flat();
  }

  /** What search finds: what everybody may see, of verified units, confirmed in the last half year. */
  private published<T extends Achievement | Demand>(entity: EntityTarget<T>, place: Place | null): SelectQueryBuilder<T> {
    const query = this.db.em
      .createQueryBuilder(entity, 'r')
      .where(isLive('r'));
    if (place) query.andWhere('r.regionCode in (:...codes)', { codes: place.codes });
    return visible(query, entity, anonymous());
  }

  private members(place: Place | null): SelectQueryBuilder<Organisation> {
    const query = this.db.em.createQueryBuilder(Organisation, 'o').where('o.kind in (:...kinds)', { kinds: memberKinds });
    if (place) query.andWhere('o.regionCode in (:...codes)', { codes: place.codes });
    return visible(query, Organisation, anonymous());
  }

  private registered(place: Place | null): SelectQueryBuilder<TechnologyContract> {
    const query = this.db.em.createQueryBuilder(TechnologyContract, 'c').where('c.status in (:...registered)', { registered: registeredStatuses });
    if (place?.branchId) query.andWhere('c.branchId = :branchId', { branchId: place.branchId });
    return query;
  }
}

const records = async (query: { getCount: () => Promise<number> }): Promise<string> => String(await query.getCount());

const found = (choice: string) => (place: Place | null) => (place ? `/search?${choice}&region=${place.code}` : `/search?${choice}`);

/** Contracts are registered by branches: a place has this number when it is the whole market or one branch's. */
function register(place: Place | null): string | null {
  if (!place || place.isWholeMarket) return '/register';
  return place.branchId ? `/register?branch=${place.branchId}` : null;
}
