import type { MatterStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `aftercare:status.*`. */
export const matterTone: Record<MatterStatus, Tone> = {
  PROPOSED: 'attention',
  FILED: 'active',
  EXAMINED: 'active',
  RETURNED: 'attention',
  GRANTED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};
