import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, sessionLife, type ownAccountEdit } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { User } from './user.entity.js';

/** What a person does with his own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly db: Db,
    private readonly sessions: SessionsService,
  ) {}

  /** Changes his name and telephone. */
  async edit(actor: Actor, version: number, { name, phone }: z.output<typeof ownAccountEdit>): Promise<User> {
    return this.db.run(actor, async (tx) => {
      const user = await tx.lock(User, { id: actor.userId ?? '', version }, 'account.own');
      const fields = [...(user.name === name ? [] : ['name']), ...(user.phone === phone ? [] : ['phone'])];
      if (!fields.length) return user;
      await tx.save(Object.assign(user, { name, phone }));
      await tx.record('account.edited', user.id, { fields });
      return user;
    });
  }

  /** The browsers in which he is signed in, the one used last first. */
  async listSessions(actor: Actor): Promise<Session[]> {
    const query = this.db.em
      .createQueryBuilder(Session, 's')
      .where('s.expiresAt > now() and s.lastSeenAt > now() - make_interval(hours => :idle)', { idle: sessionLife.idleHours });
    return visible(query, Session, actor).orderBy('s.lastSeenAt', 'DESC').getMany();
  }

  /** Ends one of his sessions. */
  async endSession(actor: Actor, id: string): Promise<void> {
    await this.db.run(actor, async (tx) => {
      const session = await tx.lock(Session, { id }, 'account.own');
      await this.sessions.end(tx, session.id);
      await tx.record('account.sessionEnded', session.userId, {});
    });
  }

  /** Ends all his sessions but this one; gives how many there were. */
  async endOtherSessions(actor: Actor): Promise<number> {
    const { userId, sessionId } = actor;
    if (!userId) throw new DomainError('NOT_SIGNED_IN');
    return this.db.run(actor, async (tx) => {
      const ended = await this.sessions.endAll(tx, userId, sessionId);
      if (ended) await tx.record('account.sessionEnded', userId, {});
      return ended;
    });
  }
}
