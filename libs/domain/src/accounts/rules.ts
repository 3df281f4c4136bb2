import { z } from 'zod';
import { Role } from '../policy.js';
import type { OrganisationKind } from '../organisations/rules.js';
import { Email, Password, PersonName, Phone } from '../organisations/rules.js';

/** Which roles a member of an organisation of that kind may hold. */
export const rolesOfKind: Record<OrganisationKind, readonly Role[]> = {
  UNIVERSITY: ['INVENTOR', 'UNIT_TTO'],
  RESEARCH_INSTITUTE: ['INVENTOR', 'UNIT_TTO'],
  ENTERPRISE: ['ENTERPRISE_USER', 'ENTERPRISE_ADMIN'],
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

/** Lockout after repeated failures (GB/T 22239-2019 8.1.4.1 asks for one; figures are ours). */
export const lockout = { failures: 5, minutes: 15 } as const;
/** Sessions end after this idle time and at the latest after this age. */
export const sessionLife = { idleHours: 12, days: 14 } as const;
export const linkLife = { invitationDays: 7, passwordResetHours: 1 } as const;

export const login = z.object({ email: Email, password: z.string().min(1).max(128) }).meta({ id: 'LoginInput' });
export const passwordReset = z.object({ token: z.string().min(20).max(100), password: Password }).meta({ id: 'PasswordResetInput' });
export const invitation = z.object({ email: Email, name: PersonName, roles: z.array(Role).min(1).max(5) }).meta({ id: 'InvitationInput' });
export const invitationAcceptance = z
  .object({ token: z.string().min(20).max(100), phone: Phone, password: Password })
  .meta({ id: 'InvitationAcceptanceInput' });
