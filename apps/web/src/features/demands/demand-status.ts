import type { DemandStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `demands:status.*`. */
export const demandTone: Record<DemandStatus, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'active',
  PUBLISHED: 'good',
  WITHDRAWN: 'attention',
  CLOSED: 'neutral',
};
