import type { Actor } from '../../platform/auth/actor.js';
import type { Organisation } from '../organisations/organisation.entity.js';
import type { User } from './user.entity.js';

/** The actor for a person who has just proved who he is, before he has a session. */
export function personOf(user: User, organisation: Organisation, ip: string): Actor {
  return {
    kind: 'PERSON',
    userId: user.id,
    sessionId: null,
    name: user.name,
    organisationId: organisation.id,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    organisationVerified: organisation.status === 'VERIFIED',
    roles: user.roles,
    ip,
  };
}
