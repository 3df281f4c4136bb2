import { Injectable } from '@nestjs/common';
import { DomainError, ReviewStage, type DeskShare, shanghaiDay, statusesInReview, statusesOfStage, type ContractFilter } from '@jihui/domain';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import type { DeskCount } from './contract-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

/** What waits for a step of one's own side: a confirmation, the filing, the correction. */
const waitingForMe = `
  (c.status = 'DRAFT' and c."sellerId" = :mine and c."sellerConfirmedRevision" is distinct from c.revision)
  or (c.status = 'DRAFT' and c."buyerId" = :mine and c."buyerConfirmedRevision" is distinct from c.revision)
  or (c.status in ('CONFIRMED', 'RETURNED') and c."sellerId" = :mine)`;

/** What is read of contracts by those who may see them. */
@Injectable()
export class ContractLists {
  constructor(private readonly db: Db) {}

  /** One contract, or NOT_FOUND. */
  async byId(id: string, actor: Actor): Promise<TechnologyContract> {
    const row = await this.seen(actor).andWhere('c.id = :id', { id }).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** All that the actor may see: his organisation's contracts, or his branch's. */
  mine(actor: Actor, { status, text, waiting }: ContractFilter, page: PageInput): Promise<Page<TechnologyContract>> {
    const query = this.seen(actor).orderBy('c.updatedAt', 'DESC').addOrderBy('c.id', 'DESC');
    if (status?.length) query.andWhere('c.status in (:...status)', { status });
    if (waiting) query.andWhere(`(${waitingForMe})`, { mine: actor.organisationId });
    if (text) query.andWhere('(c.title ilike :like or c.registrationNo ilike :like)', { like: `%${text.replace(/[\\%_]/g, '\\$&')}%` });
    return pageOf(query, page);
  }

  /** The branch's queue, what is due first on top. */
  desk(actor: Actor, stage: ReviewStage | null, share: DeskShare | null, page: PageInput): Promise<Page<TechnologyContract>> {
    const status = stage ? statusesOfStage[stage] : statusesInReview;
    const query = this.seen(actor).andWhere('c.status in (:...status)', { status });
    if (share === 'MINE') query.andWhere('c.assigneeId = :me', { me: actor.userId });
    if (share === 'NOBODY') query.andWhere('c.assigneeId is null');
    return pageOf(query.orderBy('c.dueOn', 'ASC').addOrderBy('c.submittedAt', 'ASC').addOrderBy('c.id', 'ASC'), page);
  }

  /** How much lies at each step, and how much of it is late. */
  async deskCounts(actor: Actor): Promise<DeskCount[]> {
    const rows = await this.seen(actor)
      .andWhere('c.status in (:...status)', { status: statusesInReview })
      .select('c.status', 'status')
      .addSelect('count(*)::int', 'total')
      .addSelect('(count(*) filter (where c."dueOn" < :today))::int', 'overdue')
      .setParameter('today', shanghaiDay(new Date()))
      .groupBy('c.status')
      .getRawMany<{ status: TechnologyContract['status']; total: number; overdue: number }>();
    return ReviewStage.options.map((stage) => {
      const here = rows.filter((r) => statusesOfStage[stage].includes(r.status));
      return { stage, total: here.reduce((sum, r) => sum + r.total, 0), overdue: here.reduce((sum, r) => sum + r.overdue, 0) };
    });
  }

  private seen(actor: Actor): SelectQueryBuilder<TechnologyContract> {
    return visible(this.db.em.createQueryBuilder(TechnologyContract, 'c').where('true'), TechnologyContract, actor);
  }
}
