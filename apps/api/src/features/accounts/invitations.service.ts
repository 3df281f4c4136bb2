import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, type invitation, type invitationAcceptance } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { AccountLinks, type OpenedLink } from './account-links.js';
import type { Browser, Opened } from './entry.js';
import { MemberRecords } from './member-records.js';
import { Passwords } from './passwords.js';
import { checkRoles } from './member-roles.js';
import { SessionsService } from './sessions.service.js';
import { User } from './user.entity.js';

/** Inviting people into an organisation by mail, and their joining. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly links: AccountLinks,
    private readonly records: MemberRecords,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  /** Adds a member who has no password yet; the mail with the link follows from it. */
  async invite(actor: Actor, input: z.output<typeof invitation>, organisationId: string | null): Promise<User> {
    return this.db.run(actor, async (tx) => {
      const organisation = await tx.lock(Organisation, { id: organisationId ?? actor.organisationId ?? '' }, 'member.invite');
      if (organisation.status !== 'VERIFIED') throw new DomainError('ORGANISATION_NOT_VERIFIED');
      checkRoles(actor, organisation.kind, [], input.roles);
      return this.records.invite(tx, organisation, input);
    });
  }

  /** Sends the link again to a member who has not joined yet. */
  async remind(actor: Actor, id: string): Promise<User> {
    return this.db.run(actor, async (tx) => {
      const user = await tx.lock(User, { id }, 'member.invite');
      if (user.passwordHash || user.disabled) throw new DomainError('ILLEGAL_TRANSITION');
      await tx.record('member.invited', user.id, { email: user.email, roles: user.roles });
      return user;
    });
  }

  /** What the link's page shows: who invites whom. */
  read(token: string, ip: string): Promise<OpenedLink> {
    return this.links.open(token, 'INVITATION', ip);
  }

  /** Sets the person's telephone and password, and signs him in. */
  async accept(
    { token, phone, password }: z.output<typeof invitationAcceptance>,
    browser: Browser,
  ): Promise<{ user: User; opened: Opened }> {
    const link = await this.links.open(token, 'INVITATION', browser.ip);
    const passwordHash = await this.passwords.hash(password);
    return this.db.run(link.actor, async (tx) => {
      const user = await this.links.use(tx, link);
      await tx.save(Object.assign(user, { phone, passwordHash }));
      await tx.record('member.joined', user.id, {});
      return { user, opened: await this.sessions.enter(tx, user, browser) };
    });
  }
}
