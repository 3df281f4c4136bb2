import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, type login } from '@jihui/domain';
import { anonymous, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { Browser, Opened } from './entry.js';
import { personOf } from './person.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { SignInGuards } from './sign-in-guards.js';
import { User } from './user.entity.js';

/** Signing in with mail and password. An unknown mail and a wrong password get the same answer after the same time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly guards: SignInGuards,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  /** Opens a session, or refuses: WRONG_CREDENTIALS, ACCOUNT_LOCKED, ACCOUNT_DISABLED, TOO_MANY_REQUESTS. */
  async signIn({ email, password }: z.output<typeof login>, browser: Browser): Promise<{ user: User; opened: Opened }> {
    await this.guards.refuseLocked(email, browser.ip);
    const user = await this.db.em.findOneBy(User, { email });
    const organisation = user ? await this.db.em.findOneByOrFail(Organisation, { id: user.organisationId }) : null;
    const isRight = await this.passwords.matches(password, user?.passwordHash ?? null);
    const claimed = organisation
      ? { ...anonymous(browser.ip), organisationId: organisation.id, organisationName: organisation.name }
      : anonymous(browser.ip);
    const actor = isRight && user && organisation ? personOf(user, organisation, browser.ip) : claimed;
    // A refusal must be counted, so it may not roll back: it is thrown after the commit.
    const outcome = await this.db.run(actor, async (tx) => {
      const minutes = await this.guards.holdMail(tx, email);
      if (minutes > 0) return new DomainError('ACCOUNT_LOCKED', { minutes });
      if (!isRight || !user) return this.refused(tx, user, email, browser.ip);
      return this.entered(tx, user, browser);
    });
    if (outcome instanceof DomainError) throw outcome;
    return { user: outcome.user, opened: outcome.opened };
  }

  /** Ends the browser's session, if it has one. */
  async signOut(actor: Actor): Promise<void> {
    const { sessionId, userId } = actor;
    if (!sessionId || !userId) return;
    await this.db.run(actor, async (tx) => {
      await this.sessions.end(tx, sessionId);
      await tx.record('account.signedOut', userId, {});
    });
  }

  private async refused(tx: Tx, user: User | null, email: string, ip: string): Promise<DomainError> {
    const minutes = await this.guards.failed(tx, email, ip);
    if (user) await tx.record(minutes > 0 ? 'account.locked' : 'account.signInRefused', user.id, { ip });
    return minutes > 0 ? new DomainError('ACCOUNT_LOCKED', { minutes }) : new DomainError('WRONG_CREDENTIALS');
  }

  private async entered(tx: Tx, found: User, browser: Browser): Promise<DomainError | { user: User; opened: Opened }> {
    const user = await tx.lock(User, { id: found.id }, 'account.own');
    // Somebody set a new password while this one was being checked.
    if (user.passwordHash !== found.passwordHash) return new DomainError('WRONG_CREDENTIALS');
    await this.guards.succeeded(tx, user.email);
    if (user.disabled) {
      await tx.record('account.signInRefused', user.id, { ip: browser.ip });
      return new DomainError('ACCOUNT_DISABLED');
    }
    return { user, opened: await this.sessions.enter(tx, user, browser) };
  }
}
