import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { firstRoles, type organisationSignUp } from '@jihui/domain';
import { anonymous } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Browser, Opened } from '../accounts/entry.js';
import { MemberRecords } from '../accounts/member-records.js';
import { Passwords } from '../accounts/passwords.js';
import { personOf } from '../accounts/person.js';
import { SessionsService } from '../accounts/sessions.service.js';
import type { Organisation } from './organisation.entity.js';
import { Registration } from './registration.js';

/** An organisation signs itself up; from then on its branch verifies it. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly db: Db,
    private readonly registration: Registration,
    private readonly members: MemberRecords,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  /** Writes the organisation, pending, with its first administrator, and signs him in. */
  async signUp(input: z.output<typeof organisationSignUp>, browser: Browser): Promise<{ organisation: Organisation; opened: Opened }> {
    const { kind, name, uscc, regionCode, address } = input;
    const passwordHash = await this.passwords.hash(input.password);
    const applicant = { ...anonymous(browser.ip), name: input.adminName, organisationName: name };
    const { organisation, user } = await this.db.run(applicant, async (tx) => {
      const organisation = await this.registration.create(tx, { kind, name, uscc, regionCode, address: address || null }, 'PENDING');
      const member = { name: input.adminName, email: input.adminEmail, phone: input.adminPhone, roles: firstRoles[kind], passwordHash };
      const user = await this.members.add(tx, organisation, member, 'adminEmail');
      await tx.record('organisation.signedUp', organisation.id, {});
      return { organisation, user };
    });
    const opened = await this.db.run(personOf(user, organisation, browser.ip), (tx) => this.sessions.enter(tx, user, browser));
    return { organisation, opened };
  }
}
