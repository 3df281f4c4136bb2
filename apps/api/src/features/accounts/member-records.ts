import { Injectable } from '@nestjs/common';
import { DomainError, type Role } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import type { Organisation } from '../organisations/organisation.entity.js';
import { User } from './user.entity.js';

export type NewMember = { name: string; email: string; roles: readonly Role[]; phone?: string | null; passwordHash?: string | null };

/** Writes the rows of new members inside somebody else's transaction: sign-up, invitation, creation of an office, demo data. */
@Injectable()
export class MemberRecords {
  /** A member who can sign in at once: his password is known. */
  async add(tx: Tx, organisation: Organisation, member: NewMember & { passwordHash: string }, emailPath = 'email'): Promise<User> {
    const user = await this.insert(tx, organisation, member, emailPath);
    await tx.record('member.joined', user.id, {});
    return user;
  }

  /** A member who gets a link by mail and sets his password himself. */
  async invite(tx: Tx, organisation: Organisation, member: NewMember, emailPath = 'email'): Promise<User> {
    const user = await this.insert(tx, organisation, { ...member, passwordHash: null }, emailPath);
    await tx.record('member.invited', user.id, { email: user.email, roles: user.roles });
    return user;
  }

  private async insert(tx: Tx, organisation: Organisation, member: NewMember, emailPath: string): Promise<User> {
    const { name, email, phone = null, passwordHash = null } = member;
    if (await tx.em.existsBy(User, { email }))
      throw new DomainError('INVALID_INPUT', { issues: [{ path: emailPath, code: 'email_taken' }] });
    return tx.insert(User, {
      organisationId: organisation.id,
      name,
      email,
      phone,
      roles: [...member.roles],
      passwordHash,
      disabled: false,
      lastSignedInAt: null,
    });
  }
}
