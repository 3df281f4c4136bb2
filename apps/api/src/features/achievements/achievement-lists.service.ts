import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { DomainError, type AchievementStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Achievement } from './achievement.entity.js';

export type AchievementFilter = { status?: AchievementStatus | null; text?: string | null; importId?: string | null };
export type StatusCount<S extends string> = { status: S; count: number };

/** What is read of achievements outside search. */
@Injectable()
export class AchievementLists {
  constructor(private readonly db: Db) {}

  async byId(id: string, actor: Actor): Promise<Achievement> {
    const row = await visible(this.db.em.createQueryBuilder(Achievement, 'a').where('a.id = :id', { id }), Achievement, actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** A TTO's are those of the unit, an inventor's his own. What waits for the TTO stands in the order in which it came. */
  mine(actor: Actor, filter: AchievementFilter, page: PageInput): Promise<Page<Achievement>> {
    const query = this.own(actor, filter);
    if (filter.status) query.andWhere('a.status = :status', { status: filter.status });
    if (filter.status === 'IN_REVIEW') query.orderBy('a.submittedAt', 'ASC').addOrderBy('a.id', 'ASC');
    else query.orderBy('a.updatedAt', 'DESC').addOrderBy('a.id', 'DESC');
    return pageOf(query, page);
  }

  /** How many of them are in each state. */
  async counts(actor: Actor, filter: AchievementFilter): Promise<StatusCount<AchievementStatus>[]> {
    return this.own(actor, filter)
      .select('a.status', 'status')
      .addSelect('count(*)::int', 'count')
      .groupBy('a.status')
      .getRawMany<StatusCount<AchievementStatus>>();
  }

  private own(actor: Actor, { text, importId }: AchievementFilter): SelectQueryBuilder<Achievement> {
    const own = this.db.em
      .createQueryBuilder(Achievement, 'a')
      .where('a.organisationId = :organisationId', { organisationId: actor.organisationId });
    if (importId) own.andWhere('a.importId = :importId', { importId });
    const words = text?.trim();
    if (words)
      own.andWhere(`(a.title ilike :text or array_to_string(a.keywords, ' ') ilike :text)`, {
        text: `%${words.replace(/[\\%_]/g, '\\$&')}%`,
      });
    if (actor.userId && !actor.roles.includes('UNIT_TTO')) own.andWhere('a.createdBy = :author', { author: actor.userId });
    return visible(own, Achievement, actor);
  }
}
