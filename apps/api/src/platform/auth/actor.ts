import { can, type OrganisationKind, type Permission, type Role } from '@jihui/domain';

/** Who acts: a person in a session, nobody, or the system itself (worker, seed). */
export type Actor = {
  kind: 'PERSON' | 'ANONYMOUS' | 'SYSTEM';
  userId: string | null;
  sessionId: string | null;
  name: string;
  organisationId: string | null;
  organisationName: string;
  organisationKind: OrganisationKind | null;
  organisationVerified: boolean;
  roles: readonly Role[];
  ip: string;
};

const nobody = {
  userId: null,
  sessionId: null,
  organisationId: null,
  organisationName: '',
  organisationKind: null,
  organisationVerified: false,
  roles: [],
  ip: '',
} as const;

export const anonymous = (ip = ''): Actor => ({ ...nobody, kind: 'ANONYMOUS', name: '', ip });
export const system: Actor = { ...nobody, kind: 'SYSTEM', name: '系统' };

/** Whether the actor's roles carry the permission; the system may do everything that is asked of it. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'SYSTEM' || can(actor.kind === 'PERSON' ? actor.roles : null, permission);
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.roles.some((r) => roles.includes(r));
}
