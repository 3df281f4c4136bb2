import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, type passwordChange, type passwordReset } from '@jihui/domain';
import { anonymous, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { AccountLinks } from './account-links.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { SignInGuards } from './sign-in-guards.js';
import { User } from './user.entity.js';

// Longer than the work for a mail that has an account, so that the time does not tell whether it has one.
const evenAnswerMs = 250;

/** Setting a new password: by a link when the old one is forgotten, or with the old one. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly db: Db,
    private readonly links: AccountLinks,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly guards: SignInGuards,
  ) {}

  /** Has a link mailed if the mail has an account. The answer is always the same. */
  async forgotten(email: string, ip: string): Promise<void> {
    await Promise.all([this.requestLink(email, ip), setTimeout(evenAnswerMs)]);
  }

  /** Sets the password of the link's owner and ends all his sessions. */
  async reset({ token, password }: z.output<typeof passwordReset>, ip: string): Promise<void> {
    const opened = await this.links.open(token, 'PASSWORD_RESET', ip);
    const passwordHash = await this.passwords.hash(password);
    await this.db.run(opened.actor, async (tx) => {
      // The mail's counter comes before the account everywhere: two orders would let two sign-ins block each other.
      await this.guards.holdMail(tx, opened.user.email);
      const user = await this.links.use(tx, opened);
      await tx.save(Object.assign(user, { passwordHash }));
      await this.guards.succeeded(tx, user.email);
      await this.sessions.endAll(tx, user.id);
      await tx.record('account.passwordReset', user.id, {});
    });
  }

  /** Sets a new password for somebody who knows his present one, and ends his other sessions. */
  async change(actor: Actor, { currentPassword, newPassword }: z.output<typeof passwordChange>): Promise<void> {
    const known = await this.db.em.findOneByOrFail(User, { id: actor.userId ?? '' });
    await this.guards.refuseLocked(known.email, actor.ip);
    const isRight = await this.passwords.matches(currentPassword, known.passwordHash);
    const passwordHash = isRight ? await this.passwords.hash(newPassword) : null;
    const refusal = await this.db.run(actor, async (tx) => {
      const minutes = await this.guards.holdMail(tx, known.email);
      if (minutes > 0) return new DomainError('ACCOUNT_LOCKED', { minutes });
      if (!passwordHash) {
        await this.guards.failed(tx, known.email, actor.ip);
        return new DomainError('INVALID_INPUT', { issues: [{ path: 'currentPassword', code: 'wrong_password' }] });
      }
      const user = await tx.lock(User, { id: known.id }, 'account.own');
      await tx.save(Object.assign(user, { passwordHash }));
      await this.guards.succeeded(tx, user.email);
      await this.sessions.endAll(tx, user.id, actor.sessionId);
      await tx.record('account.passwordChanged', user.id, {});
      return null;
    });
    if (refusal) throw refusal;
  }

  private async requestLink(email: string, ip: string): Promise<void> {
    const user = await this.db.em.findOneBy(User, { email, disabled: false });
    if (!user) return;
    const organisation = await this.db.em.findOneByOrFail(Organisation, { id: user.organisationId });
    const someone = { ...anonymous(ip), organisationId: organisation.id, organisationName: organisation.name };
    await this.db.run(someone, (tx) => tx.record('account.passwordResetRequested', user.id, {}));
  }
}
