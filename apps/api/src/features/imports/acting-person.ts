import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { User } from '../accounts/user.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';

/** The person for whom the worker acts, with the roles of this moment; null when the account is gone. */
export async function actingPerson(em: EntityManager, userId: string): Promise<Actor | null> {
  const user = await em.findOneBy(User, { id: userId, disabled: false });
  const organisation = user && (await em.findOneBy(Organisation, { id: user.organisationId }));
  if (!organisation) return null;
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
    ip: '',
  };
}
