import { Injectable } from '@nestjs/common';
import { DomainError, type Role } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { checkAdministratorLeft, checkMayManage, checkRoles } from './member-roles.js';
import { SessionsService } from './sessions.service.js';
import { User } from './user.entity.js';

/** An organisation's members: who they are, what they may do, and whether they may come in at all. */
@Injectable()
export class MembersService {
  constructor(
    private readonly db: Db,
    private readonly sessions: SessionsService,
  ) {}

  /** The members of the actor's organisation, or of the one asked for if he may see it. */
  async list(actor: Actor, organisationId: string | null, page: PageInput): Promise<Page<User>> {
    const query = this.db.em.createQueryBuilder(User, 'u').where('u.organisationId = :of', { of: organisationId ?? actor.organisationId });
    return pageOf(visible(query, User, actor).orderBy('u.disabled').addOrderBy('u.createdAt').addOrderBy('u.id'), page);
  }

  /** Replaces the member's roles. */
  async changeRoles(actor: Actor, ref: Ref, roles: readonly Role[]): Promise<User> {
    return this.db.run(actor, async (tx) => {
      const { organisation, member } = await this.hold(tx, ref);
      checkRoles(actor, organisation.kind, member.roles, roles);
      await checkAdministratorLeft(tx, organisation, member, roles);
      member.roles = [...new Set(roles)];
      await tx.save(member);
      await tx.record('member.rolesChanged', member.id, { roles: member.roles });
      return member;
    });
  }

  /** Keeps the member out from now on: his sessions end. */
  async disable(actor: Actor, ref: Ref): Promise<User> {
    return this.db.run(actor, async (tx) => {
      const { organisation, member } = await this.hold(tx, ref);
      if (member.disabled) throw new DomainError('ILLEGAL_TRANSITION');
      await checkAdministratorLeft(tx, organisation, member, []);
      member.disabled = true;
      await tx.save(member);
      await this.sessions.endAll(tx, member.id);
      await tx.record('member.disabled', member.id, {});
      return member;
    });
  }

  /** Lets a disabled member in again. */
  async enable(actor: Actor, ref: Ref): Promise<User> {
    return this.db.run(actor, async (tx) => {
      const { member } = await this.hold(tx, ref);
      if (!member.disabled) throw new DomainError('ILLEGAL_TRANSITION');
      member.disabled = false;
      await tx.save(member);
      await tx.record('member.enabled', member.id, {});
      return member;
    });
  }

  /** The organisation first, then the member: changes to the members of one organisation happen one after the other. */
  private async hold(tx: Tx, ref: Ref): Promise<{ organisation: Organisation; member: User }> {
    const { organisationId } = await tx.see(User, ref.id);
    const organisation = await tx.lock(Organisation, { id: organisationId }, 'member.invite');
    const member = await tx.lock(User, ref, 'member.invite');
    checkMayManage(tx.actor, member);
    return { organisation, member };
  }
}
