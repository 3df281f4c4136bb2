import { Injectable } from '@nestjs/common';
import { DomainError, NegotiationStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { NegotiationMessage } from './negotiation-message.entity.js';
import { Negotiation } from './negotiation.entity.js';

const messagesAtOnce = 50;

/** Reads of rooms, for those who are in them. */
@Injectable()
export class Negotiations {
  constructor(private readonly db: Db) {}

  async byId(actor: Actor, id: string): Promise<Negotiation> {
    const talk = await visible(this.db.em.createQueryBuilder(Negotiation, 'n').where('n.id = :id', { id }), Negotiation, actor).getOne();
    if (!talk) throw new DomainError('NOT_FOUND');
    return talk;
  }

  /** Open talks first, the liveliest on top. */
  list(actor: Actor, status: NegotiationStatus | null, page: PageInput): Promise<Page<Negotiation>> {
    const query = visible(this.db.em.createQueryBuilder(Negotiation, 'n'), Negotiation, actor);
    if (status) query.andWhere('n.status = :status', { status });
    query.addSelect(
      `greatest(n.updatedAt, (select max(m."createdAt") from negotiation_message m where m."negotiationId" = n.id))`,
      'activity',
    );
    return pageOf(query.orderBy(`n.status = 'CLOSED'`, 'ASC').addOrderBy('activity', 'DESC').addOrderBy('n.id'), page);
  }

  /** The last messages, or those before a known one, in the order in which they were written. */
  async messages(actor: Actor, negotiationId: string, before: string | null): Promise<NegotiationMessage[]> {
    await this.byId(actor, negotiationId);
    const query = this.db.em.createQueryBuilder(NegotiationMessage, 'm').where('m.negotiationId = :negotiationId', { negotiationId });
    if (before)
      query.andWhere(
        '(m.createdAt, m.id) < (select b."createdAt", b.id from negotiation_message b where b.id = :before and b."negotiationId" = :negotiationId)',
        { before },
      );
    const newestFirst = await query.orderBy('m.createdAt', 'DESC').addOrderBy('m.id', 'DESC').take(messagesAtOnce).getMany();
    return newestFirst.reverse();
  }
}
