import type { DistributionStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `aftercare:reward.status.*`. */
export const rewardTone: Record<DistributionStatus, Tone> = {
  DRAFT: 'neutral',
  NOTICED: 'active',
  OBJECTED: 'attention',
  AGREED: 'active',
  PAID: 'good',
  CANCELLED: 'neutral',
};
