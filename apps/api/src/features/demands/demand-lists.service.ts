import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { DomainError, type DemandStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Demand } from './demand.entity.js';

export type DemandFilter = { status?: DemandStatus | null; text?: string | null; importId?: string | null };
export type DemandStatusCount = { status: DemandStatus; count: number };

/** What is read of demands outside search. */
@Injectable()
export class DemandLists {
  constructor(private readonly db: Db) {}

  async byId(id: string, actor: Actor): Promise<Demand> {
    const row = await visible(this.db.em.createQueryBuilder(Demand, 'd').where('d.id = :id', { id }), Demand, actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The demands of the actor's enterprise, the last changed first. */
  mine(actor: Actor, filter: DemandFilter, page: PageInput): Promise<Page<Demand>> {
    const query = this.own(actor, filter);
    if (filter.status) query.andWhere('d.status = :status', { status: filter.status });
    return pageOf(query.orderBy('d.updatedAt', 'DESC').addOrderBy('d.id', 'DESC'), page);
  }

  /** How many of them are in each state. */
  counts(actor: Actor, filter: DemandFilter): Promise<DemandStatusCount[]> {
    return this.own(actor, filter)
      .select('d.status', 'status')
      .addSelect('count(*)::int', 'count')
      .groupBy('d.status')
      .getRawMany<DemandStatusCount>();
  }

  /** What waits for the operators of the actor's branch, the longest waiting first. */
  toPublish(actor: Actor, page: PageInput): Promise<Page<Demand>> {
    const query = this.db.em
      .createQueryBuilder(Demand, 'd')
      .where(`d.branchId = :branchId and d.status = 'SUBMITTED'`, { branchId: actor.organisationId })
      .orderBy('d.submittedAt', 'ASC')
      .addOrderBy('d.id', 'ASC');
    return pageOf(visible(query, Demand, actor), page);
  }

  private own(actor: Actor, { text, importId }: DemandFilter): SelectQueryBuilder<Demand> {
    const own = this.db.em
      .createQueryBuilder(Demand, 'd')
      .where('d.organisationId = :organisationId', { organisationId: actor.organisationId });
    if (importId) own.andWhere('d.importId = :importId', { importId });
    const words = text?.trim();
    if (words)
      own.andWhere(`(d.title ilike :text or array_to_string(d.keywords, ' ') ilike :text)`, {
        text: `%${words.replace(/[\\%_]/g, '\\$&')}%`,
      });
    return visible(own, Demand, actor);
  }
}
