import { z } from 'zod';
import { Role } from '../policy.js';
import type { OrganisationKind } from '../organisations/rules.js';
import { Email, Password, PersonName, Phone } from '../organisations/rules.js';

/** Which roles a member of an organisation of that kind may hold. */
export const rolesOfKind: Record<OrganisationKind, readonly Role[]> = {
  UNIVERSITY: ['INVENTOR', 'UNIT_TTO', 'EXPERT'],
  RESEARCH_INSTITUTE: ['INVENTOR', 'UNIT_TTO', 'EXPERT'],
  ENTERPRISE: ['ENTERPRISE_USER', 'ENTERPRISE_ADMIN', 'EXPERT'],
  BROKER_FIRM: ['BROKER'],
  MARKET_OPERATOR: ['OPERATOR_L1', 'OPERATOR_L2', 'BRANCH_ADMIN', 'SYSTEM_ADMIN', 'AUDITOR'],
  GOVERNMENT_OFFICE: ['OFFICIAL'],
};

/** The roles of the person who signs an organisation up. */
export const firstRoles: Record<OrganisationKind, readonly Role[]> = {
  UNIVERSITY: ['UNIT_TTO'],
  RESEARCH_INSTITUTE: ['UNIT_TTO'],
  ENTERPRISE: ['ENTERPRISE_ADMIN', 'ENTERPRISE_USER'],
  BROKER_FIRM: ['BROKER'],
  MARKET_OPERATOR: ['BRANCH_ADMIN'],
  GOVERNMENT_OFFICE: ['OFFICIAL'],
};

/** Who manages an organisation's members; an office's are managed by the system administrator. */
export const adminRoleOfKind: Record<OrganisationKind, Role | null> = {
  UNIVERSITY: 'UNIT_TTO',
  RESEARCH_INSTITUTE: 'UNIT_TTO',
  ENTERPRISE: 'ENTERPRISE_ADMIN',
  BROKER_FIRM: 'BROKER',
  MARKET_OPERATOR: 'BRANCH_ADMIN',
  GOVERNMENT_OFFICE: null,
};

/** Roles over the whole system: a branch administrator neither gives nor takes them. */
export const reservedRoles: readonly Role[] = ['SYSTEM_ADMIN', 'AUDITOR'];

/** The roles that a person with `actorRoles` may give to a member of an organisation of that kind. */
export function grantableRoles(actorRoles: readonly Role[], kind: OrganisationKind): Role[] {
  const all = actorRoles.includes('SYSTEM_ADMIN');
  return rolesOfKind[kind].filter((role) => all || !reservedRoles.includes(role));
}

/** What is wrong with these roles for a member of that kind of organisation: an issue code, or null. An auditor reads everything and therefore does nothing else. */
export function rolesIssue(kind: OrganisationKind, roles: readonly Role[]): string | null {
  if (roles.some((role) => !rolesOfKind[kind].includes(role))) return 'role_of_kind';
  return roles.includes('AUDITOR') && roles.length > 1 ? 'auditor_alone' : null;
}

/** INVITED: has not yet set a password. */
export const MemberStatus = z.enum(['INVITED', 'ACTIVE', 'DISABLED']).meta({ id: 'MemberStatus' });
export type MemberStatus = z.infer<typeof MemberStatus>;

/** Lockout after repeated failures (GB/T 22239-2019 8.1.4.1 asks for one; figures are ours). */
export const lockout = { failures: 5, minutes: 15 } as const;
/** One address that fails with many accounts is guessing; a campus behind one address stays below this. */
export const addressLockout = { failures: 100, minutes: 15 } as const;

export type FailureCount = { failures: number; lastFailureAt: Date; lockedUntil: Date | null };

/** The count after one more failure. Failures further apart than the lock's length, or before a lock that has ended, are forgotten. */
export function countFailure(count: FailureCount | null, now: Date, rule: { failures: number; minutes: number }): FailureCount {
  const span = rule.minutes * 60_000;
  const isStale = !count || count.lockedUntil !== null || now.getTime() - count.lastFailureAt.getTime() > span;
  const failures = (isStale ? 0 : count.failures) + 1;
  return { failures, lastFailureAt: now, lockedUntil: failures >= rule.failures ? new Date(now.getTime() + span) : null };
}

/** Whole minutes until a lock ends; 0 when there is none. */
export function minutesLocked(count: { lockedUntil: Date | null } | null, now: Date): number {
  return Math.max(0, Math.ceil(((count?.lockedUntil?.getTime() ?? 0) - now.getTime()) / 60_000));
}

/** Sessions end after this idle time and at the latest after this age. */
export const sessionLife = { idleHours: 12, days: 14 } as const;
export const linkLife = { invitationDays: 7, passwordResetHours: 1 } as const;
/** So that nobody fills somebody's mailbox: links per account and hour. */
export const linksPerHour = 3;

export const login = z.object({ email: Email, password: z.string().min(1).max(128) }).meta({ id: 'LoginInput' });
export const passwordForgotten = z.object({ email: Email }).meta({ id: 'PasswordForgottenInput' });
export const passwordReset = z.object({ token: z.string().min(20).max(100), password: Password }).meta({ id: 'PasswordResetInput' });
export const invitation = z.object({ name: PersonName, email: Email, roles: z.array(Role).min(1).max(5) }).meta({ id: 'InvitationInput' });
export const invitationAcceptance = z
  .object({ token: z.string().min(20).max(100), phone: Phone, password: Password })
  .meta({ id: 'InvitationAcceptanceInput' });

export const memberRoles = z.object({ roles: z.array(Role).min(1).max(5) }).meta({ id: 'MemberRolesInput' });
export const ownAccountEdit = z.object({ name: PersonName, phone: Phone }).meta({ id: 'OwnAccountEditInput' });
export const passwordChange = z
  .object({ currentPassword: z.string().min(1).max(128), newPassword: Password })
  .meta({ id: 'PasswordChangeInput' });
