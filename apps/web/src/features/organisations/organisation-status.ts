import type { OrganisationStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `organisations:status.*`. */
export const organisationTone: Record<OrganisationStatus, Tone> = {
  PENDING: 'active',
  VERIFIED: 'good',
  REJECTED: 'attention',
  SUSPENDED: 'bad',
};
