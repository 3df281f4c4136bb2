import type { TierReader } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import type { Subject } from './tier-subjects.service.js';

/** How the actor stands to the part of that owner. */
export function readerOf(actor: Actor, subject: Subject, ownerId: string): TierReader {
  const isOwnOrganisation = actor.organisationId !== null && actor.organisationId === ownerId;
  return {
    isSignedIn: actor.kind !== 'ANONYMOUS',
    isOwnOrganisation,
    isInsider: isOwnOrganisation && subject.isInsider,
    isVerified: actor.organisationVerified,
    mayOpen: may(actor, 'tier.open'),
    mayAccept: may(actor, 'nda.accept'),
  };
}
