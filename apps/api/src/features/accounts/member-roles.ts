import { adminRoleOfKind, DomainError, reservedRoles, rolesIssue, type OrganisationKind, type Role } from '@jihui/domain';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/db/tx.js';
import type { Organisation } from '../organisations/organisation.entity.js';
import { User } from './user.entity.js';

/** Refuses roles that such an organisation has not, or that this person may neither give nor take. */
export function checkRoles(actor: Actor, kind: OrganisationKind, before: readonly Role[], after: readonly Role[]): void {
  const changed = reservedRoles.some((role) => before.includes(role) !== after.includes(role));
  const code = rolesIssue(kind, after) ?? (changed && actor.kind !== 'SYSTEM' && !hasRole(actor, 'SYSTEM_ADMIN') ? 'role_reserved' : null);
  if (code) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'roles', code }] });
}

/** A branch administrator manages his operators, not those who watch over the whole system. */
export function checkMayManage(actor: Actor, member: User): void {
  const isReserved = member.roles.some((role) => reservedRoles.includes(role));
  if (isReserved && actor.kind !== 'SYSTEM' && !hasRole(actor, 'SYSTEM_ADMIN')) throw new DomainError('FORBIDDEN');
}

/** Refuses when the organisation is left without anybody to manage it; the organisation's row is locked, so two at once cannot both leave. */
export async function checkAdministratorLeft(
  tx: Tx,
  organisation: Organisation,
  leaving: User,
  rolesAfter: readonly Role[],
): Promise<void> {
  const role = adminRoleOfKind[organisation.kind];
  if (!role || !leaving.roles.includes(role) || rolesAfter.includes(role)) return;
  const others = await tx.em
    .createQueryBuilder(User, 'u')
    .where('u.organisationId = :id and u.id <> :leaving and not u.disabled and u.passwordHash is not null and :role = any(u.roles)', {
      id: organisation.id,
      leaving: leaving.id,
      role,
    })
    .getCount();
  if (others === 0) throw new DomainError('LAST_ADMINISTRATOR');
}
