import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { DomainError, linkLife, linksPerHour } from '@jihui/domain';
import { system, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { AccountLink, type LinkKind } from './account-link.entity.js';
import { personOf } from './person.js';
import { hashToken } from './sessions.service.js';
import { User } from './user.entity.js';

const hour = 3_600_000;
const life: Record<LinkKind, number> = {
  INVITATION: linkLife.invitationDays * 24 * hour,
  PASSWORD_RESET: linkLife.passwordResetHours * hour,
};

export type OpenedLink = { link: AccountLink; user: User; organisation: Organisation; actor: Actor };

/** The links in mails: made by the worker that writes the mail, so that the token is in no table, no job and no log. */
@Injectable()
export class AccountLinks {
  constructor(private readonly db: Db) {}

  /** A new token for the person; null when he already got as many in the last hour as one may. */
  async issue(userId: string, kind: LinkKind): Promise<string | null> {
    return this.db.run(system, async (tx) => {
      await tx.lock(User, { id: userId }, 'account.own');
      const recent = await tx.em.countBy(AccountLink, { userId, kind, createdAt: MoreThan(new Date(tx.now.getTime() - hour)) });
      if (recent >= linksPerHour) return null;
      const token = randomBytes(32).toString('base64url');
      await tx.insert(AccountLink, {
        userId,
        kind,
        tokenHash: hashToken(token),
        expiresAt: new Date(tx.now.getTime() + life[kind]),
        usedAt: null,
      });
      return token;
    });
  }

  /** Whom the link belongs to, and the actor that he is while he uses it. LINK_EXPIRED when it is unknown, used or too old. */
  async open(token: string, kind: LinkKind, ip: string): Promise<OpenedLink> {
    const { em } = this.db;
    const link = await em.findOneBy(AccountLink, { tokenHash: hashToken(token), kind, usedAt: IsNull(), expiresAt: MoreThan(new Date()) });
    const user = link ? await em.findOneBy(User, { id: link.userId, disabled: false }) : null;
    if (!link || !user) throw new DomainError('LINK_EXPIRED');
    const organisation = await em.findOneByOrFail(Organisation, { id: user.organisationId });
    return { link, user, organisation, actor: personOf(user, organisation, ip) };
  }

  /** Uses the link up, with every other open one of the same person; of two who try at once the second is refused. */
  async use(tx: Tx, { link }: OpenedLink): Promise<User> {
    const user = await tx.lock(User, { id: link.userId }, 'account.own');
    const { affected } = await tx.em.update(
      AccountLink,
      { id: link.id, usedAt: IsNull(), expiresAt: MoreThan(tx.now) },
      { usedAt: tx.now, updatedAt: tx.now },
    );
    if (affected !== 1 || user.disabled) throw new DomainError('LINK_EXPIRED');
    await tx.em.update(AccountLink, { userId: user.id, usedAt: IsNull() }, { usedAt: tx.now, updatedAt: tx.now });
    return user;
  }
}
