import { Injectable } from '@nestjs/common';
import { DomainError, type IntroductionBox, type IntroductionStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Introduction } from './introduction.entity.js';

/** Reads of introductions, by both sides. */
@Injectable()
export class IntroductionLists {
  constructor(private readonly db: Db) {}

  async byId(actor: Actor, id: string): Promise<Introduction> {
    const row = await this.query(actor).andWhere('i.id = :id', { id }).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** What waits for an answer first, the most urgent on top; then the rest, the latest on top. */
  list(actor: Actor, box: IntroductionBox, status: IntroductionStatus | null, page: PageInput): Promise<Page<Introduction>> {
    const query = this.query(actor).andWhere(
      box === 'RECEIVED' ? 'i.answererId = :boxOrg' : '(i.requesterId = :boxOrg or i.brokerId = :boxOrg)',
      { boxOrg: actor.organisationId },
    );
    if (status) query.andWhere('i.status = :status', { status });
    query.orderBy(`i.status = 'REQUESTED'`, 'DESC').addOrderBy(`case when i.status = 'REQUESTED' then i.dueOn end`, 'ASC');
    return pageOf(query.addOrderBy('i.updatedAt', 'DESC').addOrderBy('i.id'), page);
  }

  /** What stands between the actor's organisation and these items already: the button that would ask again says so. */
  on(actor: Actor, demandId: string | null, achievementId: string | null): Promise<Introduction | null> {
    return this.query(actor)
      .andWhere('i.demandId is not distinct from :demandId and i.achievementId is not distinct from :achievementId', {
        demandId,
        achievementId,
      })
      .andWhere(`i.status in ('REQUESTED', 'ACCEPTED')`)
      .orderBy('i.createdAt', 'DESC')
      .limit(1)
      .getOne();
  }

  private query(actor: Actor) {
    return visible(this.db.em.createQueryBuilder(Introduction, 'i'), Introduction, actor);
  }
}
