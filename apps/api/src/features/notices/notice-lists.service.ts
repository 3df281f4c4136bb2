import { Injectable } from '@nestjs/common';
import { DomainError, shanghaiDay, type PublicNoticeStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { PublicNotice } from './public-notice.entity.js';

/** Reads of notices. */
@Injectable()
export class NoticeLists {
  constructor(private readonly db: Db) {}

  /** One notice; a reader from outside is counted, without being named. */
  async open(actor: Actor, id: string): Promise<PublicNotice> {
    const row = await this.query(actor).andWhere('n.id = :id', { id }).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    if (row.organisationId !== actor.organisationId) await this.count(id);
    return row;
  }

  /** What the public may read, the latest on top; what still takes objections first. */
  published(actor: Actor, status: PublicNoticeStatus | null, page: PageInput): Promise<Page<PublicNotice>> {
    const query = this.query(actor).andWhere(`n.status <> 'DRAFT'`);
    if (status) query.andWhere('n.status = :status', { status });
    query.orderBy(`n.status in ('RUNNING', 'FROZEN')`, 'DESC').addOrderBy('n.startedOn', 'DESC').addOrderBy('n.id', 'DESC');
    return pageOf(query, page);
  }

  /** The notices of the actor's unit. */
  own(actor: Actor, page: PageInput): Promise<Page<PublicNotice>> {
    const query = this.query(actor).andWhere('n.organisationId = :own', { own: actor.organisationId });
    return pageOf(query.orderBy('n.updatedAt', 'DESC').addOrderBy('n.id'), page);
  }

  private async count(noticeId: string): Promise<void> {
    await this.db.em.query(
      'insert into notice_reading ("noticeId", day, times) values ($1, $2, 1) on conflict ("noticeId", day) do update set times = notice_reading.times + 1',
      [noticeId, shanghaiDay(new Date())],
    );
  }

  private query(actor: Actor) {
    return visible(this.db.em.createQueryBuilder(PublicNotice, 'n'), PublicNotice, actor);
  }
}
